"""One form, one hash: what means the same gives the same bytes, whatever differs gives others."""

import json
import unicodedata
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lantoa.content.rules.canonical_form import canonical_text, sha256_of

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=20)
BLOCKS = st.lists(
    st.fixed_dictionaries({"id": st.integers(1, 99), "text": WORDS, "no_source_why": WORDS}),
    min_size=1,
    max_size=3,
)
FORMS = st.fixed_dictionaries(
    {
        "form": st.just(1),
        "title": WORDS,
        "kind": st.sampled_from(["radio", "banner"]),
        "audiences": st.lists(WORDS, max_size=2),
        "policies": st.lists(st.integers(1, 99), max_size=2),
        "blocks": BLOCKS,
        "spoken": WORDS,
        "citations": st.lists(
            st.fixed_dictionaries({"block": st.integers(1, 9), "fingerprint": WORDS}), max_size=2
        ),
    }
)


def digest(form: dict[str, Any]) -> str:
    return sha256_of(canonical_text(form))


def paths(value: Any, so_far: tuple = ()) -> list[tuple]:
    """Every leaf of a form."""
    if isinstance(value, dict):
        return [p for key, one in value.items() for p in paths(one, (*so_far, key))]
    if isinstance(value, list):
        return [p for n, one in enumerate(value) for p in paths(one, (*so_far, n))]
    return [so_far]


def shuffled(value: Any, seed: int) -> Any:
    """The same form with the keys of every dictionary in another order."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda k: hash((k, seed)))
        return {key: shuffled(value[key], seed) for key in keys}
    if isinstance(value, list):
        return [shuffled(one, seed) for one in value]
    return value


@settings(max_examples=60)
@given(FORMS, st.integers(0, 5))
def test_the_layout_of_the_form_changes_nothing(form: dict[str, Any], seed: int) -> None:
    again = json.loads(json.dumps(shuffled(form, seed), indent=seed or None))

    assert digest(again) == digest(form)


@settings(max_examples=60)
@given(FORMS)
def test_composed_and_decomposed_letters_sign_the_same(form: dict[str, Any]) -> None:
    apart = json.loads(unicodedata.normalize("NFD", json.dumps(form, ensure_ascii=False)))

    assert digest(apart) == digest(form)


@settings(max_examples=100)
@given(FORMS, st.data())
def test_any_single_changed_field_changes_the_hash(form: dict[str, Any], data: st.DataObject) -> None:
    """Đổi một trường bất kỳ thì mã băm đổi."""
    path = data.draw(st.sampled_from(paths(form)))
    other = json.loads(json.dumps(form))
    place = other
    for step in path[:-1]:
        place = place[step]
    old = place[path[-1]]
    new = data.draw(WORDS if isinstance(old, str) else st.integers(0, 200))
    assume(unicodedata.normalize("NFC", str(new)) != unicodedata.normalize("NFC", str(old)))
    place[path[-1]] = new

    assert digest(other) != digest(form)


@settings(max_examples=60)
@given(FORMS, st.data())
def test_any_single_changed_byte_of_the_signed_text_changes_the_hash(
    form: dict[str, Any], data: st.DataObject
) -> None:
    """Sai một byte là không còn là bản đã duyệt."""
    text = canonical_text(form)
    at = data.draw(st.integers(0, len(text) - 1))

    assert sha256_of(text[:at] + chr(ord(text[at]) ^ 1) + text[at + 1 :]) != sha256_of(text)


def test_the_order_of_blocks_is_part_of_the_message() -> None:
    one = {"blocks": [{"id": 1, "text": "Trước"}, {"id": 2, "text": "Sau"}]}
    other = {"blocks": one["blocks"][::-1]}

    assert digest(one) != digest(other)
