"""Luật đổi 30 chỗ: diễn tập, thành thật, ba người cùng đối chiếu; không mất gì, không hiện hai lần gì."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from lantoa.broadcast.models import Airing
from lantoa.common import dates
from lantoa.content.models import Article, Citation, Clearing, EditionVersion
from lantoa.content.queries import airable
from lantoa.desk.models import CorrectionCampaign
from lantoa.library.models import Document, Effect, Provision
from lantoa.people.models import Role, User
from tests.factories import broadcast, content, deliveries, library
from tests.factories.people import World, duty, make_world, person
from tests.journeys.browser import check_page, follow, press

pytestmark = pytest.mark.journey

ARTICLES, CLAUSES = 10, 3
WHY = "Chỉ đổi cách viết, mức và điều kiện giữ nguyên."


@dataclass
class Drill:
    """An act with ten articles of three clauses; ten scripts that cite all thirty, on air in two wards."""

    world: World
    act: Document
    amending: Document
    scripts: list[EditionVersion]
    airings: list[Airing]
    people: list[User]


@pytest.fixture
def drill() -> Drill:
    world = make_world()
    act = library.document(number="31", year=2024)
    amending = library.document(number="52", year=2026, effective_on=dates.today())
    library.provision(amending, words="Sửa đổi Nghị định 31/2024/NĐ-CP.")
    policy = library.policy(bases=[library.provision(act, "Điều 99")])
    stations = [broadcast.ward_station(world), broadcast.ward_station(world, other=True)]
    scripts, airings = [], []
    for article in range(1, ARTICLES + 1):
        clauses = [_clause(act, clause, article) for clause in range(1, CLAUSES + 1)]
        script = _script(world, content.article(world, policies=[policy], title=f"Bài số {article}"), clauses)
        scripts.append(script)
        deliveries.delivery(world, version=script, happened_on=dates.today())
        day = dates.today() + timedelta(days=article)
        airings += [broadcast.airing(world, station, script, day) for station in stations]
    colleague = person("Dương Mỹ Hạnh", "hanh")
    duty(colleague, Role.POLICY_CHECKER, world.office)
    return Drill(world, act, amending, scripts, airings, [world.hung, world.lan, colleague])


def _clause(act: Document, clause: int, article: int) -> Provision:
    return library.provision(
        act, f"khoản {clause} Điều {article}", words=f"Mức {article}.{clause} của hộ nghèo."
    )


def _script(world: World, of: Article, clauses: list[Provision]) -> EditionVersion:
    texts = [f"Hộ nghèo được hưởng mức ghi ở {clause.place}." for clause in clauses]
    made = content.edition(
        world, of=of, provisions=clauses, texts=texts, ward_approved=[world.ward, world.other_ward]
    )
    return content.version_of(made)


def test_thirty_clauses_change_and_three_people_put_it_right(
    drill: Drill, open_window: Callable[..., Page]
) -> None:
    minh = open_window(drill.world.minh)
    rehearse(minh, drill)
    make_real(minh, drill)
    campaign = open_campaign(minh, drill)
    checkers = [open_window(one) for one in drill.people]
    clear(checkers, drill)
    nothing_is_left(minh, campaign, drill)
    outsiders_saw_only_their_own(open_window(drill.world.van), campaign, drill)


def rehearse(page: Page, drill: Drill) -> None:
    page.goto(reverse("office:rehearsal_new"))
    page.get_by_label("Tên", exact=False).first.fill("Dự thảo sửa Nghị định 31")
    press(page, "Lập diễn tập")
    page.get_by_label("Tìm văn bản bị thay đổi").fill("31/2024")
    press(page, "Tìm văn bản")
    page.get_by_role("radio", name="Nghị định 31/2024/NĐ-CP").check()
    page.get_by_label("Điều khoản thay đổi").fill("\n".join(changed_places()))
    page.get_by_label("Từ ngày").fill(f"{dates.today():%d/%m/%Y}")
    press(page, "Thêm vào diễn tập")
    expect(page.get_by_role("heading", name="30 thay đổi giả định")).to_be_visible()
    check_page(page)
    assert not Effect.objects.exists(), "a rehearsal changes nothing"
    assert all(one.ok for one in airable(drill.scripts, dates.today()).values())


def changed_places() -> Iterator[str]:
    for article in range(1, ARTICLES + 1):
        for clause in range(1, CLAUSES + 1):
            yield f"khoản {clause} Điều {article}"


def make_real(page: Page, drill: Drill) -> None:
    page.get_by_label("Theo văn bản nào?").fill(str(drill.amending))
    press(page, "Ghi 30 thay đổi thật")
    assert Effect.objects.filter(source=drill.amending).count() == 30
    assert not any(one.ok for one in airable(drill.scripts, dates.today()).values())


def open_campaign(page: Page, drill: Drill) -> CorrectionCampaign:
    first = Effect.objects.order_by("pk").first()
    assert first is not None
    page.goto(reverse("office:effect", args=[first.pk]))
    follow(page, "Mở đợt đính chính")
    expect(page.get_by_text("30 thay đổi theo")).to_be_visible()
    check_page(page)
    press(page, "Mở đợt đính chính")
    check_page(page)
    campaign = CorrectionCampaign.objects.get()
    shown = page.locator("ul.work > li")
    assert shown.count() == campaign.rows.count()
    kinds = [row.kind for row in campaign.rows.all()]
    # Ten scripts to rewrite, ten tellings in one ward, ten airings in each of two wards.
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {"rewrite": 10, "tell": 10, "stop": 20}
    return campaign


def clear(pages: list[Page], drill: Drill) -> None:
    """Each takes every third citation, all with their pages open at the same time; one is late once."""
    citations = list(Citation.objects.filter(version__in=drill.scripts).order_by("pk"))
    causes = {effect.provision_id: effect.pk for effect in Effect.objects.all()}
    pages[0].goto(reverse("office:my_work"))
    expect(pages[0].get_by_role("heading", name="Luật đổi, phải xử lý ngay")).to_be_visible()
    for start in range(0, len(citations), len(pages)):
        turn = list(zip(pages, citations[start : start + len(pages)], strict=True))
        for page, citation in turn:
            page.goto(reverse("office:citation_clear", args=[citation.pk, causes[citation.provision_id]]))
        if start == 0:
            late, first = pages[1], citations[0]
            late.goto(reverse("office:citation_clear", args=[first.pk, causes[first.provision_id]]))
            sign(pages[0])
            sign(late)
            expect(
                late.get_by_text("không (hoặc không còn) làm trích dẫn phải kiểm lại").first
            ).to_be_visible()
            assert Clearing.objects.filter(citation=first).count() == 1
            turn = turn[1:]
            mine = citations[1]
            late.goto(reverse("office:citation_clear", args=[mine.pk, causes[mine.provision_id]]))
            check_page(late)
        for page, _ in turn:
            sign(page)
        done = Clearing.objects.count()
        assert done == start + len(pages), "each of the three was kept"
        still = set(Citation.objects.filter(clearings__isnull=True).values_list("pk", flat=True))
        assert still == {one.pk for one in citations[start + len(pages) :]}


def sign(page: Page) -> None:
    page.get_by_label("Vì sao lời trong bài vẫn đúng?").fill(WHY)
    press(page, "Xác nhận vẫn đúng")


def nothing_is_left(page: Page, campaign: CorrectionCampaign, drill: Drill) -> None:
    assert Clearing.objects.count() == 30
    assert set(Clearing.objects.values_list("by_id", flat=True)) == {one.pk for one in drill.people}
    assert all(one.ok for one in airable(drill.scripts, dates.today()).values())
    assert Airing.objects.filter(stopped_at__isnull=True).count() == len(drill.airings), "none was lost"
    page.goto(reverse("office:campaign", args=[campaign.pk]))
    expect(page.get_by_text("Không còn việc nào", exact=True)).to_be_visible()
    assert page.get_by_text("Chưa xong", exact=True).count() == 0
    press(page, "Rà lại và thêm việc mới")
    expect(page.get_by_text("Không có việc nào mới")).to_be_visible()


def outsiders_saw_only_their_own(page: Page, campaign: CorrectionCampaign, drill: Drill) -> None:
    page.goto(reverse("office:campaign", args=[campaign.pk]))
    assert page.locator("ul.work > li").count() == ARTICLES
    assert "Bến Gỗ" not in page.content()
