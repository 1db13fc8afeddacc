# ruff: noqa: E501 - a sentence of a paper stays one line
"""Sentences on force, transition and repeal: each verb and each day belongs to its own subject."""

from dataclasses import dataclass, field

import pytest

from lantoa.library.understanding import Proposal, strongest, understand_lines
from tests.library.law_papers import said

HEAD = """CHÍNH PHỦ
Số: 99/2031/NĐ-CP
Hà Nội, ngày 05 tháng 01 năm 2031
NGHỊ ĐỊNH
Quy định về việc thử
Căn cứ Luật Mẫu số 11/2030/QH18;
Điều 1. Phạm vi
Nghị định này quy định về việc thử.
Điều 2. Hiệu lực thi hành
"""
A, B, C = "Nghị định 11/2025/NĐ-CP", "Nghị định 12/2028/NĐ-CP", "Thông tư 7/2029/TT-BYT"
OLD = "Nghị định số 11/2025/NĐ-CP ngày 02 tháng 02 năm 2025 của Chính phủ"
NEXT = "Nghị định số 12/2028/NĐ-CP ngày 03 tháng 3 năm 2028 của Chính phủ"
STARTS = "Nghị định này có hiệu lực thi hành từ ngày 15 tháng 02 năm 2031"
SINCE = "kể từ ngày Nghị định này có hiệu lực thi hành"


def read(words: str) -> Proposal:
    return understand_lines((HEAD + words).splitlines())


def relations(proposal: Proposal) -> dict[str, str]:
    stated = {said(one.citation): one.relation for one in strongest(proposal.cited)}
    return {target: relation for target, relation in stated.items() if relation != "can_cu"}


def days(proposal: Proposal) -> dict[str, str]:
    return {said(one.citation): one.on for one in strongest(proposal.cited) if one.on}


FORCE = [  # (words, effective_on, ended_on)
    ("Nghị định này có hiệu lực sau 45 ngày kể từ ngày đăng Công báo.", "", ""),
    (f"{STARTS} và áp dụng đến hết năm ngân sách 2035.", "2031-02-15", "2036-01-01"),
    (f"Thời gian thực hiện chính sách: đến hết ngày 31/12/2035.\n2. {STARTS}.", "2031-02-15", ""),
    (
        f"Hợp đồng ký trước ngày Nghị định này có hiệu lực được thực hiện đến ngày 31/12/2031.\n2. {STARTS}.",
        "2031-02-15",
        "",
    ),
    (f"{STARTS}, thay thế {OLD} và được thực hiện đến hết ngày 31/12/2035.", "2031-02-15", "2036-01-01"),
    (f"{STARTS}.", "2031-02-15", ""),
    ("Nghị định này có hiệu lực kể từ ngày ký.", "2031-01-05", ""),
    ("Nghị định này có hiệu lực kể từ ngày ký ban hành.", "2031-01-05", ""),
    ("Nghị định này có hiệu lực sau 45 ngày, kể từ ngày ký.", "2031-02-19", ""),
    ("Nghị định này có hiệu lực từ 0 giờ ngày 01/3/2031.", "2031-03-01", ""),
    ("Nghị định này có hiệu lực kể từ ngày Luật Mẫu số 11/2030/QH18 có hiệu lực thi hành.", "", ""),
    (
        "Nghị định này được Chính phủ thông qua ngày 04 tháng 01 năm 2031, có hiệu lực từ ngày 18 tháng 01 năm 2031.",
        "2031-01-18",
        "",
    ),
    (f"{STARTS} và được thực hiện đến hết ngày 31 tháng 12 năm 2035.", "2031-02-15", "2036-01-01"),
    (f"{STARTS} đến hết ngày 31/12/2035.", "2031-02-15", "2036-01-01"),
    (f"{STARTS}, áp dụng đến hết năm 2035.", "2031-02-15", "2036-01-01"),
    (f"{STARTS} và có giá trị đến hết tháng 6 năm 2033.", "2031-02-15", "2033-07-01"),
    (f"{STARTS} và hết hiệu lực kể từ ngày 01 tháng 01 năm 2036.", "2031-02-15", "2036-01-01"),
    (f"{STARTS} và hết hiệu lực sau ngày 31/12/2035.", "2031-02-15", "2036-01-01"),
    (
        "Thời hạn thực hiện Nghị định này: từ ngày 01/02/2031 đến hết ngày 31/12/2032.",
        "2031-02-01",
        "2033-01-01",
    ),
    (
        f"{STARTS}. Hồ sơ nộp trước ngày Nghị định này có hiệu lực thì được giải quyết đến hết ngày 30 tháng 6 năm 2031.",
        "2031-02-15",
        "",
    ),
    (
        f"Đối tượng đang hưởng theo Nghị định này được hưởng tiếp đến hết ngày 31/12/2031.\n2. {STARTS}.",
        "2031-02-15",
        "",
    ),
    (f"{STARTS}, người đang hưởng được thực hiện đến hết ngày 31/12/2031.", "2031-02-15", ""),
    (f"{STARTS}; các dự án dở dang được thực hiện đến hết ngày 31/12/2031.", "2031-02-15", ""),
    (
        f"Các chính sách quy định tại Nghị định này được thực hiện đến hết ngày 31/12/2031.\n2. {STARTS}.",
        "2031-02-15",
        "",
    ),
    (f"{STARTS}, trừ khoản 2 Điều 1 được áp dụng đến hết ngày 31/12/2031.", "2031-02-15", ""),
    (
        f"{STARTS} đến hết ngày 31/12/2035, riêng Điều 1 được áp dụng đến hết ngày 31/12/2031.",
        "2031-02-15",
        "2036-01-01",
    ),
    (
        f"Khoản 2 Điều 1 của Nghị định này có hiệu lực từ ngày ký.\n2. Các quy định khác của {STARTS}.",
        "2031-02-15",
        "",
    ),
    (f"Riêng Điều 1 Nghị định này có hiệu lực từ ngày 01/7/2031.\n2. {STARTS}.", "2031-02-15", ""),
    (f"{STARTS} và {OLD} hết hiệu lực từ ngày 01/01/2032.", "2031-02-15", ""),
    (
        f"{STARTS}.\n2. Sửa đổi Điều 9 Nghị định số 8/2029/NĐ-CP như sau:\n“Điều 9. Nghị định này có hiệu lực từ ngày 01/01/2029 đến hết ngày 31/12/2032.”",
        "2031-02-15",
        "",
    ),
]


