"""Lời của kế hoạch dựng từ các phần đã khai: sections for a plan that nobody has written out yet.

Says only what the parts say; a part that is empty gives no section.
"""

from collections.abc import Iterable

from lantoa.paper.structure import Block, Paragraph, Section
from lantoa.plans.models import Plan, PlanTask

ROMAN = ("I", "II", "III", "IV", "V")


def figures(vnd: int) -> str:
    """1.250.000."""
    return f"{vnd:,}".replace(",", ".")


def opening_from_parts(plan: Plan) -> str:
    """The sentence before the sections, "" while the issuer is not known."""
    if not plan.issuer_name:
        return ""
    title = plan.title[:1].lower() + plan.title[1:]
    return f"{plan.issuer_name} ban hành {plan.kind.capitalize()} {title}, cụ thể như sau:"


def sections_from_parts(plan: Plan) -> list[Section]:
    """Audiences, topics, channels, money and tasks as sections I, II, III ... Reads the prefetched parts."""
    told = [
        ("ĐỐI TƯỢNG TRUYỀN THÔNG", _list(a.name for a in plan.audiences.all())),
        ("NỘI DUNG TRUYỀN THÔNG", _list(t.name for t in plan.topics.all())),
        ("PHƯƠNG THỨC TRUYỀN THÔNG", _channels(plan)),
        ("KINH PHÍ THỰC HIỆN", _list(_money(s.name, s.amount_vnd) for s in plan.funding_sources.all())),
        ("TỔ CHỨC THỰC HIỆN", [Paragraph(_task(t), f"{n}.") for n, t in enumerate(plan.tasks.all(), 1)]),
    ]
    written = [(title, blocks) for title, blocks in told if blocks]
    return [
        Section(1, number, title, blocks) for number, (title, blocks) in zip(ROMAN, written, strict=False)
    ]


def _list(lines: Iterable[str]) -> list[Block]:
    words = [f"{line[:1].upper()}{line[1:]}".rstrip(" ;.") for line in lines]
    return [Paragraph(line + (";" if n < len(words) else "."), "-") for n, line in enumerate(words, 1)]


def _channels(plan: Plan) -> list[Block]:
    lines = _list(channel.name for channel in plan.channels.all())
    if plan.items.all():
        lines.append(Paragraph("Các hoạt động cụ thể tại Phụ lục kèm theo Kế hoạch này."))
    return lines


def _money(name: str, amount_vnd: int | None) -> str:
    return name if amount_vnd is None else f"{name}: {figures(amount_vnd)} đồng"


def _task(task: PlanTask) -> str:
    text = task.text.rstrip(" ;.")
    if task.lead and task.coordinating:
        return f"{task.lead} chủ trì, phối hợp với {task.coordinating}: {text[:1].lower()}{text[1:]}."
    if task.lead:
        return f"{task.lead}: {text[:1].lower()}{text[1:]}."
    return f"{text}."
