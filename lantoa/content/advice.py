"""Nhắc khi viết: what a careful colleague would say over the writer's shoulder. Signs; she decides."""

from collections.abc import Sequence
from dataclasses import dataclass

from lantoa.content.measures import Measure, measure
from lantoa.content.models import CHARACTER_LIMITS, EditionKind
from lantoa.language.plain import WRITTEN_OUT, plainer, unexplained

# What each kind looks like when it is right: practice, not law.
FORM_OF: dict[EditionKind, str] = {
    EditionKind.RADIO: "Bài để nghe: câu ngắn, chữ viết tắt nói ra đủ chữ, nhắc lại nơi đến và hạn cuối.",
    EditionKind.BANNER: "Băng rôn là một dòng, trọn một ý, đọc xong khi đi ngang qua.",
    EditionKind.POSTER: "Một ý lớn, vài dòng nhỏ: ai được, được gì, đến đâu.",
    EditionKind.LEAFLET: "Mỗi đoạn trả lời một câu hỏi: ai được, được gì, giấy tờ nào, đến đâu, hạn nào.",
    EditionKind.WEB: "Ý chính ở đoạn đầu; mỗi đoạn một ý, dẫn điều khoản ngay ở đoạn đó.",
    EditionKind.TALK: "Mỗi đoạn một ý để nói và hỏi lại bà con; bài nên vừa thời gian của buổi.",
    EditionKind.ANSWER: "Trả lời thẳng câu hỏi ở đoạn đầu, rồi mới nói căn cứ và việc cần làm.",
}
READ_ALOUD = frozenset({EditionKind.RADIO, EditionKind.TALK})


@dataclass(frozen=True)
class Advice:
    """characters, limit: of the whole text, blanks counted; no limit is None. over: characters too many.

    unexplained: short form and what it may stand for ("" if not known). plainer: words of the office and
    what one says instead. too_many_lines: it should be one line and is not.
    """

    measure: Measure
    read_aloud: bool
    characters: int
    limit: int | None
    over: int
    too_many_lines: bool
    unexplained: tuple[tuple[str, str], ...]
    plainer: tuple[tuple[str, str], ...]

    @property
    def is_quiet(self) -> bool:
        """Nothing to remind of."""
        lists = (self.measure.long_sentences, self.unexplained, self.plainer)
        return not (self.over or self.too_many_lines or any(lists))


def advise(kind: str, passages: Sequence[str]) -> Advice:
    """What there is to say about these passages as an edition of this kind. Empty passages do not count."""
    kind = EditionKind(kind)
    text = "\n\n".join(one.strip() for one in passages if one.strip())
    limit = CHARACTER_LIMITS.get(kind)
    return Advice(
        measure=measure(text),
        read_aloud=kind in READ_ALOUD,
        characters=len(text),
        limit=limit,
        over=max(0, len(text) - limit) if limit else 0,
        too_many_lines=kind == EditionKind.BANNER and "\n" in text,
        unexplained=tuple((short, WRITTEN_OUT.get(short, "")) for short in unexplained(text)),
        plainer=tuple(plainer(text)),
    )
