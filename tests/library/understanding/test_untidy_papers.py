# ruff: noqa: E501 - a line of a paper stays one line
"""Papers as they come from offices, sites and scanners, read from the file to the proposal."""

from dataclasses import dataclass

import pytest

from lantoa.language.citations.kinds import KINDS
from lantoa.library.understanding import Proposal, understand, understand_lines
from lantoa.paper.reading import Reading
from lantoa.paper.reading.parse import parse
from tests.library.law_papers import said


@dataclass(frozen=True)
class Untidy:
    """A paper, what it must be read as, which doubts must be told, and what it names among others."""

    name: str
    text: str
    values: dict[str, str]
    doubts: frozenset[str] = frozenset()
    cites: frozenset[str] = frozenset()
    kind: str = "text"


PAPERS = [
    Untidy(
        "one token a line",
        """UỶ BAN
NHÂN DÂN
TỈNH SÔNG LAM
-------
CỘNG
HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM
Độc lập -
Tự do -
Hạnh phúc
---------------
Số:
31
/2031/
QĐ-UBND
Sông Lam,
ngày
05
tháng
01
năm
2031
QUYẾT
ĐỊNH
Về việc ban hành mức quà Tết
thử nghiệm cho hộ nghèo
Căn cứ Luật Tổ chức chính quyền địa phương năm 2029;
Điều 1. Mức quà Tết là 1.200.000 đồng một hộ.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
""",
        {
            "kind": "Quyết định",
            "number": "31",
            "year": "2031",
            "symbol": "QĐ-UBND",
            "issuer": "Uỷ ban nhân dân tỉnh Sông Lam",
            "issued_on": "2031-01-05",
            "title": "Ban hành mức quà Tết thử nghiệm cho hộ nghèo",
        },
        frozenset(),
        frozenset(),
        "text",
    ),
    Untidy(
        "cells joined by a bar, title in capitals that opens like a căn cứ",
        """ỦY BAN NHÂN DÂN TỈNH SÔNG LAM ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ---------------
Số: 2884/KH-UBND | Sông Lam, ngày 15 tháng 4 năm 2031
KẾ HOẠCH
TRIỂN KHAI CÔNG TÁC GIẢM NGHÈO THỬ NGHIỆM NĂM 2031
Thực hiện Nghị quyết số 12/NQ-HĐND ngày 10/12/2030 của Hội đồng nhân dân tỉnh; Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:
I. MỤC ĐÍCH
1. Nâng cao nhận thức.
""",
        {
            "kind": "Kế hoạch",
            "number": "2884",
            "symbol": "KH-UBND",
            "issuer": "Ủy ban nhân dân tỉnh Sông Lam",
            "issued_on": "2031-04-15",
            "title": "Triển khai công tác giảm nghèo thử nghiệm năm 2031",
        },
        frozenset(),
        frozenset(),
        "text",
    ),
    Untidy(
        "Markdown with hard breaks inside a citation",
        """| **BỘ TÀI CHÍNH** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM** |
|---|---|
| Số: 55/2031/TT-BTC | *Hà Nội, ngày 03 tháng 6 năm 2031* |

**THÔNG TƯ**

**QUY ĐỊNH QUẢN LÝ KINH PHÍ THỬ NGHIỆM**

*Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2030;*

**Điều 1. Phạm vi**

Thông tư này quy định kinh phí theo điểm a
khoản 2 Điều
5 Nghị định số 27/
2031/NĐ-
CP ngày 19 tháng 4
năm 2031 của Chính phủ.
""",
        {
            "kind": "Thông tư",
            "number": "55",
            "symbol": "TT-BTC",
            "issuer": "Bộ Tài chính",
            "title": "Quy định quản lý kinh phí thử nghiệm",
        },
        frozenset(),
        frozenset({"Luật Ngân sách nhà nước 2030", "Nghị định 27/2031/NĐ-CP | 5.2.a"}),
        "markdown",
    ),
    Untidy(
        "type word missing",
        """Chính phủ
Số: 27/2031/NĐ-CP
Hà Nội, ngày 19 tháng 4 năm 2031
Quy định cơ chế quản lý chương trình thử nghiệm
Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2029;
Điều 1. Phạm vi điều chỉnh
Nghị định này quy định cơ chế.
""",
        {
            "kind": "Nghị định",
            "number": "27",
            "issuer": "Chính phủ",
            "title": "Quy định cơ chế quản lý chương trình thử nghiệm",
        },
        frozenset({"kind_from_symbol"}),
        frozenset(),
        "text",
    ),
    Untidy(
        "text of a site above the head",
        """Thư viện văn bản mẫu
Đăng nhập | Đăng ký
Nghị định 20/2031/NĐ-CP trợ giúp hộ nghèo
Số hiệu: 20/2031/NĐ-CP	Loại văn bản: Nghị định
Nơi ban hành: Chính phủ	Người ký: Lê Văn Mẫu
Ngày ban hành: 15/03/2031	Ngày hiệu lực: 01/05/2031
Ngày công báo: 29/03/2031	Số công báo: Từ số 511 đến số 512
Tình trạng: Đã biết
Tóm tắt nội dung | Tải về
CHÍNH PHỦ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 20/2031/NĐ-CP
Hà Nội, ngày 15 tháng 3 năm 2031
NGHỊ ĐỊNH
QUY ĐỊNH MỨC TRỢ GIÚP THỬ NGHIỆM
Căn cứ Luật Trợ giúp mẫu số 11/2030/QH18;
Điều 1. Phạm vi
Nghị định này có hiệu lực thi hành từ ngày 01 tháng 5 năm 2031.
""",
        {
            "kind": "Nghị định",
            "number": "20",
            "issued_on": "2031-03-15",
            "effective_on": "2031-05-01",
            "title": "Quy định mức trợ giúp thử nghiệm",
        },
        frozenset(),
        frozenset(),
        "text",
    ),
    Untidy(
        "“Thực hiện:” and a numbered list, & and stray blanks",
        """UBND HUYỆN MẪU
PHÒNG VĂN HÓA & THÔNG TIN
Số: 15 / BC - VH&TT
Mẫu, ngày 3 tháng 5 năm 2031
BÁO CÁO
Kết quả truyền thông giảm nghèo quý I
Thực hiện:
1. Kế hoạch số 2884 /KH-UBND ngày 15/4/2031 của UBND tỉnh;
2. Công văn số 3016/ LĐTBXH- VPQGGN ngày 09/8/2030;
3. Hướng dẫn số 08/HD-SGD &ĐT.
I. KẾT QUẢ
1. Đã thực hiện 12 buổi.
""",
        {
            "kind": "Báo cáo",
            "number": "15",
            "symbol": "BC-VH&TT",
            "issuer": "Phòng Văn hóa & Thông tin",
            "title": "Kết quả truyền thông giảm nghèo quý I",
        },
        frozenset(),
        frozenset({"Kế hoạch 2884/KH-UBND", "Công văn 3016/LĐTBXH-VPQGGN", "Hướng dẫn 08/HD-SGD&ĐT"}),
        "text",
    ),
    Untidy(
        "Party number, two columns parted by blanks",
        """TỈNH ỦY SÔNG LAM        ĐẢNG CỘNG SẢN VIỆT NAM
*
Số 27 - NQ/TU        Sông Lam, ngày 18 tháng 6 năm 2031

NGHỊ QUYẾT
của Ban Chấp hành Đảng bộ tỉnh về giảm nghèo thử nghiệm
-----
I- TÌNH HÌNH
Thực hiện Chỉ thị số 05-CT/TW, Kết luận 76 -KL/TW của Ban Bí thư.
""",
        {
            "kind": "Nghị quyết",
            "number": "27",
            "symbol": "NQ/TU",
            "issuer": "Tỉnh ủy Sông Lam",
            "issued_on": "2031-06-18",
            "title": "Của Ban Chấp hành Đảng bộ tỉnh về giảm nghèo thử nghiệm",
        },
        frozenset(),
        frozenset({"Chỉ thị 05-CT/TW", "Kết luận 76-KL/TW"}),
        "text",
    ),
    Untidy(
        "công văn without a type, its column above the other",
        """SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG
TỈNH SÔNG LAM
Số: 1230/SNNMT-PTNT
V/v báo cáo số liệu hộ nghèo
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sông Lam, ngày 9 tháng 8 năm 2031
Kính gửi:
- Ủy ban nhân dân các xã, phường;
Căn cứ Công văn số 88/VPCP-NN ngày 1/8/2031 của Văn phòng Chính phủ, Sở đề nghị báo cáo.
""",
        {
            "kind": "Công văn",
            "number": "1230",
            "symbol": "SNNMT-PTNT",
            "issuer": "Sở Nông nghiệp và Môi trường tỉnh Sông Lam",
            "issued_on": "2031-08-09",
            "title": "Báo cáo số liệu hộ nghèo",
        },
        frozenset(),
        frozenset(),
        "text",
    ),
    Untidy(
        "year in the number against the date",
        """CHÍNH PHỦ
Số: 07/2030/NĐ-CP
Hà Nội, ngày 27 tháng 01 năm 2031
NGHỊ ĐỊNH
Quy định chuẩn nghèo thử nghiệm
Căn cứ Nghị định số 08/2029/NĐ-CP ngày 05 tháng 3 năm 2030 của Chính phủ;
Điều 1. Chuẩn
""",
        {"number": "07", "year": "2030", "issued_on": "2031-01-27"},
        frozenset({"year_differs"}),
        frozenset(),
        "text",
    ),
    Untidy(
        "handwriting misread",
        """ỦY BAN NHÂN DÂN PHƯỜNG MẪU
Số: l5/QĐ-UBND
Mẫu, ngày 0S tháng 1 năm 2031
QUYẾT ĐỊNH
Về việc thành lập tổ thử
Căn cứ Luật Tổ chức chính quyền địa phương năm 2029;
Điều 1. Thành lập tổ.
""",
        {"kind": "Quyết định", "number": "", "issued_on": "", "title": "Thành lập tổ thử"},
        frozenset({"number_unclear", "day_blank"}),
        frozenset({"Luật Tổ chức chính quyền địa phương 2029"}),
        "text",
    ),
    Untidy(
        "number and day left to the pen",
        """ỦY BAN NHÂN DÂN PHƯỜNG MẪU
Số: ....../TB-UBND
Mẫu, ngày ... tháng ... năm 2031
THÔNG BÁO
Lịch phát thanh thử nghiệm
Kính gửi: các khu phố
""",
        {"kind": "Thông báo", "issued_on": "", "symbol": "TB-UBND", "title": "Lịch phát thanh thử nghiệm"},
        frozenset({"number_blank", "day_blank"}),
        frozenset(),
        "text",
    ),
    Untidy(
        "columns run together, title behind the type word",
        """CHÍNH PHỦ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 20/2031/NĐ-CP Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 15 tháng 3 năm 2031
NGHỊ ĐỊNH QUY ĐỊNH MỨC TRỢ GIÚP THỬ NGHIỆM
Căn cứ Luật Trợ giúp mẫu số 11/2030/QH18;
Điều 1. X
Chữ.
""",
        {
            "kind": "Nghị định",
            "number": "20",
            "issuer": "Chính phủ",
            "title": "Quy định mức trợ giúp thử nghiệm",
        },
        frozenset(),
        frozenset(),
        "text",
    ),
    Untidy(
        "a scanned law whose title begins with dashes",
        """QUỐC HỘI
________
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Luật số: 11/2030/QH18
- - Hà Nội, ngày 12 tháng 6 năm 2030
LUẬT
- - BẢO HIỂM MẪU
Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Điều 1. X
Chữ.
""",
        {
            "kind": "Luật",
            "number": "11",
            "symbol": "QH18",
            "issued_on": "2030-06-12",
            "title": "Bảo hiểm mẫu",
        },
        frozenset(),
        frozenset(),
        "text",
    ),
    Untidy(
        "day behind the number, “Quyết định có hiệu lực” without “này”",
        """UBND TỈNH SÔNG LAM
SỞ Y TẾ
Số 412/QĐ-SYT ngày 5/6/2031
QUYẾT ĐỊNH
V/v ban hành Quy chế thử nghiệm
GIÁM ĐỐC SỞ Y TẾ
- Căn cứ Thông tư 14/2031/TT-BYT;
- Xét đề nghị của Trưởng phòng Nghiệp vụ;
QUYẾT ĐỊNH
Điều 1: Ban hành kèm theo Quyết định này Quy chế.
Điều 2: Quyết định có hiệu lực kể từ ngày ký./.
""",
        {
            "kind": "Quyết định",
            "number": "412",
            "issued_on": "2031-06-05",
            "effective_on": "2031-06-05",
            "issuer": "Sở Y tế",
            "title": "Ban hành Quy chế thử nghiệm",
        },
        frozenset(),
        frozenset(),
        "text",
    ),
    Untidy(
        "the star under a Party committee, & with blanks",
        """TỈNH ỦY SÔNG LAM
*
Số 14-NQ/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Sông Lam, ngày 20 tháng 3 năm 2031
NGHỊ QUYẾT
về lãnh đạo việc thử
""",
        {
            "kind": "Nghị quyết",
            "number": "14",
            "symbol": "NQ/TU",
            "issued_on": "2031-03-20",
            "issuer": "Tỉnh ủy Sông Lam",
            "title": "Về lãnh đạo việc thử",
        },
    ),
    Untidy(
        "& with blanks in the symbol, the department alone above",
        """SỞ TÀI CHÍNH TỈNH SÔNG LAM
Số: 901 /STC-NS & HCSN
V/v hướng dẫn quyết toán việc thử
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Sông Lam, ngày 09 tháng 02 năm 2031
Kính gửi: Các phòng, ban
""",
        {
            "kind": "Công văn",
            "number": "901",
            "symbol": "STC-NS&HCSN",
            "issuer": "Sở Tài chính tỉnh Sông Lam",
        },
    ),
    Untidy(
        "a draft says so in its head",
        """UBND HUYỆN MẪU
Số: /QĐ-UBND
Mẫu, ngày    tháng    năm 2031
QUYẾT ĐỊNH
DỰ THẢO LẦN 2
Ban hành Quy chế thử
Điều 1. Ban hành Quy chế.
""",
        {"kind": "Quyết định", "issuer": "UBND huyện Mẫu", "title": "Ban hành Quy chế thử", "issued_on": ""},
        frozenset({"draft", "number_blank", "day_blank"}),
    ),
]


