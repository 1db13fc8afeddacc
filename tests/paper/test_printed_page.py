"""Trang in theo Nghị định 30/2020/NĐ-CP, Phụ lục I: measured on the printed PDF itself."""

import itertools
from collections.abc import Callable
from functools import cache

import pypdfium2 as pdfium
import pytest

from lantoa.paper.reading.pdf_page import PageContent, Segment, read_page
from lantoa.paper.structure import OfficialDocument, Paragraph, Section, Signer, Table
from lantoa.paper.writing import to_pdf
from lantoa.paper.writing.metrics import POINT, width_mm
from tests.paper.samples import PAPERS, province_plan, report, ward_plan

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
# Every letter of Vietnamese: twelve vowels by six tones, đ, in both cases.
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]


@cache
def pages_of(make: Callable[[], OfficialDocument]) -> list[PageContent]:
    return read_pages(to_pdf(make()))


def read_pages(content: bytes) -> list[PageContent]:
    pdf = pdfium.PdfDocument(content)
    pages = [read_page(pdf, at) for at in range(len(pdf))]
    pdf.close()
    return pages


def words_of(pages: list[PageContent]) -> str:
    return " ".join(segment.text for page in pages for row in page.rows for segment in row)


def find(page: PageContent, words: str) -> Segment:
    """The glyphs of these words, wherever in a row they stand."""
    for row in page.rows:
        for segment in row:
            inked = [glyph for glyph in segment.glyphs if not glyph.char.isspace()]
            text = "".join(glyph.char for glyph in inked)
            at = text.find(words.replace(" ", ""))
            if at >= 0:
                return Segment(inked[at : at + len(words.replace(" ", ""))])
    raise AssertionError(f"not on the page in one line: {words}")


def rule_under(page: PageContent, segment: Segment) -> float:
    """The length in millimetres of the first rule below these words."""
    middle = (segment.x0 + segment.x1) / 2
    below = [(y, x1 - x0) for y, x0, x1 in page.across if y < segment.y and x0 < middle < x1]
    return max(below)[1] * POINT


@pytest.mark.parametrize("make", PAPERS.values(), ids=PAPERS)
def test_a4_with_margins_in_range(make: Callable[[], OfficialDocument]) -> None:
    page = pages_of(make)[0]

    segments = [segment for row in page.rows for segment in row]
    assert (round(page.width * POINT), round(page.height * POINT)) == (210, 297)
    assert 29.6 <= min(s.x0 for s in segments) * POINT <= 35
    assert (page.width - max(s.x1 for s in segments)) * POINT >= 14.5
    assert 20 <= (page.height - max(s.y + 0.9 * s.size for s in segments)) * POINT <= 25
    assert min(s.y - 0.25 * s.size for s in segments) * POINT >= 19.9


@pytest.mark.parametrize("make", PAPERS.values(), ids=PAPERS)
def test_the_nation_and_motto_stand_on_one_line_each_at_their_size(
    make: Callable[[], OfficialDocument],
) -> None:
    page = pages_of(make)[0]

    nation, motto = find(page, NATION), find(page, MOTTO)

    assert (nation.size, motto.size) == (13, 14)
    assert all(glyph.bold and not glyph.italic for glyph in nation.glyphs + motto.glyphs)
    assert abs((nation.x0 + nation.x1) - (motto.x0 + motto.x1)) < 2


@pytest.mark.parametrize("make", PAPERS.values(), ids=PAPERS)
def test_the_rule_under_the_motto_is_as_long_as_its_words(make: Callable[[], OfficialDocument]) -> None:
    page = pages_of(make)[0]
    motto = find(page, MOTTO)

    assert abs(rule_under(page, motto) - (motto.x1 - motto.x0) * POINT) < 0.7


def test_the_rules_under_issuer_and_title_are_a_third_to_a_half_of_the_words() -> None:
    page = pages_of(ward_plan)[0]

    for line in ("PHƯỜNG BẾN ĐÒ", "năm 2031 trên địa bàn phường Bến Đò"):
        words = find(page, line)
        share = rule_under(page, words) / ((words.x1 - words.x0) * POINT)
        assert 1 / 3 <= share <= 1 / 2


def test_a_long_agency_name_breaks_in_two_lines_at_a_sensible_place() -> None:
    page = pages_of(report)[0]

    find(page, "PHÒNG CHÍNH SÁCH -")
    find(page, "AN SINH VÀ XÃ HỘI")


def test_the_page_number_stands_centred_at_the_top_from_page_two_on() -> None:
    first, second, *_ = pages_of(ward_plan)

    number = second.rows[0][0]
    assert (number.text, number.size) == ("2", 13)
    assert number.y > second.height - 20 / POINT
    assert abs((number.x0 + number.x1) / 2 - (30 / POINT + second.width - 15 / POINT) / 2) < 2
    assert first.rows[0][0].y < first.height - 20 / POINT