@pytest.mark.parametrize(("words", "effective_on", "ended_on"), FORCE, ids=range(len(FORCE)))
def test_a_day_of_force_is_the_papers_own_only_when_the_paper_is_its_subject(
    words: str, effective_on: str, ended_on: str
) -> None:
    proposal = read(f"1. {words}")

    assert (proposal.get("effective_on"), proposal.get("ended_on")) == (effective_on, ended_on)


@dataclass(frozen=True)
class Ends:
    """A sentence, and what it does to which document, from which day of its own."""

    words: str
    relations: dict[str, str]
    days: dict[str, str] = field(default_factory=dict)


ENDS = [
    Ends(f"Trong thời gian chưa có văn bản thay thế, tiếp tục áp dụng {OLD} đến hết ngày 30/6/2031.", {}),
    Ends(f"Chấm dứt việc thực hiện {OLD} kể từ ngày 01/7/2031.", {A: "bai_bo"}, {A: "2031-07-01"}),
    Ends(f"Hết hiệu lực các văn bản sau: {OLD} và {NEXT}.", {A: "het_hieu_luc", B: "het_hieu_luc"}),
    Ends(f"Các Điều 3, 4 của {OLD} bị bãi bỏ.", {f"{A} | 3": "bai_bo", f"{A} | 4": "bai_bo"}),
    Ends(f"Hộ đã được hỗ trợ theo {OLD} thì tiếp tục thực hiện đến hết ngày 31/12/2031.", {A: "dan_chieu"}),
    Ends(
        "Bãi bỏ các Quyết định của Thủ tướng Chính phủ sau đây:\na) Quyết định số 5/2029/QĐ-TTg về việc thử;\n"
        "b) Quyết định số 6/2030/QĐ-TTg sửa đổi Quyết định số 5/2029/QĐ-TTg.",
        {"Quyết định 5/2029/QĐ-TTg": "bai_bo", "Quyết định 6/2030/QĐ-TTg": "bai_bo"},
    ),
    Ends(f"{STARTS} và thay thế {OLD} về trợ giúp.", {A: "thay_the"}),
    Ends(f"{OLD} về trợ giúp hết hiệu lực {SINCE}.", {A: "het_hieu_luc"}),
    Ends(
        f"{OLD} về trợ giúp và {NEXT} sửa đổi, bổ sung một số điều của {OLD} hết hiệu lực {SINCE}.",
        {A: "het_hieu_luc", B: "het_hieu_luc"},
    ),
    Ends(
        f"{STARTS} và thay thế {OLD}, {NEXT} sửa đổi, bổ sung một số điều của Nghị định số 11/2025/NĐ-CP.",
        {A: "thay_the", B: "thay_the"},
    ),
    Ends(
        f"Các văn bản sau đây hết hiệu lực {SINCE}:\na) {OLD};\nb) {NEXT} sửa đổi, bổ sung một số điều của {OLD}.",
        {A: "het_hieu_luc", B: "het_hieu_luc"},
    ),
    Ends(
        f"Bãi bỏ các văn bản sau đây:\na) {OLD};\nb) Khoản 2 Điều 3 {NEXT}.\n3. Cơ quan thực hiện theo Thông tư số 7/2029/TT-BYT.",
        {A: "bai_bo", f"{B} | 3.2": "bai_bo", C: "dan_chieu"},
    ),
    Ends(
        f"Kể từ ngày 01 tháng 7 năm 2031, bãi bỏ:\n- {OLD};\n- {NEXT}.",
        {A: "bai_bo", B: "bai_bo"},
        {A: "2031-07-01", B: "2031-07-01"},
    ),
    Ends(f"Kể từ ngày Nghị định này có hiệu lực, {OLD} hết hiệu lực.", {A: "het_hieu_luc"}),
    Ends(f"Bãi bỏ {OLD} kể từ ngày 01/7/2031.", {A: "bai_bo"}, {A: "2031-07-01"}),
    Ends(f"{OLD} bị bãi bỏ từ ngày 01/7/2031.", {A: "bai_bo"}, {A: "2031-07-01"}),
    Ends(f"{OLD} được thay thế bởi Nghị định này.", {A: "thay_the"}),
    Ends(f"{OLD} được thay thế bởi {NEXT}.", {}),
    Ends(f"Chấm dứt hiệu lực thi hành {OLD}.", {A: "bai_bo"}),
    Ends(f"{OLD} chấm dứt hiệu lực từ ngày 01/7/2031.", {A: "het_hieu_luc"}, {A: "2031-07-01"}),
    Ends(f"Hủy bỏ {OLD}.", {A: "huy_bo"}),
    Ends(f"Ngưng hiệu lực thi hành {OLD} từ ngày 01/7/2031.", {A: "ngung_hieu_luc"}),
    Ends(f"{OLD} có hiệu lực đến hết ngày 31/12/2031.", {A: "het_hieu_luc"}, {A: "2032-01-01"}),
    Ends(
        f"{OLD} tiếp tục được thực hiện đến hết ngày 31/12/2031.", {A: "keo_dai_hieu_luc"}, {A: "2032-01-01"}
    ),
    Ends(f"Bãi bỏ {OLD}, trừ Điều 5 {OLD} được áp dụng đến hết ngày 31/12/2031.", {A: "bai_bo"}),
    Ends(f"{OLD} (đã được sửa đổi, bổ sung theo {NEXT}) hết hiệu lực {SINCE}.", {A: "het_hieu_luc"}),
    Ends(f"{OLD}; {NEXT} hết hiệu lực {SINCE}.", {A: "het_hieu_luc", B: "het_hieu_luc"}),
    Ends(f"Hồ sơ nộp trước ngày {OLD} hết hiệu lực được giải quyết theo {NEXT}.", {B: "dan_chieu"}),
    Ends(f"Giấy xác nhận cấp theo {OLD} hết hiệu lực từ ngày 01/7/2031.", {A: "dan_chieu"}),
    Ends(f"Cơ quan rà soát theo {NEXT} sửa đổi, bổ sung một số điều của {OLD}.", {B: "dan_chieu"}),
    Ends(f"{NEXT} thay thế {OLD}.", {}),
    Ends("Các quy định trước đây trái với Nghị định này đều bãi bỏ.", {}),
    Ends(
        f"Nghị định này thay thế {OLD}; bãi bỏ khoản 1 Điều 2 {NEXT}.",
        {A: "thay_the", f"{B} | 2.1": "bai_bo"},
    ),
    Ends(
        f"Khoản 2 và khoản 3 Điều 4 {OLD} hết hiệu lực {SINCE}.",
        {f"{A} | 4.2": "het_hieu_luc", f"{A} | 4.3": "het_hieu_luc"},
    ),
]


