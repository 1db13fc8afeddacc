"""GeoJSON của người ngoài: chỉ lấy số và chữ ngắn, giản lược chung một lưới, tệp hiểm độc bị từ chối."""

import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantoa.paper.refusal import Unreadable
from lantoa.people.outlines import geojson
from lantoa.people.outlines.geojson import MOST_KEPT_EACH, parse
from lantoa.people.outlines.matching import read_outlines
from tests.people.outlines.shapes import collection, feature, square


def test_an_outline_is_whole_numbers_with_its_middle() -> None:
    (told,) = parse(
        collection(feature(square(106.8, 10.9), ma="26041", ten="Bến Gỗ", dien_tich=1.5, co=True))
    )

    assert told["properties"] == {"ma": "26041", "ten": "Bến Gỗ"}
    assert told["outline"] == [
        [[(10680000, 1090000), (10682000, 1090000), (10682000, 1092000), (10680000, 1092000)]]
    ]
    assert (told["centre"], told["says"]) == ((10681000, 1091000), "")


def test_a_point_gives_the_middle_alone_and_holes_stay() -> None:
    ring = square(106.8, 10.9, 0.1)[0]
    hole = square(106.84, 10.94, 0.01)[0]
    point, holed = parse(collection(feature([106.8, 10.9], "Point"), feature([[ring, hole]], "MultiPolygon")))

    assert (point["centre"], point["outline"]) == ((10680000, 1090000), [])
    assert len(holed["outline"][0]) == 2


def border(corners: int) -> list[list[float]]:
    """A crooked line that two neighbours share."""
    return [[106.8 + (n % 7) * 1e-5, 10.9 + n * 1e-5] for n in range(corners)]


def test_neighbours_still_share_their_border_after_simplifying() -> None:
    """Giản lược chung một lưới: hai phường giáp nhau vẫn giáp nhau, không hở, không chồng."""
    line = border(4000)
    west = [[*line, [106.7, 10.94], [106.7, 10.9], line[0]]]
    east = [[*line, [106.9, 10.94], [106.9, 10.9], line[0]]]

    one, other = (set(told["outline"][0][0]) for told in parse(collection(feature(west), feature(east))))

    assert max(len(one), len(other)) <= MOST_KEPT_EACH
    middle = {corner for corner in one | other if 1_090_100 < corner[1] < 1_093_900}
    assert middle and middle <= one & other


def test_a_shape_too_small_for_the_grid_keeps_its_own() -> None:
    tiny = square(106.5, 10.5, 0.0001)
    line = border(4000)
    told = parse(collection(feature([[*line, [106.7, 10.94], line[0]]]), feature(tiny)))

    assert len(told[1]["outline"][0][0]) == 4


@pytest.mark.parametrize(
    "wrong",
    [
        feature([], "LineString"),
        feature(None),
        feature([[["106.8", 10.9]]]),
        feature([[[106.8, 10.9], [106.9, 10.9]]]),
        feature([[[106.8, 10.9], [106.9, 10.9], [107.0, 10.9]]]),
        feature(square(2.35, 48.85)),
        feature([[[True, False]]]),
        {"type": "Feature", "geometry": None},
        {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": 7}},
    ],
)
def test_one_broken_shape_says_so_and_spoils_nothing(wrong) -> None:
    told = parse(collection(wrong, feature(square(106.8, 10.9))))

    assert told[0]["says"].endswith(".") and told[0]["outline"] == []
    assert told[1]["says"] == ""


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", geojson.NOT_JSON),
        (b"[]", geojson.NOT_JSON),
        (b"\xff\xfe\x00", geojson.NOT_JSON),
        (b'{"type": "FeatureCollection", "features": [1]}', geojson.NO_FEATURES),
        (b'{"type": "FeatureCollection"}', geojson.NO_FEATURES),
        (b'{"type": "Topology", "objects": {}}', geojson.NO_FEATURES),
        (collection(), geojson.NO_FEATURES),
        (b'{"type": "Feature", "geometry": {"type": "Point", "coordinates": [NaN, 1]}}', geojson.NOT_JSON),
        (collection(feature([587_000.0, 1_208_000.0], "Point")), geojson.METRES),
        (collection(feature([10.9, 106.8], "Point")), geojson.SWAPPED),
        (collection(*[feature([106.8, 10.9], "Point")] * 5001), geojson.TOO_MANY),
    ],
)
def test_what_is_no_such_file_is_refused_with_one_sentence(content, says) -> None:
    with pytest.raises(Unreadable) as refused:
        parse(content)

    assert str(refused.value) == says


@pytest.mark.slow
@pytest.mark.parametrize(
    "content",
    [
        b'{"a":' * 200_000,
        b'{"type":"Feature","geometry":{"type":"Polygon","coordinates":' + b"[" * 100_000,
        json.dumps(feature([10**300, 1], "Point")).encode(),
        b'{"type":"Feature","geometry":{"type":"Point","coordinates":[' + b"9" * 6000 + b",1]}}",
        collection(feature([[[106.8 + n * 1e-9, 10.9] for n in range(500_001)]])),
    ],
    ids=["deep", "deeper", "huge number", "endless number", "many points"],
)
def test_hostile_files_get_a_sentence_from_the_bounded_child(content: bytes) -> None:
    with pytest.raises(Unreadable) as refused:
        read_outlines(content)

    assert str(refused.value).endswith(".")


def test_words_of_a_page_do_not_come_through() -> None:
    """Chữ trong tệp chỉ đến được trang qua bộ lọc của mẫu; tọa độ chỉ là số nguyên."""
    (told,) = parse(collection(feature(square(106.8, 10.9), ten='"/><script>alert(1)</script>')))

    assert all(isinstance(n, int) for polygon in told["outline"] for ring in polygon for c in ring for n in c)


NUMBERS = st.floats(allow_nan=False) | st.integers() | st.text(max_size=3) | st.none() | st.booleans()
NESTED = st.recursive(NUMBERS, lambda inner: st.lists(inner, max_size=4), max_leaves=12)


@settings(max_examples=80, deadline=None)
@given(st.lists(NESTED, max_size=3), st.sampled_from(["Polygon", "MultiPolygon", "Point", "X"]))
def test_any_coordinates_give_an_answer_or_a_sentence(shapes: list, kind: str) -> None:
    content = collection(*(feature(one, kind) for one in shapes), feature([106.8, 10.9], "Point"))
    try:
        told = parse(content)
    except Unreadable as refused:
        assert str(refused).endswith(".")
        return

    assert len(told) == len(shapes) + 1


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=3, max_size=40))
def test_a_thinned_ring_has_corners_of_the_ring_and_no_repeats(ring: list) -> None:
    kept = geojson._thinned(ring)

    assert set(kept) <= set(ring)
    assert all(a != b for a, b in pairwise([*kept, *kept[:1]])) or not kept
