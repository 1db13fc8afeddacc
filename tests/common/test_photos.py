"""What a camera wrote into a picture does not leave the house, whatever the picture is kept as."""

import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, PngImagePlugin

from lantoa.common.files import DOCUMENTS, PAPERS, PHOTOS, Upload, keep, path_of
from lantoa.common.photos import MOST_PAGES, BrokenPictureError, redrawn
from lantoa.common.problems import RuleBroken
from tests.factories.pictures import OWNER, drawing, picture

JPEG, PNG, TIFF = "image/jpeg", "image/png", "image/tiff"
DAY, PLACE = date(2026, 5, 7), (10.952333, 106.824)


def camera_photo(kind: str = "JPEG", turned: int = 6) -> bytes:
    """A small picture as a phone writes it: day, place, owner, which way is up, something behind it."""
    if kind == "PNG":
        words = PngImagePlugin.PngInfo()
        words.add_text("Author", OWNER)
        words.add_itxt("XML:com.adobe.xmp", f"<x>{OWNER}</x>")
        out = io.BytesIO()
        drawing(1).save(out, "PNG", pnginfo=words)
        return out.getvalue()
    if kind == "TIFF":
        out = io.BytesIO()
        pages = [drawing(number).convert("1") for number in (1, 2, 3)]
        notes = {270: OWNER, 315: OWNER, 700: OWNER.encode()}
        pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:], tiffinfo=notes, dpi=(300, 300))
        return out.getvalue()
    return picture(1, taken=DAY, at=PLACE, turned=turned) + b"\xff\xd8 a film behind it: " + OWNER.encode()


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def far_from(one: Image.Image, other: Image.Image) -> int:
    """The largest difference of a pixel."""
    return max(
        high for _, high in ImageChops.difference(one.convert("RGB"), other.convert("RGB")).getextrema()
    )


def test_day_and_place_are_read_and_nothing_of_the_camera_is_left() -> None:
    before = camera_photo(turned=1)

    after = redrawn(before, JPEG)

    assert after.taken_on == DAY
    assert (after.latitude, after.longitude) == (Decimal("10.95233"), Decimal("106.82400"))
    assert OWNER.encode() in before and OWNER.encode() not in after.content
    assert not opened(after.content).getexif() and b"Exif" not in after.content
    assert far_from(opened(after.content), opened(before)) < 25


def test_a_picture_that_lay_on_its_side_stands_up() -> None:
    after = opened(redrawn(camera_photo(turned=6), JPEG).content)

    assert after.size == (64, 90)


@pytest.mark.parametrize(("kind", "mime"), [("PNG", PNG), ("TIFF", TIFF)])
def test_words_inside_a_picture_are_left_out_and_every_page_is_kept(kind: str, mime: str) -> None:
    before = camera_photo(kind)

    after = redrawn(before, mime).content

    assert OWNER.encode() in before and OWNER.encode() not in after
    assert getattr(opened(after), "n_frames", 1) == getattr(opened(before), "n_frames", 1)
    assert far_from(opened(after), opened(before)) == 0
    assert kind != "TIFF" or round(opened(after).info["dpi"][0]) == 300


@pytest.mark.parametrize("mode", ["L", "CMYK", "P", "RGBA", "LA", "I;16", "1"])
def test_every_way_to_write_colours_is_drawn(mode: str) -> None:
    for kind, mime in (("JPEG", JPEG), ("PNG", PNG), ("TIFF", TIFF)):
        out = io.BytesIO()
        try:
            drawing(4).convert("L" if mode == "I;16" else mode).convert(mode).save(out, kind)
        except (OSError, ValueError):
            continue  # this kind of file cannot hold it
        assert opened(redrawn(out.getvalue(), mime).content).size == (90, 64)


@pytest.mark.parametrize("tag", [0x9003, 0x9004, 0x0132])
def test_the_day_is_read_wherever_a_camera_or_a_program_writes_it(tag: int) -> None:
    exif = Image.Exif()
    exif[tag] = "2019:02:03 04:05:06"
    out = io.BytesIO()
    drawing(1).save(out, "JPEG", exif=exif)

    assert redrawn(out.getvalue(), JPEG).taken_on == date(2019, 2, 3)


