"""One of each thing that a ward keeps to itself, made by the actions, each step by the person whose it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from lantoa.broadcast import actions as broadcast
from lantoa.broadcast.models import Airing, Station
from lantoa.budget import actions as budget
from lantoa.budget.models import Spending, SpendingPaper
from lantoa.common import dates
from lantoa.common.files import Upload, keep
from lantoa.content import actions as content_actions
from lantoa.content.models import Article, Citation, Comment, Edition, EditionKind, EditionVersion
from lantoa.deliveries.actions import NewEvidence
from lantoa.deliveries.models import Delivery, Evidence, Outcome
from lantoa.desk.campaigns import start_campaign
from lantoa.desk.digest import make_notice
from lantoa.desk.models import CorrectionCampaign, Notice
from lantoa.displays import actions as displays
from lantoa.displays.models import Display, HandOut, PrintRun
from lantoa.gatherings.models import Gathering
from lantoa.library.actions import (
    hand_over_bundle,
    open_intake,
    open_rehearsal,
    start_following,
    suppose_changes,
    take_in,
)
from lantoa.library.models import (
    Bundle,
    Effect,
    Follow,
    Instruction,
    IntakeFile,
    PolicyParameter,
    PovertyStandard,
    Rehearsal,
    SupposedEffect,
)
from lantoa.people import actions as people
from lantoa.people.models import Duty, OpenName, Role, SizeImport
from lantoa.plans import actions as plan_actions
from lantoa.plans.models import Plan, PlanItem, PlanPart
from lantoa.questions.models import Question
from lantoa.reports.actions import freeze_report
from lantoa.reports.models import Report
from tests.displays.test_actions import display
from tests.factories import broadcast as stations
from tests.factories import content, library, plans
from tests.factories.people import World, person
from tests.factories.pictures import photo
from tests.gatherings.test_actions import gathering
from tests.questions.test_actions import ask

PDF = Upload("giay.pdf", b"%PDF-1.7 giay")


@dataclass
class WardThings:
    """What Tâm's ward has; the city's office sees it, another ward does not."""

    plan: Plan
    draft: Plan
    part: PlanPart
    draft_item: PlanItem
    item: PlanItem
    spending: Spending
    paper: SpendingPaper
    article: Article
    edition: Edition
    version: EditionVersion
    written: Edition
    second: EditionVersion
    comment: Comment
    citation: Citation
    cause: Effect
    instruction: Instruction
    amount: PolicyParameter
    standard: PovertyStandard
    banner: Display
    hung: Display
    run: PrintRun
    hand_out: HandOut
    gathering: Gathering
    station: Station
    airing: Airing
    delivery: Delivery
    evidence: Evidence
    question: Question
    report: Report
    bundle: Bundle
    intake_file: IntakeFile
    rehearsal: Rehearsal
    supposed: SupposedEffect
    follow: Follow
    notice: Notice
    size_import: SizeImport
    campaign: CorrectionCampaign
    listed: OpenName
    handed: Duty
    own: Duty


def make(world: World, station: Station | None = None, serial: int = 1) -> WardThings:
    """All of them, today; `station` when the ward has one already; `serial` tells one lot from the next."""
    today = dates.today()
    plan, item = _plan(world, serial)
    draft = plan_actions.amend_plan(plan, Plan.Change.AMENDS, by=world.tam)
    draft_item = plans.item(world, draft, title=f"Hội nghị thôn {serial}")
    part = plan_actions.add_part(draft, "nhiem-vu", by=world.tam, text="Phát tờ rơi tại khu phố")
    station = station or stations.ward_station(world)
    edition, line = _aired(world, station, today, serial)
    version = content.version_of(edition)
    citation = version.citations.get()
    ahead = stations.airing(world, station, version, today + timedelta(days=1), minute=20 * (serial - 1))
    banner = content.version_of(_edition(world, serial, EditionKind.BANNER))
    hung = displays.record_put_up(display(world, banner, place=f"Cổng chợ {serial}"), photo(), by=world.tam)
    spending = _spending(world, item)
    return WardThings(
        plan=plan,
        draft=draft,
        part=part,
        draft_item=draft_item,
        item=item,
        spending=spending,
        listed=people.list_name(world.ward, f"0251 3822 50{serial}", "đường dây nóng", by=world.yen),
        paper=spending.papers.get(),
        article=edition.article,
        edition=edition,
        version=version,
        written=content.draft(world, of=edition.article, kind=EditionKind.WEB, by=world.tam),
        second=_revised(world, edition.article),
        comment=_commented(world, edition.article),
        citation=citation,
        cause=(cause := library.effect(citation.provision, today + timedelta(days=400))),
        amount=library.parameter(edition.article.policies.get()),
        standard=library.standard(
            world.poor, valid_from=date(1900 + serial, 1, 1), valid_to=date(1900 + serial, 12, 31)
        ),
        banner=display(world, banner, place=f"Đầu hẻm {serial}"),
        hung=hung,
        run=(given := _handed_out(world, serial)).run,
        hand_out=given,
        gathering=gathering(world, title=f"Đối thoại lần {serial}"),
        station=station,
        airing=ahead,
        delivery=line,
        evidence=line.evidence.get(),
        question=ask(world, f"Làm thẻ bảo hiểm y tế ở bàn số {serial} phải không?").question,
        report=freeze_report(
            plan, by=world.tam, title=f"Báo cáo lần {serial}", from_on=date(today.year, 1, 1), to_on=today
        ),
        bundle=_bundle(world, version, serial),
        intake_file=_intake_file(world, serial),
        rehearsal=(supposed := _supposed(world, citation, serial)).rehearsal,
        supposed=supposed,
        follow=(told := _noticed(world, citation))[0],
        notice=told[1],
        size_import=_size_import(world),
        instruction=library.instruction(cause.document),
        campaign=start_campaign([cause], by=world.minh),
        handed=_handed(world, serial),
        own=Duty.objects.get(user=world.tam, role=Role.WARD_OFFICER, delegated_from=None),
    )


def _size_import(world: World) -> SizeImport:
    """A sheet of nothing, taken in by the ward."""
    return SizeImport.objects.create(
        by=world.tam,
        at=dates.now(),
        file=keep(PDF, world.tam),
        read=0,
        new=0,
        corrected=0,
        unchanged=0,
        rejected=0,
    )


def _plan(world: World, serial: int) -> tuple[Plan, PlanItem]:
    city = plans.plan(world, number=f"{100 + serial}", title=f"Truyền thông giảm nghèo đợt {serial}")
    made = plans.ward_plan(world, city, issued=False)
    source = plan_actions.add_part(made, "nguon", by=world.tam, name="Ngân sách phường", amount_vnd=9_000_000)
    item = made.items.get()
    plan_actions.set_item_money(item, {source: 5_000_000}, by=world.tam)
    issued = plans.issue(world, made, number=f"{200 + serial}")
    return issued, issued.items.get()


def _edition(world: World, serial: int, kind: str = EditionKind.RADIO) -> Edition:
    """An approved edition of an article that the ward itself wrote."""
    written = content.article(world, by=world.tam, unit=world.ward, title=f"Thẻ bảo hiểm y tế đợt {serial}")
    return content.edition(world, of=written, kind=kind, by=world.tam, ward_approved=[world.ward])


def _revised(world: World, article: Article) -> EditionVersion:
    """The second version of a banner that was approved once."""
    banner = content.edition(world, of=article, kind=EditionKind.BANNER, by=world.tam)
    return content_actions.revise(banner, by=world.tam, why="Sửa ngày khám")


def _commented(world: World, article: Article) -> Comment:
    """What Tâm noted at a passage that waits for its check."""
    version = content.version_of(
        content.edition(world, of=article, by=world.tam, checked=False, approved=False)
    )
    return content_actions.comment(version, version.blocks[0]["id"], "Xem lại số tiền.", by=world.tam)


def _aired(world: World, station: Station, today: date, serial: int) -> tuple[Edition, Delivery]:
    """Approved and aired some days ago, with a photo."""
    dates.move_today(today - timedelta(days=7 + serial))
    edition = _edition(world, serial)
    past = stations.airing(world, station, content.version_of(edition), dates.today() + timedelta(days=1))
    dates.move_today(today - timedelta(days=5 + serial))
    line = broadcast.record_airing(
        past,
        outcome=Outcome.DONE,
        by=world.tam,
        happened_at=past.starts_at,
        evidence=[NewEvidence(Evidence.Kind.PHOTO, photo(), "Cụm loa số 1")],
    )
    dates.move_today(None)
    return edition, line


def _spending(world: World, item: PlanItem) -> Spending:
    made = budget.record_spending(
        item,
        item.money.get().source,
        by=world.kha,
        what="In tờ rơi",
        payee="Nhà in phường Đông",
        amount_vnd=1_000_000,
        spent_on=dates.today(),
    )
    budget.add_paper(made, PDF, by=world.kha, kind="invoice", number="1", dated=dates.today())
    return made


def _intake_file(world: World, serial: int) -> IntakeFile:
    paper = f"Số: {700 + serial}/2031/QĐ-UBND\nQUYẾT ĐỊNH\nGiao việc thử\nĐiều 1. Giao việc."
    intake = open_intake(by=world.minh, key=f"k{serial}")
    return take_in(intake, Upload("quyet-dinh.txt", paper.encode()), by=world.minh)[0]


def _supposed(world: World, citation: Citation, serial: int) -> SupposedEffect:
    rehearsal = open_rehearsal(by=world.minh, title=f"Dự thảo số {serial}")
    lines = f"{citation.provision.place} từ 01/01/2050"
    return suppose_changes(rehearsal, citation.provision.document, lines, by=world.minh)[0]


def _noticed(world: World, citation: Citation) -> tuple[Follow, Notice]:
    followed = start_following(citation.provision.document, by=world.tam)
    library.effect(citation.provision, dates.today() + timedelta(days=500))
    notice = make_notice(world.tam, dates.today())
    assert notice is not None
    return followed, notice


def _handed_out(world: World, serial: int) -> HandOut:
    leaflet = content.version_of(_edition(world, serial, EditionKind.LEAFLET))
    today = dates.today()
    run = displays.print_copies(version=leaflet, unit=world.ward, copies=500, printed_on=today, by=world.tam)
    return displays.hand_out(run, unit=world.ward, copies=120, on=today, by=world.tam)


def _bundle(world: World, version: EditionVersion, serial: int) -> Bundle:
    return hand_over_bundle(
        by=world.minh,
        from_unit=world.office,
        to_unit=world.ward,
        title=f"Tài liệu đợt {serial}",
        documents=[version.citations.get().provision.document],
    )


def _handed(world: World, serial: int) -> Duty:
    """Tâm's own duty, in the hands of a colleague of her ward for a week."""
    duty = Duty.objects.get(user=world.tam, role=Role.WARD_OFFICER)
    colleague = person("Dương Mỹ Hạnh", f"hanh{serial}")
    return people.delegate_duty(
        duty,
        to=colleague,
        valid_from=dates.today(),
        valid_to=dates.today() + timedelta(days=7),
        why="Đi học",
        by=world.tam,
    )


def fields_of(address: Mapping[str, Any]) -> dict[str, Any]:
    """Numbers for the address: a thing stands for its key."""
    return {name: getattr(value, "pk", value) for name, value in address.items()}
