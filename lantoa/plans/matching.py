"""From the words of a plan to the rows they mean: audience kinds, channels, topics. No guess: one or none."""

from collections.abc import Iterable
from typing import TypeVar

from lantoa.language.folding import fold
from lantoa.library.models import Topic
from lantoa.people.models import AudienceKind
from lantoa.plans.models import Channel

Row = TypeVar("Row", AudienceKind, Channel, Topic)

# key of a topic -> phrases that mean it, folded (mục II.2 and the usual fields of policy)
TOPIC_PHRASES: dict[str, tuple[str, ...]] = {
    "chung": ("chuan ngheo", "chuan ho ngheo", "ra soat ho ngheo"),
    "y-te": ("y te",),
    "tin-dung": ("tin dung", "vay von"),
    "mo-hinh": ("mo hinh", "sinh ke"),
    "nuoc-sach": ("nuoc sach",),
    "nha-o": ("nha o",),
    "giao-duc": ("giao duc", "hoc phi", "dao tao nghe", "hoc nghe"),
    "viec-lam": ("viec lam",),
    "dien": ("tien dien",),
    "tro-giup-phap-ly": ("tro giup phap ly",),
    "tro-giup-xa-hoi": ("tro giup xa hoi", "bao tro xa hoi", "tro cap xa hoi"),
}
FILLERS = ("cac ", "nhung ", "thanh vien cac ")


class Matcher:
    """The reference rows, in memory: three queries for any number of words."""

    def __init__(self) -> None:
        self.audiences = list(AudienceKind.objects.all())
        self.channels = list(Channel.objects.all())
        self.topics = list(Topic.objects.all())

    def audience(self, words: str, key: str = "") -> AudienceKind | None:
        """The audience kind of that key, else the one of that very name."""
        return _one(self.audiences, words, key)

    def channel(self, words: str, key: str = "") -> Channel | None:
        """The channel of that key, else the one of that very name."""
        return _one(self.channels, words, key)

    def topic(self, words: str, key: str = "") -> Topic | None:
        """The topic of that key or name, else the only one whose phrase the words hold."""
        if found := _one(self.topics, words, key):
            return found
        said = f" {_plain(words)} "
        meant = {k for k, phrases in TOPIC_PHRASES.items() if any(f" {p} " in said for p in phrases)}
        fitting = [topic for topic in self.topics if topic.key in meant]
        return fitting[0] if len(fitting) == 1 else None


def _one(rows: Iterable[Row], words: str, key: str) -> Row | None:
    by_key = [row for row in rows if key and row.key == key]
    if by_key:
        return by_key[0]
    said = _plain(words)
    named = [row for row in rows if said and _plain(row.name) == said]
    return named[0] if len(named) == 1 else None


def _plain(words: str) -> str:
    said = " ".join("".join(c if c.isalnum() else " " for c in fold(words)).split())
    for filler in FILLERS:
        said = said.removeprefix(filler)
    return said
