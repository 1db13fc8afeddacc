"""The rest of the plan in the demo year: a class, a banner, money with its papers, questions."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from lantoa.budget import actions as budget
from lantoa.budget.queries import payable_lines
from lantoa.common import dates
from lantoa.common.dates import VIETNAM
from lantoa.content import actions as content
from lantoa.content.actions import Block
from lantoa.content.models import EditionKind
from lantoa.demo.pictures import photo, sheet
from lantoa.displays import actions as displays
from lantoa.displays.models import Display
from lantoa.gatherings import actions as gatherings
from lantoa.gatherings.models import Gathering
from lantoa.questions import actions as questions
from lantoa.questions.models import Holiday, Question
from lantoa.reports import actions as reports

if TYPE_CHECKING:
    from lantoa.demo.year import Story


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), VIETNAM)


def first_class(s: "Story") -> None:
    """March 2025: a class for officials with its sheet; a banner that hung and came down; the money."""
    cast, city = s.cast, s.plan_2025
    course = city.items.get(channel__key="lop-truyen-thong")
    dates.move_today(date(2025, 3, 10))
    held = gatherings.plan_gathering(
        kind=Gathering.Kind.COURSE, title="Lớp truyền thông về chuẩn nghèo và trợ giúp pháp lý",
        unit=cast.units["old-office"], territory=cast.units["city"], plan_item=course,
        starts_at=_at(date(2025, 3, 20), 8), ends_at=_at(date(2025, 3, 20), 11), place="Hội trường thành phố",
        chair="Lãnh đạo Phòng", speakers="Chuyên viên chính sách của Phòng", invited=60,
        policies=[s.law.policies["chuan-ngheo"]], materials=[s.poor_script], by=cast.minh,
    )  # fmt: skip
    dates.move_today(date(2025, 3, 21))
    held = gatherings.record_held(
        held, {s.kinds["cong-chuc-giam-ngheo"]: 54}, by=cast.minh, sheet=photo("Danh sach ky ten")
    )
    banner = displays.plan_display(
        kind=Display.Kind.BANNER, version=s.poor_banner, unit=cast.units["old-trung-dung"],
        place="Cổng trụ sở Ủy ban nhân dân phường", size="6 m × 0,8 m", material="bạt",
        put_up_on=date(2025, 3, 21), take_down_on=date(2025, 6, 20), by=cast.tam,
    )  # fmt: skip
    displays.record_put_up(banner, photo("Bang ron Trung Dung"), by=cast.tam)
    dates.move_today(date(2025, 3, 28))
    support = city.funding_sources.order_by("order")[0]
    paid = budget.record_spending(
        course, support, by=cast.kha, what="Chi tổ chức lớp truyền thông", amount_vnd=17_850_000,
        spent_on=date(2025, 3, 26), payee="Nhà khách (minh họa)", quantity=1, deliveries=[held.delivery],
    )  # fmt: skip
    for kind, name, number, dated in (
        ("receipt_list", "Danh sach ky nhan", "01", date(2025, 3, 20)),
        ("invoice", "Hoa don", "0000412", date(2025, 3, 24)),
    ):
        budget.add_paper(paid, sheet(name), by=cast.kha, kind=kind, number=number, dated=dated)
    dates.move_today(date(2025, 3, 31))
    budget.check_spending(paid, by=cast.minh, accepted=True)
    dates.move_today(date(2025, 6, 20))
    displays.record_taken_down(banner, by=cast.tam, on=date(2025, 6, 20))
    dates.move_today(date(2025, 6, 27))
    reports.freeze_report(
        city, by=cast.minh, title="Kết quả truyền thông giảm nghèo 6 tháng đầu năm 2025",
        from_on=date(2025, 1, 1), to_on=date(2025, 6, 27),
    )  # fmt: skip
    dates.move_today(None)


def airings_paid(s: "Story") -> None:
    """October 2026: what was aired and proven is paid; its papers wait for a second person."""
    cast = s.cast
    item = s.plan_2026.items.get(channel__key="dai-truyen-thanh-co-so")
    source = item.money.get().source
    dates.move_today(date(2026, 10, 6))
    told = payable_lines(cast.kha, item)
    paid = budget.record_spending(
        item, source, by=cast.kha, what="Thù lao đọc và phát bài trên đài truyền thanh",
        amount_vnd=250_000 * len(told), spent_on=date(2026, 10, 5), payee="Tổ truyền thanh phường (minh họa)",
        quantity=len(told), deliveries=told,
    )  # fmt: skip
    budget.add_paper(
        paid,
        sheet("Danh sach thu lao"),
        by=cast.kha,
        kind="receipt_list",
        number="03",
        dated=date(2026, 10, 5),
    )
    dates.move_today(None)


LAST_TRUE_DAY = date(2026, 12, 31)  # the poverty line that the banner tells ends with this day
QUESTIONS = [
    ("Hộ có thu nhập 2.100.000 đồng một người ở phường thì có được xét hộ nghèo không?", "new-tran-bien"),
    ("Hộ nghèo nhờ trợ giúp pháp lý thì phải mang theo giấy tờ gì?", "new-tam-hiep"),
]


def around_today(s: "Story", today: date) -> None:
    """The present: a banner that hangs beyond the change ahead with its reason, a dialogue, open questions."""
    cast = s.cast
    days_off = (
        (date(2026, 9, 2), "Quốc khánh"),
        (date(2026, 11, 24), "Ngày Văn hóa Việt Nam (Nghị quyết 28/2026/QH16)"),
        (date(2027, 1, 1), "Tết Dương lịch"),
    )
    for day, name in days_off:
        Holiday.objects.get_or_create(day=day, defaults={"name": name})
    hung_on = min(today, LAST_TRUE_DAY)
    if hung_on != today:  # told later, it is a banner that nobody took down in time
        dates.move_today(hung_on)
    banner = displays.plan_display(
        kind=Display.Kind.BANNER, version=s.poor_banner, unit=cast.units["new-tran-bien"],
        place="Ngã tư chợ phường", size="6 m × 0,8 m", put_up_on=hung_on,
        latitude=Decimal("10.95210"), longitude=Decimal("106.82240"),
        take_down_on=hung_on + timedelta(days=20),
        beyond_end_why="Hạ trước nếu chuẩn mới có hiệu lực sớm hơn", by=cast.tam,
    )  # fmt: skip
    displays.record_put_up(banner, photo("Bang ron cho phuong"), by=cast.tam)
    dates.move_today(None)
    gatherings.plan_gathering(
        kind=Gathering.Kind.DIALOGUE, title="Đối thoại chính sách giảm nghèo phường Trấn Biên",
        unit=cast.units["new-tran-bien"], territory=cast.units["new-tran-bien"],
        starts_at=_at(today + timedelta(days=6), 8), place="Nhà văn hóa khu phố 11", invited=80,
        policies=[s.law.policies["chuan-ngheo"], s.law.policies["bhyt"]], by=cast.tam,
    )  # fmt: skip
    _leaflets(s, today)
    _answered(s)
    for text, ward in QUESTIONS:
        questions.take_in(text=text, unit=cast.units[ward], intake=Question.Intake.WEB, by=None)


LEAFLET = [
    "Trợ giúp pháp lý miễn phí cho người thuộc hộ nghèo",
    "Bà con mang theo giấy tờ chứng minh thuộc hộ nghèo khi đến Trung tâm Trợ giúp pháp lý nhà nước.",
]


def _leaflets(s: "Story", today: date) -> None:
    """A leaflet printed for a ward, a part of it handed out at the market."""
    cast = s.cast
    editions = s.article(
        "new-culture", "Tờ rơi về trợ giúp pháp lý", "phap-ly", "phap-ly", {EditionKind.LEAFLET: LEAFLET}
    )
    run = displays.print_copies(
        version=s.approve(editions[EditionKind.LEAFLET]), unit=cast.units["new-tran-bien"], copies=500,
        printed_on=today, printer="Nhà in (minh họa)", by=cast.tam,
    )  # fmt: skip
    displays.hand_out(
        run, unit=cast.units["new-tran-bien"], copies=120, on=today, place="Chợ phường", by=cast.tam,
        photo=photo("Phat to roi"),
    )  # fmt: skip


def _answered(s: "Story") -> None:
    """A question from the counter, answered with its provision, approved, and made public without its asker."""
    cast = s.cast
    asked = questions.take_in(
        text="Tôi thuộc hộ nghèo, nhờ luật sư của Nhà nước thì có phải trả tiền không?",
        unit=cast.units["new-tran-bien"], intake=Question.Intake.COUNTER, by=cast.tam,
    ).question  # fmt: skip
    questions.classify(asked, by=cast.minh, topic=None, policy=s.law.policies["phap-ly"])
    answer = questions.draft_answer(asked, by=cast.minh)
    told = [
        Block(
            "Không phải trả tiền. Người thuộc hộ nghèo được trợ giúp pháp lý miễn phí.",
            provisions=[s.law.provisions["phap-ly"]],
        ),
        Block(
            "Bà con liên hệ Trung tâm Trợ giúp pháp lý nhà nước.", no_source_why="Lời hướng dẫn nơi liên hệ"
        ),
    ]
    content.save_draft(answer, told, by=cast.minh)
    version = content.submit(answer, by=cast.minh)
    content.check(version, s.verdicts(version), by=cast.hung)
    content.approve(version, by=cast.lan)
    questions.give_answer(asked, by=cast.minh)
    questions.write_public_words(
        asked, "Người thuộc hộ nghèo nhờ trợ giúp pháp lý có phải trả tiền không?", by=cast.minh
    )
    questions.publish_answer(asked, by=cast.hung)