def test_the_same_picture_is_drawn_to_the_same_bytes_whatever_its_camera_wrote() -> None:
    one, other = picture("x", taken=DAY, at=PLACE), picture("x", taken=date(2019, 1, 1))

    assert redrawn(one, JPEG).content == redrawn(other, JPEG).content


@pytest.mark.parametrize(
    ("east", "north"), [((200.0, 0.0, 0.0), (10.0, 0.0, 0.0)), ((0.0,), (1.0, 2.0)), ((0.0, 0.0, 0.0),) * 2]
)
def test_a_place_that_is_none_is_not_known(east: tuple, north: tuple) -> None:
    exif = Image.Exif()
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2], gps[3], gps[4] = "N", north, "E", east
    out = io.BytesIO()
    drawing(1).save(out, "JPEG", exif=exif)

    assert redrawn(out.getvalue(), JPEG).latitude is None


@settings(max_examples=80)
@given(st.data())
def test_a_broken_picture_is_drawn_or_refused_and_never_comes_back_as_it_was(data: st.DataObject) -> None:
    kind, mime = data.draw(st.sampled_from([("JPEG", JPEG), ("PNG", PNG), ("TIFF", TIFF)]))
    photo = bytearray(camera_photo(kind))
    for at in data.draw(st.lists(st.integers(0, len(photo) - 1), max_size=6)):
        photo[at] = data.draw(st.integers(0, 255))
    content = bytes(photo[: data.draw(st.integers(0, len(photo)))])

    try:
        after = redrawn(content, mime).content
    except BrokenPictureError:
        return

    assert OWNER.encode() not in after and opened(after).getexif().get(0x013B) is None


def test_too_many_pages_are_refused() -> None:
    out = io.BytesIO()
    dot = Image.new("1", (2, 2))
    dot.save(out, "TIFF", save_all=True, append_images=[dot] * MOST_PAGES)

    with pytest.raises(BrokenPictureError, match="trang"):
        redrawn(out.getvalue(), TIFF)


@pytest.mark.django_db
@pytest.mark.db
@pytest.mark.parametrize("allowed", [PHOTOS, PAPERS, DOCUMENTS, None])
def test_a_picture_is_drawn_anew_whatever_it_is_kept_as(allowed: set[str] | None) -> None:
    """Ảnh nộp làm nhật ký ký tên, bản quét hay văn bản cũng không còn gì của máy ảnh."""
    kept = keep(Upload("nhat-ky.jpg", camera_photo()), None, allowed)

    assert (kept.taken_on, kept.latitude) == (DAY, Decimal("10.95233"))
    assert OWNER.encode() not in path_of(kept.sha256).read_bytes()
    assert kept.received_sha256 != kept.sha256


@pytest.mark.django_db
@pytest.mark.db
@pytest.mark.parametrize("allowed", [PHOTOS, PAPERS, DOCUMENTS, None])
def test_a_broken_picture_is_refused_whatever_it_was_to_be_kept_as(allowed: set[str] | None) -> None:
    whole = picture(1, taken=DAY, at=PLACE, size=(900, 640))
    for broken in (whole[: len(whole) // 2], whole[:300], b"\xff\xd8\xff\xe1" + OWNER.encode() * 9):
        with pytest.raises(RuleBroken) as refused:
            keep(Upload("nhat-ky.jpg", broken), None, allowed)
        assert [p.code for p in refused.value.problems] == ["picture_broken"]


def test_no_door_writes_a_file_beside_this_one() -> None:
    """Every upload is stored by `files.keep`: nothing else of the program writes into the folder of files."""
    import lantoa

    home = Path(lantoa.__file__).parent
    writers = {
        str(path.relative_to(home))
        for path in home.rglob("*.py")
        if "MEDIA_ROOT" in path.read_text() or "default_storage" in path.read_text()
    }

    # "pending" keeps tables and outlines while a person looks at them, never a picture.
    assert writers == {"common/files.py", "office/pending.py"}
