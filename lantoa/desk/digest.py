"""Tin luật trong ngày: one combined notice a person a day, of what she follows. Silent days send nothing."""

import logging
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.core.management import call_command
from django.db import transaction
from django.db.models import Q, QuerySet

from lantoa.common import audit, dates
from lantoa.common.once import once
from lantoa.desk.approvals_due import anything_waits, waiting_for
from lantoa.desk.models import Notice
from lantoa.desk.take_downs import hers_to_take_down, reminder, to_take_down
from lantoa.desk.what_if import Fallout, fallout
from lantoa.displays.permissions import HANGERS
from lantoa.library.models import Effect
from lantoa.library.queries import Change, followed_by, followed_changes
from lantoa.people.models import Role, User

STEPS = {30: "Trong 30 ngày tới", 60: "Từ 31 đến 60 ngày tới", 90: "Từ 61 đến 90 ngày tới"}  # days ahead
DECIDERS = (Role.POLICY_CHECKER, Role.APPROVER)
MOST_MAILS = 50  # one run of the timer
log = logging.getLogger(__name__)


def visible_notices(user: User) -> QuerySet[Notice]:
    """Her own, the newest first."""
    return Notice.objects.filter(user=user)


def daily_round(day: date) -> int:
    """Once a day, however often asked: everyone's notice, and old sessions forgotten. How many were made."""

    def work() -> str:
        call_command("clearsessions")
        concerned = Q(follows__isnull=False)
        if anything_waits(day):
            concerned |= Q(duties__role__in=DECIDERS)
        if to_take_down(day).exists():
            concerned |= Q(duties__role__in=HANGERS)
        people = User.objects.filter(concerned, is_active=True).distinct()
        return str(sum(make_notice(user, day) is not None for user in people))

    before = Notice.objects.filter(day=day).count()
    once(f"daily_round:{day.isoformat()}", work)
    return Notice.objects.filter(day=day).count() - before


def make_notice(user: User, day: date) -> Notice | None:
    """Her notice of the day: what changed since her last one, every step of hers that is overdue, what she is
    to take down; None when there is nothing to tell. Twice a day: the same one."""
    if there := Notice.objects.filter(user=user, day=day).first():
        return there
    follows = list(followed_by(user))
    last = Notice.objects.filter(user=user).first()
    since = last.until if last else min((one.at for one in follows), default=dates.now())
    since_day = last.day if last else since.astimezone(dates.VIETNAM).date()
    changes = followed_changes(follows)
    changed = [one for one in changes if happened(one, since, since_day, day)]
    late = [one for one in waiting_for(user, day) if one.is_late(day)] if anything_waits(day) else []
    down = hers_to_take_down(user, day)
    if not late and not down and not changed and not any(_comes_near(one, since_day, day) for one in changes):
        return None
    ahead = by_distance(changes, day)
    named = {one.key: one for one in (*changed, *(one for some in ahead.values() for one in some))}
    live = [one.effect for one in named.values() if one.effect and not one.is_withdrawn]
    told = {
        "changed": _told(changed),
        "ahead": {str(step): _told(some) for step, some in ahead.items()},
        "late": [{"says": one.says, "version": one.version.pk} for one in late],
        "down": [{"says": reminder(one, day), "display": one.pk} for one in down],
        "rests": rests(live, user, day, day + timedelta(days=max(STEPS))),
    }
    with transaction.atomic():
        notice = Notice.objects.create(user=user, day=day, until=dates.now(), told=told)
        audit.log(None, "make_notice", notice)
    return notice


def happened(one: Change, since: datetime, since_day: date, day: date) -> bool:
    """Was it recorded or withdrawn since, or did its day come?"""
    if one.told_at > since:
        return True
    return not one.is_withdrawn and one.on is not None and since_day < one.on <= day


def by_distance(changes: Iterable[Change], day: date) -> dict[int, list[Change]]:
    """What begins within 30, 60 and 90 days, each under the nearest of these; the rest is left out."""
    found: dict[int, list[Change]] = {step: [] for step in STEPS}
    for one in changes:
        if one.on is None or one.is_withdrawn or one.on <= day:
            continue
        step = next((step for step in STEPS if one.on <= day + timedelta(days=step)), None)
        if step:
            found[step].append(one)
    return found


