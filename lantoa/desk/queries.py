"""Việc của tôi: what waits for a person on a day, grouped, worst first. Asked, never stored."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from lantoa.broadcast.queries import cut_short, to_log
from lantoa.budget.queries import Payment
from lantoa.budget.waiting import sent_back_to, waiting_for_checker
from lantoa.common.dates import VIETNAM, say
from lantoa.common.money import say_vnd
from lantoa.content.models import Approval, EditionKind
from lantoa.content.queries import (
    returned_to,
    suspects,
    to_sign_for_ward,
    visible_versions,
)
from lantoa.content.rules.office_approves_ward_signs import ward_ids_led
from lantoa.content.terms import due_days
from lantoa.deliveries.checks import evidence_to_decide
from lantoa.desk.approvals_due import waiting_for
from lantoa.desk.bundles_due import bundles_due
from lantoa.desk.campaigns import may_close
from lantoa.desk.checks_due import checks_due
from lantoa.desk.corrections import progress_of
from lantoa.desk.digest import summary, visible_notices
from lantoa.desk.models import CorrectionCampaign
from lantoa.desk.take_downs import REMIND_BEFORE
from lantoa.desk.work import WorkGroup, WorkRow
from lantoa.displays.queries import hanging_on, stock_on, visible_displays, visible_runs
from lantoa.gatherings.models import Gathering
from lantoa.gatherings.queries import visible_gatherings
from lantoa.library.permissions import may_write
from lantoa.library.queries import bundles_waiting_for, files_waiting, papers_with_open_instructions
from lantoa.people.models import Role, User
from lantoa.people.queries import scope, unit_names
from lantoa.plans.queries import plans_to_follow, plans_to_number, plans_to_sign, returned_plans
from lantoa.questions.models import Question
from lantoa.questions.queries import holidays, visible_questions

WORKERS = {Role.PROGRAMME_OFFICER, Role.WARD_OFFICER}
LAW_WATCHERS = {Role.PROGRAMME_OFFICER, Role.POLICY_CHECKER, Role.EDITOR}
CORRECTORS = LAW_WATCHERS | {Role.WARD_OFFICER, Role.STATION_OPERATOR}
APPROVAL_GROUPS = {
    "office:version_review_after": "Chờ tôi hậu kiểm bài duyệt gấp",
    "office:version_review": "Chờ tôi kiểm tra",
    "office:version_agree": "Chờ tôi đồng ý trước khi lãnh đạo duyệt",
    "office:version_approve": "Chờ tôi duyệt",
}
MOST = 30  # rows of one group: a list for today, not an archive


def _day(instant: datetime | None) -> str:
    return say(instant.astimezone(VIETNAM).date() if instant else None)


def my_work(user: User, day: date) -> list[WorkGroup]:
    """Every group that has rows, the hot ones first, otherwise in the order of SOURCES."""
    groups = [group for source in SOURCES for group in source(user, day) if group.rows]
    return sorted(groups, key=lambda group: not group.hot)


def _law_changed(user: User, day: date) -> list[WorkGroup]:
    mine = scope(user, day)
    if not mine.roles & LAW_WATCHERS:
        return []
    rows = [
        WorkRow(
            str(one.edition),
            ". ".join(dict.fromkeys(state.says for _, state in one.citations if state.says)),
            "office:version",
            (one.version.pk,),
            "Xem lời đã đổi",
            "Cần kiểm lại",
        )
        for one in suspects(day, mine, most=MOST)
    ]
    return [WorkGroup("Luật đổi, phải xử lý ngay", True, rows)]


def _displays(user: User, day: date) -> list[WorkGroup]:
    if not scope(user, day).roles & WORKERS:
        return []
    up = visible_displays(user).filter(taken_down_on__isnull=True)
    wrong, over, soon, unproven = [], [], [], []
    for row in hanging_on(up, day):
        display = row.display
        where = f"{display.unit}: {display.version.edition.article}"
        address = ("office:display", (display.pk,))
        if row.must_come_down and display.delivery_id:
            wrong.append(
                WorkRow(str(display), "; ".join(row.airable.reasons), *address, "Hạ xuống", "Phải hạ")
            )
        elif row.days_over:
            late = f"{where} · quá ngày hạ {row.days_over} ngày"
            over.append(WorkRow(str(display), late, *address, "Ghi đã hạ", "Quá ngày hạ"))
        elif display.delivery_id and display.take_down_on and display.take_down_on <= day + REMIND_BEFORE:
            soon.append(
                WorkRow(str(display), f"{where} · hạ ngày {say(display.take_down_on)}", *address, "Ghi đã hạ")
            )
        elif not display.delivery_id and display.put_up_on <= day:
            unproven.append(
                WorkRow(str(display), f"{where} · treo từ {say(display.put_up_on)}", *address, "Nộp ảnh")
            )
    kept_back = [
        WorkRow(
            str(one.run.version.edition.article),
            f"{one.run.unit}: còn {one.left} tờ · {'; '.join(one.airable.reasons)}",
            "office:print_run",
            (one.run.pk,),
            "Xử lý",
            "Ngừng phát",
        )
        for one in stock_on(visible_runs(user), day)
        if one.must_be_kept_back
    ]
    return [
        WorkGroup("Đang treo lời không còn đúng", True, wrong[:MOST]),
        WorkGroup("Tờ rơi in sẵn không còn đúng", True, kept_back[:MOST]),
        WorkGroup("Pano, băng rôn quá ngày hạ", True, over[:MOST]),
        WorkGroup("Pano, băng rôn sắp đến ngày hạ", False, soon[:MOST]),
        WorkGroup("Nơi treo chưa có ảnh", False, unproven[:MOST]),
    ]


def _approval(user: User, day: date) -> list[WorkGroup]:
    mine = scope(user, day)
    late: list[WorkRow] = []
    groups: dict[str, list[WorkRow]] = {title: [] for title in APPROVAL_GROUPS.values()}
    for one in waiting_for(user, day):
        is_late, is_urgent = one.is_late(day), one.note.startswith("Duyệt gấp")
        due = "" if is_urgent else f" · {'quá hạn từ' if is_late else 'hạn'} {say(one.due_on)}"
        row = WorkRow(
            str(one.version.edition),
            f"{one.note}{due}",
            one.url_name,
            (one.version.pk,),
            one.deed,
            "Duyệt gấp" if is_urgent else "",
        )
        (late if is_late else groups[APPROVAL_GROUPS[one.url_name]]).append(row)
    wards = ward_ids_led(mine)
    names = unit_names(day, wards)
    visible = visible_versions(user, day).filter(edition__kind=EditionKind.RADIO).values("pk")
    waiting = [(w, v) for w in sorted(wards) for v in to_sign_for_ward(w).filter(pk__in=visible)[:MOST]]
    due_on = due_days([v for _, v in waiting], Approval.Step.WARD_LEADER, holidays()) if waiting else {}
    sign = [
        WorkRow(
            str(v.edition),
            f"Cơ quan cấp trên đã duyệt · chờ {names.get(ward, 'phường')} duyệt phát"
            f" · hạn {say(due_on.get(v.pk))}",
            "office:version",
            (v.pk,),
            "Duyệt phát",
        )
        for ward, v in waiting
    ]
    back = [
        WorkRow(
            str(e), "Người kiểm tra trả lại, xem lý do rồi sửa", "office:article", (e.article_id,), "Sửa bài"
        )
        for e in returned_to(user)[:MOST]
    ]
    return [
        WorkGroup("Bài quá hạn duyệt", True, late),
        *(WorkGroup(title, "gấp" in title, rows) for title, rows in groups.items()),
        WorkGroup("Chờ duyệt phát trên đài của phường", False, sign),
        WorkGroup("Bài bị trả lại", False, back),
    ]


def _plans(user: User, day: date) -> list[WorkGroup]:
    rows = [
        WorkRow(plan.title, "Chờ ký", "office:plan", (plan.pk,), "Xem và ký")
        for plan in plans_to_sign(user, day)
    ]
    rows += [
        WorkRow(
            plan.title,
            "Đã ký, chờ vào sổ" if plan.signed_at else "Đang trình ký; ký trên giấy rồi thì vào sổ",
            "office:plan",
            (plan.pk,),
            "Ghi số, ngày",
        )
        for plan in plans_to_number(user, day)
    ]
    rows += [
        WorkRow(plan.title, "Bị trả lại khi trình ký", "office:plan", (plan.pk,), "Sửa kế hoạch")
        for plan in returned_plans(user)
    ]
    follow = [
        WorkRow(
            plan.title,
            f"Hạn của phường, xã: {say(plan.wards_due_on)}",
            "office:plan",
            (plan.pk,),
            "Lập kế hoạch",
        )
        for plan in plans_to_follow(user, day)
    ]
    return [
        WorkGroup("Kế hoạch chờ tôi", False, rows[:MOST]),
        WorkGroup("Phường, xã chưa lập kế hoạch theo", False, follow[:MOST]),
    ]


def _money(user: User, day: date) -> list[WorkGroup]:
    def row(one: Payment, says: str, deed: str) -> WorkRow:
        title = f"{one.spending.what}: {say_vnd(one.spending.amount_vnd)}"
        return WorkRow(title, says, "office:spending", (one.spending.pk,), deed)

    check = [
        row(one, f"{one.spending.recorded_by} ghi ngày {_day(one.spending.recorded_at)}", "Xem và soát")
        for one in waiting_for_checker(user)[:MOST]
    ]
    back = [
        row(one, f"{one.check.by}: {one.check.note}", "Bổ sung")
        for one in sent_back_to(user)[:MOST]
        if one.check
    ]
    return [
        WorkGroup("Khoản chi chờ tôi soát", False, check),
        WorkGroup("Khoản chi bị trả lại", False, back),
    ]


def _airings(user: User, day: date) -> list[WorkGroup]:
    if not scope(user, day).roles & {Role.STATION_OPERATOR, Role.WARD_OFFICER}:
        return []
    rows = [
        WorkRow(str(one.airing), f"Lịch {one.airing.starts_at.astimezone(VIETNAM):%H:%M %d/%m/%Y}",
                "office:airing_record", (one.airing.pk,), "Ghi kết quả")
        for one in to_log(user, day)[:MOST]
    ]  # fmt: skip
    again = [
        WorkRow(
            str(airing),
            f"Phát {airing.starts_at.astimezone(VIETNAM):%H:%M %d/%m/%Y} chưa trọn bài, chưa tính là đã báo",
            "office:airing",
            (airing.pk,),
            "Xếp phát lại",
        )
        for airing in cut_short(user, day)[:MOST]
    ]
    return [
        WorkGroup("Lượt phát chưa ghi kết quả", False, rows),
        WorkGroup("Lượt phát chưa trọn bài", False, again),
    ]


def _evidence(user: User, day: date) -> list[WorkGroup]:
    rows = [
        WorkRow(
            one.delivery.what,
            " ".join(clash["says"] for clash in one.clashes),
            "office:evidence",
            (one.pk,),
            "Xem và quyết định",
        )
        for one in evidence_to_decide(user)[:MOST]
    ]
    return [WorkGroup("Bằng chứng bị lệch chờ tôi xem", False, rows)]


def _gatherings(user: User, day: date) -> list[WorkGroup]:
    if not scope(user, day).roles & WORKERS:
        return []
    waiting = visible_gatherings(user).filter(
        state=Gathering.State.PLANNED, starts_at__date__lte=day + timedelta(days=7)
    )
    rows = [
        WorkRow(
            g.title,
            f"{g.starts_at.astimezone(VIETNAM):%d/%m/%Y} tại {g.place}",
            "office:gathering",
            (g.pk,),
            "Mở",
        )
        for g in waiting.order_by("starts_at")[:MOST]
    ]
    return [WorkGroup("Lớp, hội nghị sắp tới hoặc chờ ghi kết quả", False, rows)]


def _questions(user: User, day: date) -> list[WorkGroup]:
    if not scope(user, day).roles & WORKERS:
        return []
    waiting = visible_questions(user).filter(status__in=[Question.Status.RECEIVED, Question.Status.ASSIGNED])
    late: list[WorkRow] = []
    soon: list[WorkRow] = []
    for question in waiting[:MOST]:
        held = f"người giữ: {question.owner}" if question.owner else "chưa giao ai"
        row = WorkRow(
            question.text[:110], f"{question.unit} · hạn {say(question.due_on)} · {held}",
            "office:question", (question.pk,), "Trả lời",
        )  # fmt: skip
        (late if question.due_on and question.due_on < day else soon).append(row)
    return [WorkGroup("Câu hỏi quá hạn", True, late), WorkGroup("Câu hỏi chờ trả lời", False, soon)]


def _bundles(user: User, day: date) -> list[WorkGroup]:
    rows = [
        WorkRow(b.title, f"Hạn soạn bài: {say(b.due_on)}", "office:bundle", (b.pk,), "Xác nhận đã nhận")
        for b in bundles_waiting_for(user)
    ]
    late: list[WorkRow] = []
    soon: list[WorkRow] = []
    for one in bundles_due(user, day):
        is_late = one.due_on is not None and one.due_on < day
        (late if is_late else soon).append(
            WorkRow(
                one.title,
                f"{'Đã quá hạn' if is_late else 'Hạn'} soạn bài {say(one.due_on)}, chưa có bài nào",
                "office:bundle",
                (one.pk,),
                "Mở bộ tài liệu",
            )
        )
    return [
        WorkGroup("Bộ tài liệu chờ xác nhận", False, rows[:MOST]),
        WorkGroup("Bộ tài liệu quá hạn soạn bài", True, late[:MOST]),
        WorkGroup("Bộ tài liệu đến hạn soạn bài", False, soon[:MOST]),
    ]


def _intakes(user: User, day: date) -> list[WorkGroup]:
    waiting = files_waiting(user).defer("proposal")[:MOST]
    rows = [
        WorkRow(
            f.name,
            f"{f.intake.by} nhập {_day(f.intake.at)}",
            "office:intake_file",
            (f.pk,),
            "Xem và xác nhận",
        )
        for f in waiting
    ]
    return [WorkGroup("Văn bản nhập vào chờ xác nhận", False, rows)]


def _instructions(user: User, day: date) -> list[WorkGroup]:
    """For those who keep the library: amending papers whose changes are not all settled."""
    if not may_write(user):
        return []
    rows = [
        WorkRow(
            str(paper),
            f"{count} chỗ sửa đổi chờ quyết định",
            "office:instruction_list",
            (paper.pk,),
            "Quyết định",
        )
        for paper, count in papers_with_open_instructions(MOST)
    ]
    return [WorkGroup("Luật đổi, chưa xác định được chỗ", True, rows)]


def _notices(user: User, day: date) -> list[WorkGroup]:
    unread = visible_notices(user).filter(read_at__isnull=True)[:MOST]
    rows = [WorkRow(str(one), summary(one), "office:notice", (one.pk,), "Đọc tin") for one in unread]
    return [WorkGroup("Tin luật tôi theo dõi", False, rows)]


def _corrections(user: User, day: date) -> list[WorkGroup]:
    if not scope(user, day).roles & CORRECTORS:
        return []
    mine = scope(user, day).inside()
    waiting = CorrectionCampaign.objects.filter(closed_at__isnull=True, rows__unit_id__in=mine).distinct()
    campaigns = list(waiting[:MOST])
    rows = [
        WorkRow(
            str(one.campaign),
            f"Còn {one.says_waiting} · "
            + (f"hạn {say(one.campaign.due_on)}" if one.campaign.due_on else "chưa đặt hạn"),
            "office:campaign",
            (one.campaign.pk,),
            "Xem việc",
        )
        for one in (progress_of(campaigns, user, day) if campaigns else [])
        if one.own_count or (one.open_count and may_close(user, one.campaign))
    ]
    return [WorkGroup("Đợt đính chính còn việc", True, rows)]


SOURCES: tuple[Callable[[User, date], list[WorkGroup]], ...] = (
    _law_changed,
    _instructions,
    _corrections,
    _displays,
    _approval,
    checks_due,
    _plans,
    _money,
    _bundles,
    _intakes,
    _airings,
    _evidence,
    _gatherings,
    _questions,
    _notices,
)