@pytest.mark.parametrize("case", ENDS, ids=range(len(ENDS)))
def test_what_a_sentence_ends_is_its_subject_or_object_and_nothing_named_inside_them(case: Ends) -> None:
    proposal = read(f"1. {STARTS}.\n2. {case.words}")

    assert relations(proposal) == case.relations
    assert days(proposal) == case.days


@pytest.mark.parametrize(
    ("words", "code", "quoted"),
    [
        (f"{STARTS}, trừ khoản 2 Điều 1 có hiệu lực từ ngày 01/7/2031.", "parts_start_apart", "trừ khoản 2 Điều 1 có hiệu lực từ ngày 01/7/2031"),
        (f"{STARTS}, trừ trường hợp quy định tại khoản 2 Điều này.", "parts_start_apart", "trừ trường hợp quy định tại khoản 2 Điều này"),
        (f"{STARTS}. Riêng Điều 1 được áp dụng đến hết ngày 31/12/2031.", "parts_start_apart", "Riêng Điều 1 được áp dụng đến hết ngày 31/12/2031"),
        (f"{OLD} hết hiệu lực {SINCE}, trừ Điều 5 và Điều 6.", "ends_with_exception", "trừ Điều 5 và Điều 6"),
        (f"Bãi bỏ một phần {OLD}.", "ends_partly", "một phần"),
        (f"Bãi bỏ một số điều của {OLD}.", "ends_partly", "một số điều"),
        ("Điều 1 Nghị định này có hiệu lực từ ngày 01/7/2031.", "parts_start_apart", "Điều 1 Nghị định này"),
        ("Nghị định này hết hiệu lực từ ngày Luật Mẫu số 11/2030/QH18 có hiệu lực.", "end_not_counted", "Luật Mẫu"),
        (f"{OLD} hết hiệu lực kể từ ngày Luật Mẫu số 11/2030/QH18 có hiệu lực.", "end_day_unknown", "kể từ ngày Luật Mẫu số 11/2030/QH18 có hiệu lực"),
        (f"{OLD} tiếp tục được thực hiện đến hết ngày 31/12/2031.", "goes_on_until", "tiếp tục được thực hiện"),
        ("Các chính sách quy định tại Nghị định này được thực hiện đến hết ngày 31/12/2031.", "end_of_a_part", "Các chính sách quy định tại Nghị định này"),
        ("Nghị định này được thực hiện trong 02 năm.", "end_not_counted", "trong 02 năm"),
    ],
)  # fmt: skip
def test_an_exception_and_what_cannot_be_recorded_whole_is_a_doubt_in_its_own_words(
    words: str, code: str, quoted: str
) -> None:
    doubts = {doubt.code: doubt.says for doubt in read(f"1. {words}").doubts}

    assert quoted in doubts[code]


def test_an_exception_of_a_sentence_that_does_both_is_told_once() -> None:
    doubts = read(f"1. {STARTS} và thay thế {OLD}, trừ khoản 2 Điều 3.").doubts

    assert [doubt.code for doubt in doubts if "trừ khoản 2 Điều 3" in doubt.says] == ["parts_start_apart"]


def test_a_sentence_on_files_raises_no_doubt() -> None:
    words = f"{STARTS}.\n2. Hồ sơ đã nộp được giải quyết đến hết ngày 30/6/2031, trừ hồ sơ đã trả."

    assert read(f"1. {words}").doubts == []
