"""Đợt đính chính: open one from changes of law, gather what came since, close it."""

import hashlib
from collections.abc import Sequence
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit, dates
from lantoa.common.problems import refuse
from lantoa.desk.corrections import day_of, live_effects, merged, policy_tasks, progress_of, tasks_in
from lantoa.desk.models import CorrectionCampaign, CorrectionRow
from lantoa.desk.what_if import fallout
from lantoa.library.models import Effect
from lantoa.people.models import Role, User
from lantoa.people.queries import scope

LEADS = {Role.PROGRAMME_OFFICER}


def may_lead(user: User) -> bool:
    """A programme officer opens and closes campaigns for the units she works for."""
    return bool(scope(user).roles & LEADS)


def may_close(user: User, campaign: CorrectionCampaign) -> bool:
    return campaign.closed_at is None and scope(user).has(LEADS, campaign.unit_id)


def same_act(effect: Effect) -> list[Effect]:
    """The recorded changes that the same act makes, to whatever document; the effect alone if no act is
    known."""
    if effect.source_id is None:
        return [effect]
    others = Effect.objects.filter(source=effect.source_id, withdrawn_at__isnull=True)
    return list(others.select_related("document", "source", "provision").order_by("document_id", "pk"))


def start_campaign(effects: Sequence[Effect], *, by: User, due_on: date | None = None) -> CorrectionCampaign:
    """Make a checklist of all that rests on these changes, by unit. The same changes give an office the same
    campaign, with whatever came since added. Raises PermissionDenied, RuleBroken."""
    duty = next((duty for duty in scope(by).duties if duty.role in LEADS), None)
    if duty is None:
        raise PermissionDenied
    effects = [effect for effect in effects if effect.withdrawn_at is None]
    if not effects:
        refuse("no_effect", "Chưa có thay đổi nào của luật để đính chính.")
    with transaction.atomic():
        campaign, is_new = CorrectionCampaign.objects.select_for_update().get_or_create(
            effects_key=_key(effects),
            unit_id=duty.unit_id,
            defaults={
                "title": _title(effects),
                "started_by": by,
                "started_at": dates.now(),
                "due_on": due_on,
            },
        )
        if is_new:
            campaign.effects.set(effects)
        added = _gather(campaign, by)
        if is_new and not added:
            refuse("nothing_to_correct", "Không có việc nào của đơn vị anh chị dựa vào những chỗ này.")
        if is_new or added:
            audit.log(by, "start_campaign", campaign, unit_id=campaign.unit_id, rows=added)
    return campaign


def gather_rows(campaign: CorrectionCampaign, *, by: User) -> int:
    """Add what came since it was opened; how many rows. Raises PermissionDenied."""
    with transaction.atomic():
        campaign = CorrectionCampaign.objects.select_for_update().get(pk=campaign.pk)
        if not may_close(by, campaign):
            raise PermissionDenied
        if added := _gather(campaign, by):
            audit.log(by, "gather_rows", campaign, unit_id=campaign.unit_id, rows=added)
    return added


def set_row_aside(row: CorrectionRow, *, by: User, why: str) -> CorrectionRow:
    """Nothing is to be done about this one, and why; it is not counted as done. Raises PermissionDenied,
    RuleBroken."""
    if not why.strip():
        refuse("why_missing", "Ghi vì sao không cần làm việc này, ví dụ: hội nghị đã hủy.", "why")
    return _set_aside(row, by, why.strip()[:300])


def take_row_up(row: CorrectionRow, *, by: User) -> CorrectionRow:
    """It is to be done after all. Raises PermissionDenied."""
    return _set_aside(row, by, "")


def _set_aside(row: CorrectionRow, by: User, why: str) -> CorrectionRow:
    with transaction.atomic():
        row = CorrectionRow.objects.select_for_update(of=("self",)).select_related("campaign").get(pk=row.pk)
        if not may_close(by, row.campaign):
            raise PermissionDenied
        row.set_aside_at, row.set_aside_by = (dates.now(), by) if why else (None, None)
        row.set_aside_why = why
        row.save(update_fields=["set_aside_at", "set_aside_by", "set_aside_why"])
        verb = "set_row_aside" if why else "take_row_up"
        audit.log(by, verb, row, unit_id=row.campaign.unit_id, why=why)
    return row


def close_campaign(campaign: CorrectionCampaign, *, by: User, why: str = "") -> CorrectionCampaign:
    """End it. With rows still open a reason is asked for. Raises PermissionDenied, RuleBroken."""
    with transaction.atomic():
        campaign = CorrectionCampaign.objects.select_for_update().get(pk=campaign.pk)
        if not may_close(by, campaign):
            raise PermissionDenied
        (progress,) = progress_of([campaign], by, dates.today())
        if progress.open_count and not why.strip():
            refuse(
                "still_open",
                f"Còn {progress.open_count} việc chưa xong. Ghi vì sao vẫn kết thúc đợt này.",
                "why",
            )
        campaign.closed_at, campaign.closed_by = dates.now(), by
        campaign.closed_why = why.strip()[:300] if progress.open_count else ""
        campaign.save(update_fields=["closed_at", "closed_by", "closed_why"])
        left = progress.open_count
        audit.log(by, "close_campaign", campaign, unit_id=campaign.unit_id, why=why, left=left)
    return campaign


def _gather(campaign: CorrectionCampaign, by: User) -> int:
    """Rows for what is not in it yet; how many."""
    effects = list(live_effects([campaign]).values())
    if campaign.closed_at or not effects:
        return 0
    today = dates.today()
    found = fallout(effects, by, day_of(effects, today), since=today)
    known = set(campaign.rows.values_list("kind", "unit_id", "thing"))
    tasks = merged(tasks_in(found), policy_tasks(found, campaign.unit_id))
    rows = [
        CorrectionRow(
            campaign=campaign, unit_id=one.unit_id, kind=one.kind, thing=one.thing, what=one.what,
            detail=one.detail,
        )
        for one in tasks.values()
        if one.key not in known
    ]  # fmt: skip
    CorrectionRow.objects.bulk_create(rows)
    return len(rows)


def _key(effects: Sequence[Effect]) -> str:
    ids = sorted({effect.pk for effect in effects})
    return hashlib.sha256(",".join(map(str, ids)).encode()).hexdigest()


def _title(effects: Sequence[Effect]) -> str:
    changed = "; ".join(dict.fromkeys(str(effect.document) for effect in effects))
    sources = "; ".join(dict.fromkeys(str(effect.source) for effect in effects if effect.source))
    return f"{changed} thay đổi{f' theo {sources}' if sources else ''}"[:300]
