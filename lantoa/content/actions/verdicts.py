"""Kết luận từng trích dẫn: what a checker says of each claim, and the opinion that follows from it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from lantoa.common import dates
from lantoa.common.problems import Problem, must_hold
from lantoa.content.models import Approval, EditionVersion
from lantoa.content.queries import ticks_carried_to
from lantoa.content.rules.a_tick_carries_what_is_unchanged import CarriedTick
from lantoa.content.rules.every_claim_is_cited import uncited
from lantoa.people.models import Unit, User


@dataclass(frozen=True)
class Verdict:
    """What the checker says of one citation, or of one block that cites nothing (then citation is None)."""

    ok: bool
    reason: str = ""
    citation: int | None = None
    block: int | None = None

    @property
    def about(self) -> str:
        """The form field it was given in: c12 for citation 12, b3 for block 3."""
        return f"c{self.citation}" if self.citation is not None else f"b{self.block}"


def judged(
    version: EditionVersion, verdicts: Iterable[Verdict]
) -> tuple[dict[str, Verdict], dict[str, CarriedTick]]:
    """What was concluded now and what is carried from earlier versions, each by the name of its verdict.

    version: whole. Refuses when something is not judged, or judged wrong without a reason.
    """
    given = {v.about: v for v in verdicts}
    found_right = ticks_carried_to(version, dates.today())
    carried = {about: tick for about, tick in found_right.items() if about not in given}
    must_hold(_problems(version, given, carried))
    return given, carried


def concluded(
    version: EditionVersion,
    given: Mapping[str, Verdict],
    carried: Mapping[str, CarriedTick],
    *,
    checker: User,
    unit: Unit,
    signed: str,
    note: str,
) -> Approval:
    """Record the policy check: passed when everything is right, else returned with the reasons."""
    returned = [v for v in given.values() if not v.ok]
    return Approval.objects.create(
        version=version,
        step=Approval.Step.POLICY_CHECK,
        decision=Approval.Decision.RETURNED if returned else Approval.Decision.PASSED,
        unit=unit,
        by=checker,
        at=dates.now(),
        sha256=signed,
        reason="\n".join(v.reason.strip() for v in returned) if returned else note.strip(),
        verdicts=[
            *({"about": v.about, "ok": v.ok, "reason": v.reason.strip()} for v in given.values()),
            *({"about": a, "ok": True, "reason": "", "carried": tick.kept()} for a, tick in carried.items()),
        ],
    )


def _problems(
    version: EditionVersion, given: Mapping[str, Verdict], carried: Collection[str]
) -> list[Problem]:
    cited = {c.block for c in version.citations.all()}
    due = [f"c{c.pk}" for c in version.citations.all()]
    due += [f"b{block['id']}" for block in uncited(version.blocks, cited)]
    problems = [
        Problem("verdict_missing", f"Mục {n} chưa có kết luận. Chọn “Đúng” hoặc “Trả lại”.", f"ok_{about}")
        for n, about in enumerate(due, 1)
        if about not in given and about not in carried
    ]
    strange = set(given) - set(due)
    if strange:
        problems.append(Problem("verdict_strange", "Có kết luận cho mục không thuộc bản này. Mở lại trang."))
    return problems + [
        Problem("reason_missing", "Ghi một câu để người soạn biết phải sửa chỗ nào.", f"why_{v.about}")
        for v in given.values()
        if not v.ok and not v.reason.strip()
    ]