def _comes_near(one: Change, since_day: date, day: date) -> bool:
    """Did it come within one of the distances since the last notice?"""
    if one.on is None or one.is_withdrawn or one.on <= day:
        return False
    return any(since_day < one.on - timedelta(days=step) <= day for step in STEPS)


def _told(changes: Iterable[Change]) -> list[dict[str, Any]]:
    return [{"says": one.says, "document": one.document_id, "policy": one.policy_id} for one in changes]


def rests(effects: list[Effect], user: User, day: date, until: date) -> dict[str, int]:
    """How much of hers, from `day` on, rests on what changes up to `until`; kinds with none are left out."""
    found = fallout(effects, user, until, since=day) if effects else Fallout(day)
    counts = {
        "policies": len(found.policies),
        "editions": len(found.editions),
        "airings": len(found.airings),
        "displays": len(found.displays),
        "sheets": found.sheets,
        "answers": len(found.answers),
    }
    return {name: count for name, count in counts.items() if count}


NAMES = {
    "policies": "chính sách",
    "editions": "bài",
    "airings": "lượt phát đã lên lịch",
    "displays": "nơi treo",
    "sheets": "tờ in sẵn",
    "answers": "câu trả lời",
}


def summary(notice: Notice) -> str:
    """2 thay đổi mới, 1 sắp tới; dựa vào đó có 3 bài, 1 nơi treo."""
    ahead = sum(len(some) for some in notice.told["ahead"].values())
    said = f"{len(notice.told['changed'])} thay đổi mới, {ahead} sắp tới trong 90 ngày"
    if late := notice.told.get("late"):
        said = f"{len(late)} bài quá hạn duyệt; {said}"
    if down := notice.told.get("down"):
        said = f"{len(down)} nơi treo đến ngày hạ; {said}"
    ours = [f"{count} {NAMES[name]}" for name, count in notice.told["rests"].items()]
    return f"{said}; dựa vào đó có {', '.join(ours)}" if ours else said


def read_notice(notice: Notice, *, by: User) -> Notice:
    """She has read it: it leaves "Việc của tôi" and stays in the list."""
    if notice.read_at is None:
        with transaction.atomic():
            notice.read_at = dates.now()
            notice.save(update_fields=["read_at"])
            audit.log(by, "read_notice", notice)
    return notice


def mail_notices(day: date) -> int:
    """Send the notices of the day that were not mailed yet, where a mail server is set; how many went out.

    One that the server refuses stays for the next run. None goes out twice.
    """
    if not settings.EMAIL_HOST:
        return 0
    waiting = Notice.objects.filter(day=day, mailed_at__isnull=True, user__is_active=True).filter(
        ~Q(user__email="")
    )
    sent = 0
    for pk in list(waiting.values_list("pk", flat=True)[:MOST_MAILS]):
        with transaction.atomic():
            notice = Notice.objects.select_for_update(of=("self",)).select_related("user").get(pk=pk)
            if notice.mailed_at:
                continue
            try:
                send_mail(str(notice), letter(notice), None, [notice.user.email])
            except (SMTPException, OSError) as error:
                log.warning("Chưa gửi được thư tin luật: %s", type(error).__name__)
                break
            notice.mailed_at = dates.now()
            notice.save(update_fields=["mailed_at"])
            sent += 1
    return sent


def letter(notice: Notice) -> str:
    """The notice as plain text."""
    lines = [f"Chào {notice.user},", "", f"{summary(notice)}.", ""]
    if late := notice.told.get("late"):
        lines += ["Bài quá hạn duyệt:", *(f"- {one['says']}" for one in late), ""]
    if down := notice.told.get("down"):
        lines += ["Nơi treo đến ngày hạ:", *(f"- {one['says']}" for one in down), ""]
    if notice.told["changed"]:
        lines += ["Thay đổi mới:", *(f"- {one['says']}" for one in notice.told["changed"]), ""]
    for step, some in notice.told["ahead"].items():
        if some:
            lines += [f"{STEPS[int(step)]}:", *(f"- {one['says']}" for one in some), ""]
    lines.append("Mở Lan Tỏa, mục Việc của tôi, để xem bài và nơi phải xử lý.")
    return "\n".join(lines)
