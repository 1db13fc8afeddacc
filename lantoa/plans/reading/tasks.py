"""Tổ chức thực hiện: what is to be done, who leads it, with whom. Only what the words say."""

import re
from dataclasses import dataclass

from lantoa.paper.wording import bare
from lantoa.plans.reading.clauses import Clause, Text
from lantoa.plans.reading.plan_reading import Task
from lantoa.plans.reading.vocabulary import UNIT_WORDS

_DUTY = r"(?:tham mưu|chủ trì|phối hợp|có trách nhiệm|chịu trách nhiệm|làm đầu mối)"
_DOING = (
    r"(?:thực hiện|triển khai|tổ chức|xây dựng|hướng dẫn|theo dõi|báo cáo|tuyên truyền|cân đối"
    r"|bố trí|căn cứ|cung cấp)"
)
_GIVEN = re.compile(
    rf"^(?:Giao|Phân công|Đề nghị|Yêu cầu)\s+(?:trách nhiệm\s+)?(?:cho\s+)?(?P<lead>.{{3,160}}?)"
    rf"(?=\s*,?\s+{_DUTY}\b|\s*:|$)"
)
_GIVEN_WEAKLY = re.compile(
    rf"^(?:Giao|Phân công|Đề nghị|Yêu cầu)\s+(?:trách nhiệm\s+)?(?:cho\s+)?(?P<lead>{UNIT_WORDS}.{{2,140}}?)"
    rf"(?=\s+{_DOING}\b)"
)
_NAMED = re.compile(rf"^(?P<lead>{UNIT_WORDS}\b[^.;:]{{0,140}}?)(?=\s*,?\s+{_DUTY}\b|\s*:)")
_NAMED_WEAKLY = re.compile(
    rf"^(?P<lead>{UNIT_WORDS}\b[^.;:,]{{0,100}}?)(?=\s*,?\s+(?:giao|rà soát|đôn đốc|kiểm tra|{_DOING})\b)"
)
_WITH = re.compile(
    r"\b[Pp]hối hợp\s+(?:chặt chẽ\s+)?(?:với|cùng)\s+(?P<with>.{3,240}?)"
    r"(?=\s+(?:triển khai|thực hiện|tổ chức|xây dựng|tham mưu|hướng dẫn|để|trong|nhằm|rà soát|biên soạn"
    r"|viết|theo dõi|kiểm tra|tuyên truyền|cung cấp|đăng|phát(?! thanh)|duyệt|mở|lập)\b|[:;.]|$)"
)
_AND = re.compile(rf"\s*[,;]\s*(?:và\s+)?(?={UNIT_WORDS}|[A-ZĐ])|\s+và\s+(?={UNIT_WORDS})")


@dataclass(frozen=True)
class Owner:
    """Who leads and who joins, as a sentence or a heading says."""

    lead: str | None = None
    with_: tuple[str, ...] = ()


def tasks_of(clauses: list[Clause]) -> list[tuple[Task, Clause, Text]]:
    """The tasks in reading order with the text each was read from."""
    out: list[tuple[Task, Clause, Text]] = []
    for clause in clauses:
        if any(_is_about_duties(title) for title in (clause.title, *clause.parents)):
            out.extend((task, clause, text) for task, text in _tasks_in(clause))
    return out


def _is_about_duties(title: str) -> bool:
    words = bare(title)
    return any(
        sign in words for sign in ("to chuc thuc hien", "phan cong", "trach nhiem", "to chuc trien khai")
    )


def _tasks_in(clause: Clause) -> list[tuple[Task, Text]]:
    owner = _owner_by_title(clause.title)
    tasks: list[tuple[Task, Text]] = []
    for at, text in enumerate(clause.texts):
        if text.in_table:
            continue
        said = owner_in(text.words)
        introduces = text.words.rstrip().endswith(":") and at + 1 < len(clause.texts)
        if introduces and (said.lead or said.with_):
            owner = said
            continue
        lead = said.lead or owner.lead
        joined = said.with_ or (owner.with_ if not said.lead else ())
        if text.marker or lead:
            tasks.append((Task(text.words, lead, list(joined)), text))
    return tasks


def owner_in(sentence: str) -> Owner:
    """The lead and the co-ordinating units that one sentence names."""
    found = _GIVEN.match(sentence) or _GIVEN_WEAKLY.match(sentence)
    found = found or _NAMED.match(sentence) or _NAMED_WEAKLY.match(sentence)
    lead = found["lead"].strip(" ,") if found else None
    if lead and not (found and found.re is _NAMED) and not re.match(UNIT_WORDS, lead):
        lead = None if bare(lead).startswith(("cac noi dung", "viec")) else lead
    joined = _WITH.search(sentence)
    return Owner(lead, tuple(_names(joined["with"])) if joined else ())


def _owner_by_title(title: str) -> Owner:
    """A section headed by the name of an office gives its tasks to that office."""
    name = re.sub(r"^(?:Giao|Phân công|Đề nghị|Yêu cầu)\s+(?:cho\s+)?", "", title)
    return Owner(name) if re.match(rf"{UNIT_WORDS}\b", name) else Owner()


def _names(words: str) -> list[str]:
    names = [name.strip(" ,.") for name in _AND.split(words)]
    return [re.sub(r"^(phòng|sở|trung tâm|ủy ban)\b", _capital, name) for name in names if name]


def _capital(found: "re.Match[str]") -> str:
    return found[0][0].upper() + found[0][1:]
