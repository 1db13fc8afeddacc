"""Đo bài: words, standard pages, minutes on air. Practice of offices and stations, not law."""

import re
from dataclasses import dataclass

WORDS_A_PAGE = 350  # trang chuẩn, as fees for radio scripts count it
WORDS_A_MINUTE = 180  # slow reading for loudspeakers, about three syllables a second
LONG_SENTENCE = 35  # words; longer ones are hard to follow by ear


@dataclass(frozen=True)
class Measure:
    """words: syllables between blanks, as Vietnamese offices count. seconds: read aloud, slowly.

    long_sentences: sentences that a listener loses, as they stand.
    """

    words: int
    pages: float
    seconds: int
    long_sentences: tuple[str, ...]

    @property
    def duration(self) -> str:
        """2 phút 5 giây."""
        minutes, seconds = divmod(self.seconds, 60)
        parts = [f"{minutes} phút" if minutes else "", f"{seconds} giây" if seconds or not minutes else ""]
        return " ".join(part for part in parts if part)

    @property
    def pages_said(self) -> str:
        """0,9: as written on a payment sheet."""
        return f"{self.pages:.1f}".replace(".", ",") if self.pages >= 0.1 else "dưới 0,1"


def measure(text: str) -> Measure:
    """How long a text is."""
    words = len(text.split())
    sentences = [" ".join(one.split()) for one in re.split(r"(?<=[.!?…])\s+|\n+", text)]
    too_long = tuple(one for one in sentences if len(one.split()) > LONG_SENTENCE)
    return Measure(words, words / WORDS_A_PAGE, round(words * 60 / WORDS_A_MINUTE), too_long)
