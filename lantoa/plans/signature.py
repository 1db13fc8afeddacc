"""Khối chữ ký: the lines over a signature, and what they say (Nghị định 30/2020/NĐ-CP, Điều 13).

"TM. ỦY BAN NHÂN DÂN" / "KT. CHỦ TỊCH" / "PHÓ CHỦ TỊCH" is: on behalf of a collective, a mode of signing
for its head, and the signer's own title.
"""

from collections.abc import Sequence
from typing import NamedTuple

from lantoa.paper.structure import SIGNING_MODES


class Signature(NamedTuple):
    """The parts of the block; each may be empty."""

    on_behalf_of: str = ""
    mode: str = ""
    head_title: str = ""
    signer_title: str = ""


def lines_of(signature: Signature) -> list[str]:
    """The lines as printed. Without a head's title the mode stands before the signer's own."""
    lines = [f"TM. {signature.on_behalf_of}"] if signature.on_behalf_of else []
    if signature.mode and signature.head_title:
        lines.append(f"{signature.mode} {signature.head_title}")
        own = signature.signer_title
    else:
        own = f"{signature.mode} {signature.signer_title or signature.head_title}".strip()
    return [*lines, own] if own else lines


def signature_in(lines: Sequence[str]) -> Signature:
    """What printed lines say; the inverse of `lines_of`."""
    rest = [_split(line) for line in lines if line.strip()]
    collective = ""
    if len(rest) > 1 and rest[0][0] == "TM." and rest[1][0]:
        collective, rest = rest[0][1], rest[1:]
    if not rest:
        return Signature(collective)
    (mode, first), others = rest[0], rest[1:]
    if not mode or not others:
        return Signature(collective, mode, "", " ".join([first, *(title for _, title in others)]))
    return Signature(collective, mode, first, " ".join(f"{m} {title}".strip() for m, title in others))


def _split(line: str) -> tuple[str, str]:
    first, _, rest = " ".join(line.split()).partition(" ")
    return (first, rest) if first in SIGNING_MODES else ("", f"{first} {rest}".strip())
