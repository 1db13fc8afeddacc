"""Đo bài: words, standard pages, minutes on air. Practice of offices and stations, not law."""

from dataclasses import dataclass

from lantoa.language.words import sentences, standard_pages, word_count

# Slow reading for loudspeakers, about three syllables a second; stations set their own (broadcast.pace).
WORDS_A_MINUTE = 180
LONG_SENTENCE = 35  # words; longer ones are hard to follow by ear


@dataclass(frozen=True)
class Measure:
    """words: syllables, as Vietnamese offices count. pages: of 350 words. seconds: read aloud.

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


def measure(text: str, words_a_minute: int = WORDS_A_MINUTE) -> Measure:
    """How long a text is; read aloud at that pace."""
    words = word_count(text)
    too_long = tuple(one for one in sentences(text) if word_count(one) > LONG_SENTENCE)
    return Measure(words, standard_pages(text), round(words * 60 / words_a_minute), too_long)
