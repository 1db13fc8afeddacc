"""Old Word files, web pages and text of older encodings are read as the same paper is from DOCX."""

from datetime import date
from pathlib import Path

import pytest

from lantoa.paper.legacy_letters import TCVN3, VNI, encode
from lantoa.paper.reading import Reading, read_official
from lantoa.paper.structure import OfficialDocument, Table

pytestmark = pytest.mark.slow

FILES = Path(__file__).parent / "files"

PLAN_TEXT = """UBND TỈNH MIỀN TRUNG
SỞ CHÍNH SÁCH XÃ HỘI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 15/KH-SCSXH
Miền Trung, ngày 04 tháng 3 năm 2031

KẾ HOẠCH
Truyền thông giảm nghèo năm 2031

Căn cứ Kế hoạch số 07/KH-UBND ngày 08 tháng 01 năm 2031 của tỉnh;

I. MỤC ĐÍCH
- Đưa chính sách mới đến từng hộ nghèo, hộ cận nghèo trên địa bàn.

Nơi nhận:
- UBND tỉnh;
- Lưu: VT, GN.

KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC

Trần Thu Hà
"""

PAGE = """<!DOCTYPE html><html><head><title>Cổng thông tin</title><style>p{color:red}</style>
<script>document.write("Kế hoạch số 99/KH-XX")</script></head><body class="has-sidebar">
<div id="header"><ul class="menu"><li><a href="/">Trang chủ</a></li><li><a href="/gt">Giới thiệu</a></li>
<li><a href="/vb">Văn bản</a></li></ul></div>
<p>Trang chủ » Văn bản » Kế hoạch</p>
<table class="page"><tr><td><div><a href="#">Tin 1</a> <a href="#">Tin 2</a> <a href="#">Tin 3</a></div></td>
<td>
<div class="content">
<p>Kế hoạch số 15/KH-SCSXH về truyền thông</p><p>Tình trạng: còn hiệu lực</p>
<table border="0"><tr><td align="center">UBND TỈNH MIỀN TRUNG<br><b>SỞ CHÍNH SÁCH<br>XÃ HỘI</b></td>
<td align=center><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</b></td></tr>
<tr><td>Số: 15/KH-SCSXH<td><i>Miền Trung, ngày 04 tháng 3 năm 2031</i></tr></table>
<p align="center"><b>KẾ HOẠCH</b></p><p align="center"><strong>Truyền thông giảm nghèo
   năm 2031</strong></p>
<p><i>Căn cứ Kế hoạch số <a href="/7">07/KH-UBND</a> ngày 08 tháng 01 năm 2031 của tỉnh;</i></p>
<p><b>I. MỤC ĐÍCH</b><p>- Đưa chính sách mới đến từng hộ nghèo, hộ cận nghèo trên địa bàn.
<table border=1><tr><th>STT<th>Nội dung<tr><td>1<td>Phát thanh &amp; tờ rơi</table>
<table><tr><td><b><i>Nơi nhận:</i></b><br>- UBND tỉnh;<br>- Lưu: VT, GN.</td>
<td><b>KT. GIÁM ĐỐC<br>PHÓ GIÁM ĐỐC<br><br>Trần Thu Hà</b></td></tr></table>
</div></td></tr></table>
<div class="share-buttons">Chia sẻ Facebook Zalo</div><p>Lượt xem: 1.204</p>
<div id="footer">Bản quyền thuộc Cổng thông tin điện tử tỉnh</div></body></html>"""


def head_of(document: OfficialDocument) -> tuple[object, ...]:
    return (document.superior, document.issuer, document.number, document.symbol, document.place,
            document.issued_on, document.kind, document.title)  # fmt: skip


HEAD = ("UBND TỈNH MIỀN TRUNG", "SỞ CHÍNH SÁCH XÃ HỘI", "15", "KH-SCSXH", "Miền Trung", date(2031, 3, 4),
        "KẾ HOẠCH", "Truyền thông giảm nghèo năm 2031")  # fmt: skip


