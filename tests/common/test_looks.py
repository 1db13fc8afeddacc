"""The same picture in other bytes is found again; a hundred others are not; the index misses none."""

import io
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageEnhance

from lantoa.common import dates
from lantoa.common.files import PHOTOS, Upload, alike, keep
from lantoa.common.looks import FLAT, MOST_APART, apart, bands_of, look_of
from lantoa.common.models import LookBand, StoredFile
from tests.factories.pictures import drawing, picture

LOOKS = st.integers(0, 2**64 - 1)


def hexed(bits: int) -> str:
    return f"{bits:016x}"


def bytes_of(image: Image.Image, kind: str = "PNG", **how: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


@given(LOOKS, st.sets(st.integers(0, 63), max_size=MOST_APART))
def test_of_two_looks_that_are_alike_a_band_is_equal(look: int, flipped: set[int]) -> None:
    other = look
    for bit in flipped:
        other ^= 1 << bit

    assert apart(hexed(look), hexed(other)) == len(flipped)
    assert any(a == b for a, b in zip(bands_of(hexed(look)), bands_of(hexed(other)), strict=True))


@pytest.mark.parametrize("seed", range(5))
def test_the_same_scene_in_another_size_light_or_compression_looks_alike(seed: int) -> None:
    scene = drawing(seed, (720, 512))
    look = look_of(bytes_of(scene))
    others = [
        bytes_of(scene, "JPEG", quality=30),
        bytes_of(scene.resize((360, 256))),
        bytes_of(ImageEnhance.Brightness(scene).enhance(0.8)),
        bytes_of(ImageEnhance.Contrast(scene).enhance(0.7)),
    ]

    assert [apart(look, look_of(one)) <= MOST_APART for one in others] == [True] * 4


def test_other_scenes_look_otherwise() -> None:
    looks = [look_of(bytes_of(drawing(seed))) for seed in range(100)]

    pairs = [(a, b) for n, a in enumerate(looks) for b in looks[:n]]
    assert sum(apart(a, b) <= MOST_APART for a, b in pairs) == 0


@pytest.mark.parametrize("colour", ["white", "black", (120, 120, 121)])
def test_a_sheet_of_one_colour_looks_like_nothing(colour: object) -> None:
    assert look_of(bytes_of(Image.new("RGB", (8, 8), colour))) == FLAT
    assert alike(FLAT) == alike("") == []


@pytest.mark.django_db
@pytest.mark.db
def test_the_index_finds_what_comparing_with_every_picture_finds() -> None:
    chance = random.Random(7)
    middle = chance.getrandbits(64)
    looks = {chance.getrandbits(64) for _ in range(60)} | {middle}
    for wide in range(1, 13):
        bits = chance.sample(range(64), wide)
        looks.add(middle ^ sum(1 << bit for bit in bits))
    for number, look in enumerate(sorted(looks)):
        stored = StoredFile.objects.create(
            sha256=str(number),
            name="anh",
            mime="image/png",
            size=1,
            look=hexed(look),
            uploaded_at=dates.now(),
        )
        bands = enumerate(bands_of(hexed(look)))
        LookBand.objects.bulk_create(LookBand(file=stored, band=band, value=value) for band, value in bands)

    found = {one.look for one in alike(hexed(middle))}

    assert found == {hexed(look) for look in looks if apart(hexed(look), hexed(middle)) <= MOST_APART}
    assert len(found) >= MOST_APART


@pytest.mark.django_db
@pytest.mark.db
def test_a_kept_picture_is_found_by_its_look(django_assert_num_queries) -> None:
    first = keep(Upload("anh.jpg", picture("chợ")), None, PHOTOS)
    keep(Upload("khac.jpg", picture("trường")), None, PHOTOS)
    again = keep(Upload("lai.jpg", picture("chợ", size=(300, 200), quality=50)), None, PHOTOS)

    with django_assert_num_queries(1):
        assert alike(again.look) == [first, again]
    assert first.sha256 != again.sha256
