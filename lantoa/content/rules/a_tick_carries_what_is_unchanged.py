"""Bản mới chỉ phải kiểm tra lại chỗ đã đổi: kết luận “đúng” còn giá trị khi lời bài và lời luật còn nguyên.

Căn cứ: Kế hoạch truyền thông 2025, mục IV.2 (kiểm tra nội dung trước khi duyệt); DESIGN 6.
A claim is the passage word for word in its form, the clause, its fingerprint, and what frames all claims:
title, channel, audiences, policies, dialect. Any byte of these differs: a new look; so does a coming end of
the clause that the checker could not know. The newest word on a claim counts: no older tick outlives a
refusal. The approval signs the whole new text all the same.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lantoa.content.models import Approval, EditionVersion
from lantoa.library.rules.standing_of_a_citation import PinState

FRAME = ("title", "kind", "audiences", "policies", "dialect")


@dataclass(frozen=True)
class CarriedTick:
    """A conclusion "right" given on an earlier version: by whom, when (ISO 8601), on which version."""

    by: int
    by_name: str
    at: str
    version: int

    @property
    def when(self) -> datetime:
        return datetime.fromisoformat(self.at)

    def kept(self) -> dict[str, Any]:
        """As the approval of the new version records it."""
        return {"by": self.by, "by_name": self.by_name, "at": self.at, "version": self.version}


def carried_ticks(
    version: EditionVersion, before: Iterable[EditionVersion], states: Mapping[int, PinState]
) -> dict[str, CarriedTick]:
    """What need not be judged again, by the name of its verdict (c12, b3).

    before: submitted earlier versions of the edition, whole and with their approvals. states: how the
    citations of `version` stand today; see `_stands`.
    """
    said: dict[str, CarriedTick | None] = {}
    given = [(one, old) for old in before for one in old.approvals.all()]
    for approval, old in sorted(given, key=lambda pair: (pair[0].at, pair[0].pk)):
        claims = dict(_claims(old))
        for verdict in approval.verdicts:
            for about in _meant(verdict["about"], old):
                if about in claims:
                    said[claims[about]] = _tick(approval, old, verdict)
    cited = {f"c{citation.pk}": citation for citation in version.citations.all()}
    return {
        about: tick
        for about, claim in _claims(version)
        if (tick := said.get(claim))
        and (about not in cited or _stands(cited[about], states[cited[about].pk], tick))
    }


def _claims(version: EditionVersion) -> Iterator[tuple[str, str]]:
    """Name of the verdict and the claim it judges, as one text."""
    signed = json.loads(version.canonical)
    frame = [signed[part] for part in FRAME]
    blocks = {block["id"]: {**block, "id": 0} for block in version.blocks}
    citations = list(version.citations.all())
    for one in citations:
        yield f"c{one.pk}", _text(frame, blocks[one.block], [one.provision_id, one.fingerprint, one.passage])
    for block_id in blocks.keys() - {one.block for one in citations}:
        yield f"b{block_id}", _text(frame, blocks[block_id], None)


def _text(*parts: Any) -> str:
    return json.dumps(parts, ensure_ascii=False, sort_keys=True)


def _meant(about: str, version: EditionVersion) -> list[str]:
    """What is said of a passage is said of everything that it cites."""
    own = [f"c{one.pk}" for one in version.citations.all() if f"b{one.block}" == about]
    return own or [about]


def _tick(approval: Approval, old: EditionVersion, verdict: Mapping[str, Any]) -> CarriedTick | None:
    """The tick that a verdict is, or None for a refusal and for what binds another text."""
    if not verdict["ok"] or approval.step != Approval.Step.POLICY_CHECK or approval.sha256 != old.sha256:
        return None
    if carried := verdict.get("carried"):
        return CarriedTick(**carried)
    return CarriedTick(approval.by_id, str(approval.by), approval.at.isoformat(), old.number)


def _stands(citation: Any, state: PinState, tick: CarriedTick) -> bool:
    """Does the clause read as it did when it was found right, with no end in sight but those known then?"""
    if citation.fingerprint != citation.provision.fingerprint:
        return False
    known = bool(state.causes) and all(cause.recorded_at <= tick.when for cause in state.causes)
    return state.kind == "good" or (state.kind == "ending_on" and known)