def is_whole(reading: Reading) -> None:
    document = reading.document
    assert head_of(document) == HEAD
    assert len(document.legal_bases) == 1 and "07/KH-UBND" in document.legal_bases[0]
    assert [section.title for section in document.sections][0].startswith("MỤC ĐÍCH")
    assert [one.casefold() for one in document.recipients][-1] == "lưu: vt, gn"
    assert document.signer is not None
    assert (document.signer.lines, document.signer.name) == (["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], "Trần Thu Hà")


@pytest.mark.parametrize("name", ["ke-hoach.doc", "ke-hoach-tcvn3.doc"])
def test_an_old_word_file_is_read_whole(name: str) -> None:
    reading = read_official(FILES / name)

    is_whole(reading)
    assert reading.file_kind == "doc"
    (table,) = [block for block in reading.document.sections[1].blocks if isinstance(block, Table)]
    assert [cell.text for cell in table.rows[1]] == ["1", "Biên soạn bài phát thanh", "2.000.000"]


def test_an_rtf_file_is_read_whole_whatever_its_name_says() -> None:
    reading = read_official((FILES / "ke-hoach.rtf").read_bytes(), "ke-hoach.doc")

    is_whole(reading)
    assert reading.file_kind == "rtf"
    (table,) = [block for block in reading.document.sections[1].blocks if isinstance(block, Table)]
    assert [cell.text for cell in table.rows[1]] == ["1", "Biên soạn bài phát thanh", "2.000.000"]


@pytest.mark.parametrize(
    "words",
    [
        rb"H\u7897? ngh\u232\'e8o",  # the sign behind \u stands in for it
        rb"{\fonttbl{\f0\fcharset163 Arial;}}\f0 H\'f4\'f2 ngh\'e8o",  # letter and mark apart
        rb"{\fonttbl{\f0 .VnTime;}}\f0 H\'e9 ngh\'cco",
        rb"{\pict 0102}{\*\unknown x}H\u7897\'3f ngh{\b \u232?}o",
    ],
)
def test_the_words_of_an_rtf_file_in_its_several_encodings(words: bytes) -> None:
    text = rb"{\rtf1\ansi{\info{\title Khac}}" + words + rb" \u273?\u432?\u7907?c vay.\par Hai.}"

    lines = [line.text for line in read_official(text, "a.rtf").lines]
    assert lines == ["Hộ nghèo được vay.", "Hai."]


def test_a_web_page_gives_its_document_and_nothing_of_the_site() -> None:
    reading = read_official(PAGE.encode(), "van-ban.aspx")

    is_whole(reading)
    words = " ".join(line.text for line in reading.lines)
    for site in (
        "Trang chủ",
        "Giới thiệu",
        "Tin 1",
        "Facebook",
        "Lượt xem",
        "Bản quyền",
        "Tình trạng",
        "99/KH",
    ):
        assert site not in words
    (table,) = [block for block in reading.document.sections[0].blocks if isinstance(block, Table)]
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["STT", "Nội dung"],
        ["1", "Phát thanh & tờ rơi"],
    ]


def test_a_page_in_an_old_font_is_turned() -> None:
    words = encode("Hộ nghèo được vay vốn", TCVN3)
    page = f"<html><body><font face='.VnTime'><p>{words}</p></font></body></html>"

    reading = read_official(page.encode(), "a.html")

    assert [line.text for line in reading.lines] == ["Hộ nghèo được vay vốn"]


@pytest.mark.parametrize(
    "content",
    [
        PLAN_TEXT.encode(),
        PLAN_TEXT.encode("utf-8-sig"),
        PLAN_TEXT.encode("utf-16"),
        PLAN_TEXT.encode("utf-16-le"),
        PLAN_TEXT.encode("utf-16-be"),
        encode(PLAN_TEXT, VNI).encode("cp1252"),
        encode(PLAN_TEXT, VNI).encode(),
        encode(PLAN_TEXT, TCVN3).encode("latin-1"),
    ],
    ids=["utf-8", "utf-8 marked", "utf-16", "utf-16-le", "utf-16-be", "vni", "vni kept as utf-8", "tcvn3"],
)
def test_text_in_every_encoding_is_the_same_paper(content: bytes) -> None:
    is_whole(read_official(content, "ke-hoach.txt"))


def test_windows_1258_is_read() -> None:
    import unicodedata

    letters = []
    for char in PLAN_TEXT:  # as that code page has it: the letter, then its tone
        try:
            letters.append(char.encode("cp1258"))
        except UnicodeEncodeError:
            decomposed = unicodedata.normalize("NFD", char)
            base = unicodedata.normalize(
                "NFC", "".join(c for c in decomposed if c not in "\u0300\u0309\u0303\u0301\u0323")
            )
            tone = "".join(c for c in decomposed if c in "\u0300\u0309\u0303\u0301\u0323")
            letters.append((base + tone).encode("cp1258"))

    is_whole(read_official(b"".join(letters), "ke-hoach.txt"))