def test_an_annex_counts_its_own_pages() -> None:
    _, annex, annex_goes_on = pages_of(province_plan)

    assert annex.width > annex.height
    assert annex.rows[0][0].text == "Phụ lục"
    assert annex_goes_on.rows[0][0].text == "2"


@pytest.mark.parametrize("make", PAPERS.values(), ids=PAPERS)
def test_the_end_mark_stands_once(make: Callable[[], OfficialDocument]) -> None:
    assert words_of(pages_of(make)).count("./.") == 1


def test_legal_bases_are_italic_and_the_last_one_ends_with_a_stop() -> None:
    page = pages_of(ward_plan)[0]

    assert all(glyph.italic for glyph in find(page, "quy định chuẩn nghèo đa chiều;").glyphs)
    assert all(glyph.italic for glyph in find(page, "truyền thông giảm nghèo năm 2031.").glyphs)


def test_recipients_are_smaller_than_the_body() -> None:
    page = pages_of(province_plan)[0]

    heading, entry = find(page, "Nơi nhận:"), find(page, "- UBND tỉnh;")
    assert heading.size == 12 and all(glyph.bold and glyph.italic for glyph in heading.glyphs)
    assert entry.size == 11
    find(page, "- Lưu: VT, GN.")


def test_the_signature_has_body_lines_on_its_page() -> None:
    for count in range(18, 34):
        document = ward_plan()
        document.sections = [Section(1, "I", "NỘI DUNG", [Paragraph(f"Dòng thứ {n}.") for n in range(count)])]
        page = next(p for p in read_pages(to_pdf(document)) if "PHÓ CHỦ TỊCH" in words_of([p]))

        signature = find(page, "TM. ỦY BAN NHÂN DÂN")
        body_lines = [row for row in page.rows if row[0].size == 14 and row[0].y > signature.y + 5]
        assert len(body_lines) >= 2
        find(page, "Đỗ Minh Tâm")


def test_every_vietnamese_letter_can_be_copied_from_the_page() -> None:
    import unicodedata

    vowels = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"]
    letters = [unicodedata.normalize("NFC", v + tone) for v, tone in itertools.product(vowels, TONES)]
    alphabet = " ".join([*letters, "đ", *(letter.upper() for letter in letters), "Đ"])

    pages = read_pages(to_pdf(OfficialDocument(kind="BÁO CÁO", opening=[Paragraph(alphabet + ".")])))

    assert alphabet in words_of(pages)


HOSTILE = [
    '#panic("x")', "#set page(width: 1cm)", "$x^2$", "@label", "\\u{1F600}", '"', "<script>", "/* // */",
    "= not a heading",
    "`code`", "*b* _i_", "~ -- ---", "#[", "]", "[", "{", "}", "#{", "-?", "%%", "&amp; &", "\\",
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_no_character_of_a_person_is_markup(words: str) -> None:
    document = OfficialDocument(
        issuer="PHÒNG THỬ",
        kind="KẾ HOẠCH",
        title=f"Thử {words} xong",
        legal_bases=[f"Căn cứ {words} xong"],
        opening=[Paragraph(f"Thử {words} xong.")],
        sections=[
            Section(1, "I", f"THỬ {words.upper()} XONG", [Table.simple(["Cột"], [[f"ô {words} xong"]])])
        ],
        recipients=[f"Nơi {words} xong"],
        signers=[Signer(["TRƯỞNG PHÒNG"], f"Tên {words} xong")],
    )

    shown = words_of(read_pages(to_pdf(document))).replace(" ", "")

    for before in ("Thử", "Căncứ", "ô", "Nơi", "Tên"):
        assert f"{before}{words}xong".replace(" ", "") in shown


def test_control_characters_and_line_breaks_do_no_harm() -> None:
    document = OfficialDocument(
        kind="KẾ HOẠCH", opening=[Paragraph("một\x00\x08\nhai\u2028ba\ud800\uffff bốn.")]
    )

    assert "một hai ba bốn./." in words_of(read_pages(to_pdf(document)))


def test_the_same_document_gives_the_same_bytes() -> None:
    assert to_pdf(ward_plan()) == to_pdf(ward_plan())


def test_the_metrics_are_those_of_the_typeface() -> None:
    page = pages_of(ward_plan)[0]
    nation = find(page, NATION)

    # The page is kerned, the metrics are not: they say a little more, never less.
    assert 0 <= width_mm(NATION, 13, bold=True) - (nation.x1 - nation.x0) * POINT < 1
    assert width_mm(NATION, 13, bold=True) == pytest.approx(95.7, abs=0.1)