def read(paper: Untidy) -> Proposal:
    return understand(Reading.from_dict(parse(paper.text.encode(), paper.kind)))


@pytest.mark.parametrize("paper", PAPERS, ids=lambda p: p.name)
def test_an_untidy_paper_is_read_and_what_is_not_clear_is_told(paper: Untidy) -> None:
    proposal = read(paper)

    assert {name: proposal.get(name) for name in paper.values} == paper.values
    assert paper.doubts <= {doubt.code for doubt in proposal.doubts}
    named = {said(one.citation) for one in proposal.cited}
    assert not paper.cites or named == paper.cites


def test_every_type_word_is_known_in_capitals_alone_and_before_the_title() -> None:
    head = "ỦY BAN NHÂN DÂN TỈNH SÔNG LAM\nSố: 12/ABC-UBND\nSông Lam, ngày 9 tháng 8 năm 2031\n"
    tail = "\nCăn cứ Luật Mẫu năm 2029;\nĐiều 1. Thử\nLời."
    for word, kind in KINDS.items():
        if word in ("phụ lục", "văn bản"):  # not the type of a document of its own
            continue
        for title in (f"{word.upper()}\nVề việc thử nghiệm mẫu", f"{word.upper()} VỀ VIỆC THỬ NGHIỆM MẪU"):
            read_as = understand_lines(f"{head}{title}{tail}".splitlines())
            assert (read_as.get("kind"), read_as.get("title")) == (kind, "Thử nghiệm mẫu"), title
