"""Bản quét: words come back nearly all right, what is unsure is marked, what is too coarse is refused."""

from datetime import date

import pytest
from PIL import Image

from lantoa.paper.reading import Reading, Unreadable, read_official
from lantoa.paper.structure import OfficialDocument, Paragraph, Section, Signer
from tests.paper.scans import as_file, errors_in, scanned

pytestmark = pytest.mark.slow

LETTER = OfficialDocument(
    superior="ỦY BAN NHÂN DÂN TỈNH MIỀN TRUNG",
    issuer="SỞ CHÍNH SÁCH XÃ HỘI",
    number="48",
    symbol="KH-SCSXH",
    place="Miền Trung",
    issued_on=date(2031, 3, 17),
    kind="KẾ HOẠCH",
    title="Truyền thông giảm nghèo năm 2031",
    legal_bases=["Căn cứ Nghị định số 412/2029/NĐ-CP ngày 11 tháng 9 năm 2029 của Chính phủ về hộ nghèo"],
    opening=[Paragraph("Sở Chính sách xã hội ban hành Kế hoạch truyền thông với các nội dung sau:")],
    sections=[
        Section(1, "I", "MỤC ĐÍCH, YÊU CẦU", [
            Paragraph("Hộ nghèo, hộ cận nghèo trên địa bàn biết rõ quyền lợi và nơi làm thủ tục.", "-"),
            Paragraph("Truyền thông đúng đối tượng, đúng quy định, tiết kiệm, có minh chứng.", "-"),
        ]),
        Section(1, "II", "TỔ CHỨC THỰC HIỆN", [
            Paragraph("Ủy ban nhân dân các phường, xã phổ biến kế hoạch này đến từng khu phố, ấp.", "-"),
        ]),
    ],
    closing="Trên đây là Kế hoạch truyền thông giảm nghèo năm 2031 của Sở Chính sách xã hội",
    recipients=["Ủy ban nhân dân tỉnh", "Lưu: VT, GN"],
    signers=[Signer(["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], "Trần Thu Hà")],
)  # fmt: skip


def words_of(reading: Reading) -> str:
    return " ".join(line.text for line in reading.lines)


@pytest.fixture(scope="module")
def truth() -> str:
    from lantoa.paper.writing import to_pdf

    return words_of(read_official(to_pdf(LETTER)))


@pytest.mark.parametrize(("tilt", "noise"), [(0.0, 0.0), (1.2, 0.12), (-2.5, 0.05)])
def test_a_page_at_200_dpi_comes_back(truth: str, tilt: float, noise: float) -> None:
    reading = read_official(as_file(scanned(LETTER, 200, tilt=tilt, noise=noise), "PNG", 200), "quet.png")
    document = reading.document

    assert errors_in(words_of(reading), truth) <= 0.03
    assert (document.number, document.symbol) == ("48", "KH-SCSXH")
    assert (document.place, document.issued_on) == ("Miền Trung", date(2031, 3, 17))
    assert (document.superior, document.issuer) == ("ỦY BAN NHÂN DÂN TỈNH MIỀN TRUNG", "SỞ CHÍNH SÁCH XÃ HỘI")
    assert (document.kind, document.title) == ("KẾ HOẠCH", "Truyền thông giảm nghèo năm 2031")
    assert document.signer is not None and document.signer.name == "Trần Thu Hà"


@pytest.mark.parametrize("kind", ["PDF", "TIFF"])
def test_pages_of_a_scan_keep_their_numbers(kind: str) -> None:
    page = scanned(LETTER, 200)[0]

    reading = read_official(as_file([page, page], kind, 200), "quet")

    assert {line.page for line in reading.lines} == {1, 2}
    assert all(line.confidence is not None and 0 <= line.confidence <= 100 for line in reading.lines)
    assert reading.confidence is not None and reading.confidence > 85


@pytest.mark.parametrize(("kind", "told"), [("JPEG", 120), ("JPEG", None), ("PDF", 120)])
def test_a_coarse_scan_is_refused_whatever_the_file_says(kind: str, told: int | None) -> None:
    with pytest.raises(Unreadable, match="dưới 180"):
        read_official(as_file(scanned(LETTER, 120), kind, told), "quet")


def test_an_empty_page_has_no_words() -> None:
    with pytest.raises(Unreadable, match="Không thấy chữ nào"):
        read_official(as_file([Image.new("L", (1654, 2339), 255)], "PNG", 200), "trang.png")


def test_a_huge_picture_is_refused_before_it_is_opened() -> None:
    with pytest.raises(Unreadable, match="quá lớn"):
        read_official(as_file([Image.new("1", (12_000, 12_000), 1)], "PNG", 300), "to.png")


def test_a_scanned_page_among_pages_of_text_is_recognised_too() -> None:
    from io import BytesIO

    import pypdfium2 as pdfium

    from lantoa.paper.writing import to_pdf

    both = pdfium.PdfDocument(to_pdf(LETTER))
    both.import_pages(pdfium.PdfDocument(as_file(scanned(LETTER, 200), "PDF", 200)))
    out = BytesIO()
    both.save(out)

    reading = read_official(out.getvalue(), "hai-phan.pdf")

    assert [line.confidence is None for line in reading.lines if line.text.startswith("CỘNG HÒA")] == [
        True,
        False,
    ]
