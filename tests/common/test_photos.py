"""What a camera wrote into a photo does not leave the house; the picture stays byte for byte."""

import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from lantoa.common.files import PHOTOS, Upload, keep, path_of
from lantoa.common.photos import Photo, cleaned

OWNER = "Chủ máy không tên"


def camera_photo(kind: str = "JPEG", turned: int = 6) -> bytes:
    """A small picture as a phone writes it: day, place, owner, which way is up."""
    picture = Image.new("RGB", (48, 32), (20, 120, 90))
    picture.putpixel((3, 3), (250, 1, 1))
    exif = Image.Exif()
    exif[0x0112], exif[0x013B], exif[0x010F] = turned, OWNER, "Máy ảnh"
    exif.get_ifd(0x8769)[0x9003] = "2026:05:07 08:09:10"
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2], gps[3], gps[4] = "N", (10.0, 57.0, 8.4), "E", (106.0, 49.0, 26.4)
    out = io.BytesIO()
    if kind == "PNG":
        words = PngImagePlugin.PngInfo()
        words.add_text("Author", OWNER)
        picture.save(out, "PNG", exif=exif, pnginfo=words)
    else:
        picture.save(out, "JPEG", exif=exif, comment=OWNER.encode())
    return out.getvalue()


def pixels(content: bytes) -> bytes:
    return Image.open(io.BytesIO(content)).convert("RGB").tobytes()


def test_day_and_place_are_read_and_nothing_of_the_camera_is_left() -> None:
    before = camera_photo()

    after = cleaned(before)

    assert after.taken_on == date(2026, 5, 7)
    assert (after.latitude, after.longitude) == (Decimal("10.95233"), Decimal("106.82400"))
    assert OWNER.encode() in before and OWNER.encode() not in after.content
    left = Image.open(io.BytesIO(after.content)).getexif()
    assert dict(left) == {0x0112: 6} and not left.get_ifd(0x8825) and not left.get_ifd(0x8769)
    assert pixels(after.content) == pixels(before)


def test_a_photo_that_lies_right_keeps_no_block_at_all() -> None:
    after = cleaned(camera_photo(turned=1)).content

    assert b"Exif" not in after
    assert cleaned(after) == Photo(after)


def test_words_inside_a_png_are_left_out() -> None:
    before = camera_photo("PNG")

    after = cleaned(before)

    assert OWNER.encode("latin-1", "replace")[:4] in before or b"Author" in before
    assert b"Author" not in after.content and b"eXIf" not in after.content
    assert pixels(after.content) == pixels(before)


def test_what_hangs_behind_the_picture_is_left_out() -> None:
    before = camera_photo() + b"a film, or another picture with its place"

    assert cleaned(before).content.endswith(b"\xff\xd9")


@settings(max_examples=150)
@given(st.data())
def test_a_broken_photo_comes_back_whole_and_never_raises(data: st.DataObject) -> None:
    photo = bytearray(camera_photo(data.draw(st.sampled_from(["JPEG", "PNG"]))))
    for at in data.draw(st.lists(st.integers(0, len(photo) - 1), max_size=6)):
        photo[at] = data.draw(st.integers(0, 255))
    content = bytes(photo[: data.draw(st.integers(0, len(photo)))])

    after = cleaned(content)

    assert len(after.content) <= len(content)


@pytest.mark.django_db
@pytest.mark.db
def test_a_kept_photo_is_without_camera_data_and_knows_its_day() -> None:
    kept = keep(Upload("anh.jpg", camera_photo()), None, PHOTOS)

    assert kept.taken_on == date(2026, 5, 7)
    assert OWNER.encode() not in path_of(kept.sha256).read_bytes()


@pytest.mark.django_db
@pytest.mark.db
def test_a_scanned_paper_is_kept_byte_for_byte() -> None:
    """A signed scan is evidence as it came."""
    scan = camera_photo()

    assert path_of(keep(Upload("ban-quet.jpg", scan), None).sha256).read_bytes() == scan
