"""Nhắc khi viết: what a careful colleague would say over the writer's shoulder. Signs; she decides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lantoa.content.measures import WORDS_A_MINUTE, Measure, measure
from lantoa.content.models import CHARACTER_LIMITS, EditionKind
from lantoa.content.passages import minutes_of
from lantoa.content.rules.passages_suit_the_kind import problems_with_form
from lantoa.content.rules.within_channel_limit import problems_with_length
from lantoa.language.plain import WRITTEN_OUT, plainer, unexplained
from lantoa.language.text_messages import MessageSize, message_size

# What each kind looks like when it is right: practice, not law.
FORM_OF: dict[EditionKind, str] = {
    EditionKind.RADIO: "Bài để nghe: câu ngắn, chữ viết tắt nói ra đủ chữ, nhắc lại nơi đến và hạn cuối.",
    EditionKind.BANNER: "Băng rôn là một dòng, trọn một ý, đọc xong khi đi ngang qua.",
    EditionKind.POSTER: "Một ý lớn, vài dòng nhỏ: ai được, được gì, đến đâu.",
    EditionKind.LEAFLET: "Mỗi đoạn trả lời một câu hỏi: ai được, được gì, giấy tờ nào, đến đâu, hạn nào.",
    EditionKind.WEB: "Ý chính ở đoạn đầu; mỗi đoạn một ý, dẫn điều khoản ngay ở đoạn đó.",
    EditionKind.TALK: "Mỗi ý nói trong mấy phút, rồi hỏi lại bà con; các ý cộng lại vừa thời gian của buổi.",
    EditionKind.SMS: "Một đoạn gọn: ai được, được gì, hỏi ở đâu. Chữ có dấu thì mỗi tin chứa ít chữ hơn.",
    EditionKind.ANSWER: "Trả lời thẳng câu hỏi ở đoạn đầu, rồi mới nói căn cứ và việc cần làm.",
}
READ_ALOUD = frozenset({EditionKind.RADIO, EditionKind.TALK})


@dataclass(frozen=True)
class Advice:
    """characters, limit: of the whole text, blanks counted; no limit is None.

    stops: sentences that say what keeps it from being sent. minutes: of the points of a talk. message: how a
    phone network carries it, for a text message.

    unexplained: short form and what it may stand for ("" if not known). plainer: words of the office and
    what one says instead.
    """

    measure: Measure
    read_aloud: bool
    characters: int
    limit: int | None
    stops: tuple[str, ...]
    minutes: int
    message: MessageSize | None
    unexplained: tuple[tuple[str, str], ...]
    plainer: tuple[tuple[str, str], ...]

    @property
    def is_quiet(self) -> bool:
        """Nothing to remind of."""
        lists = (self.measure.long_sentences, self.unexplained, self.plainer)
        return not (self.stops or any(lists))


def advise(kind: str, passages: Sequence[Mapping[str, Any]], words_a_minute: int = WORDS_A_MINUTE) -> Advice:
    """What there is to say about these passages (as they are kept) as an edition of this kind."""
    kind = EditionKind(kind)
    blocks = [block for block in passages if block["text"]]
    text = "\n\n".join(block["text"] for block in blocks)
    stops = [*problems_with_form(kind, blocks), *problems_with_length(kind, text)]
    return Advice(
        measure=measure(text, words_a_minute),
        read_aloud=kind in READ_ALOUD,
        characters=len(text),
        limit=CHARACTER_LIMITS.get(kind),
        stops=tuple(problem.says for problem in stops),
        minutes=minutes_of(blocks),
        message=message_size(text) if kind == EditionKind.SMS else None,
        unexplained=tuple((short, WRITTEN_OUT.get(short, "")) for short in unexplained(text)),
        plainer=tuple(plainer(text)),
    )
