"""Không nêu dấu hiệu nhận ra một người (tên, số, địa chỉ) ở nơi ai cũng đọc được khi chưa ghi căn cứ.

Căn cứ: Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 (công khai dữ liệu cá nhân phải có căn cứ hoặc đồng ý).
What an office has listed as its own (its signers, hotlines, houses) is let through. Of everything else the
words are shown and a person decides; her reason is recorded with the thing.
"""

from collections.abc import Collection

from lantoa.common.problems import Problem
from lantoa.language.identifiers import SAID, Finding, identifiers_in, key_of_words

MOST_QUOTED = 5
NO_REASON = 2  # words: "x" or "không" is no reason


def named_in(text: str, openly: Collection[str] = ()) -> list[Finding]:
    """Signs of a person in the text that no office has listed as its own.

    openly: keys of the listed words (`key_of_words`). A name with a title before it is the listed name; an
    address may leave out the end of the listed one.
    """
    return [found for found in identifiers_in(text) if not _is_listed(found, openly)]


def _is_listed(found: Finding, openly: Collection[str]) -> bool:
    key = key_of_words(found.words)
    if key in openly:
        return True
    if found.kind == "name":
        return any(key.endswith(f" {listed}") for listed in openly)
    return found.kind == "address" and any(listed.startswith(f"{key} ") for listed in openly)


def problems_with_names(
    text: str, recorded_why: str, openly: Collection[str] = (), *, what: str = "Bài"
) -> list[Problem]:
    """Signs found although nobody recorded the legal basis or the consent. what: begins the sentence."""
    if len(recorded_why.split()) >= NO_REASON:
        return []
    found = named_in(text, openly)
    if not found:
        return []
    kinds = ", ".join(dict.fromkeys(SAID[one.kind] for one in found))
    words = list(dict.fromkeys(one.words for one in found))
    quoted = ", ".join(f"“{one}”" for one in words[:MOST_QUOTED])
    more = f" và {len(words) - MOST_QUOTED} chỗ nữa" if len(words) > MOST_QUOTED else ""
    says = (
        f"{what} có dấu hiệu nhận ra một người ({kinds}): {quoted}{more}. Bỏ các chữ này, hoặc ghi căn cứ "
        "pháp lý hay sự đồng ý cho phép nêu ra (ít nhất hai từ)."
    )
    return [Problem("household_named", says, "person_named_why")]
