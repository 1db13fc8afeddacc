"""The demo year, told by the application's own actions on the days on which they happened.

2025: the city's plan, three wards (two follow, one does nothing), articles in all states, airings with proof
and without, a class, a banner, money. 1 July 2025: new wards, new offices. 2026: the present, with a change
of the law ahead (the poverty line of 2027).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path

from lantoa.broadcast import actions as broadcast
from lantoa.broadcast.models import Station
from lantoa.common import audit, dates
from lantoa.common.dates import VIETNAM
from lantoa.common.files import Upload
from lantoa.content import actions as content
from lantoa.content.actions import Block, Verdict
from lantoa.content.models import EditionKind, EditionVersion
from lantoa.deliveries.actions import NewEvidence
from lantoa.deliveries.models import Evidence, Outcome
from lantoa.demo import law as law_data
from lantoa.demo import thin
from lantoa.demo.law import Law
from lantoa.demo.people import NEW_WARDS, OLD_TO, OLD_WARDS, Cast
from lantoa.demo.pictures import photo
from lantoa.library import actions as library
from lantoa.library.models import Document, Effect
from lantoa.people.models import AudienceKind, User
from lantoa.plans import actions as plans
from lantoa.plans.models import Channel, Plan, PlanItem
from lantoa.plans.reading import read_plan

PAPERS = Path(__file__).parent / "papers"
WARDS = OLD_WARDS.keys() | NEW_WARDS.keys()


@contextmanager
def on(year: int, month: int, day: int) -> Iterator[date]:
    """Stand on a day of the story."""
    dates.move_today(date(year, month, day))
    try:
        yield date(year, month, day)
    finally:
        dates.move_today(None)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), VIETNAM)


class Story:
    """Tells the year step by step; each step needs those before it."""

    def __init__(self, cast: Cast):
        self.cast = cast
        self.law = Law()
        self.channels = {c.key: c for c in Channel.objects.all()}
        self.kinds = {k.key: k for k in AudienceKind.objects.all()}

    # -- Plans ---------------------------------------------------------------------------------
    def city_plan(self, unit: str, year: int, number: str, symbol: str, issued: date) -> Plan:
        """A plan of the office with its items, signed by Lan and numbered by Thư."""
        cast, old = self.cast, unit.startswith("old")
        words = (PAPERS / "ke-hoach.md").read_text(encoding="utf-8").format(
            year=year, symbol=symbol, issuer=cast.units[unit].name_on(issued),
            head="TRƯỞNG PHÒNG" if old else "GIÁM ĐỐC",
        )  # fmt: skip
        paper = Upload(f"ke-hoach-{year}.md", words.encode())
        plan = plans.import_reading(
            read_plan(paper.content, paper.name), paper, by=cast.minh, unit=cast.units[unit]
        )
        plans.change_head(
            plan, by=cast.minh,
            superior_name="UBND THÀNH PHỐ BIÊN HÒA" if old else "UBND TỈNH ĐỒNG NAI",
            issuer_name="PHÒNG LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI" if old else "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
        )  # fmt: skip
        for source in plan.funding_sources.all():
            plans.change_part(source, by=cast.minh, name=source.name, amount_vnd=60_000_000)
        self._items(plan, unit)
        plan = plans.submit_plan(plan, by=cast.minh)
        plan = plans.sign_plan(plan, by=cast.lan)
        return plans.record_issue(plan, number, issued, by=cast.thu)

    def _items(self, plan: Plan, unit: str) -> None:
        cast, year = self.cast, plan.year
        wards = [
            u for name, u in cast.units.items() if name.startswith(f"{unit[:3]}-") and u.key.startswith("u")
        ]
        support, budget = plan.funding_sources.order_by("order")
        poor = [self.kinds["ho-ngheo"], self.kinds["ho-can-ngheo"], self.kinds["ho-moi-thoat-ngheo"]]
        rows = [
            ("Phát bài về chuẩn nghèo trên đài truyền thanh", "dai-truyen-thanh-co-so", 24, 6_000_000, poor, wards),
            ("Lớp truyền thông cho công chức làm công tác giảm nghèo", "lop-truyen-thong", 1, 18_400_000,
             [self.kinds["cong-chuc-giam-ngheo"]], []),
            ("Băng rôn chính sách giảm nghèo", "bang-ron", 10, 9_500_000, poor, wards),
            ("Đối thoại chính sách giảm nghèo với hộ nghèo, hộ cận nghèo", "doi-thoai-chinh-sach", 3, 7_500_000,
             poor, wards),
        ]  # fmt: skip
        for title, channel, quantity, amount, audiences, units in rows:
            item = plans.add_item(
                plan, by=cast.minh, title=title, channel=self.channels[channel], quantity=quantity,
                audiences=audiences, policies=[self.law.policies["chuan-ngheo"], self.law.policies["phap-ly"]],
                units=units, starts_on=date(year, 2, 1), ends_on=date(year, 12, 15),
                lead="Chuyên viên phụ trách công tác giảm nghèo",
            )  # fmt: skip
            source = budget if channel != "lop-truyen-thong" else support
            plans.set_item_money(item, {source: amount}, by=cast.minh)

    def ward_plan(
        self, parent: Plan, ward: str, officer: User, leader: User, number: str, issued: date
    ) -> Plan:
        """A ward follows, fills in its numbers, its leader signs."""
        plan = plans.follow_plan(parent, self.cast.units[ward], by=officer)
        plans.change_head(plan, by=officer, signer_name=leader.full_name, symbol="KH-UBND")
        for item in plan.items.all():
            plans.change_item(item, by=officer, quantity=4)
        plan = plans.submit_plan(plan, by=officer)
        plan = plans.sign_plan(plan, by=leader)
        return plans.record_issue(plan, number, issued, by=officer)

    # -- Messages ------------------------------------------------------------------------------
    def article(
        self, unit: str, title: str, policy: str, provision: str, kinds: dict[str, list[str]]
    ) -> dict:
        """An article by Bình with its editions in draft: {kind: edition}."""
        cast = self.cast
        chosen = self.law.policies[policy]
        article = content.write_article(
            title, cast.units[unit], list(chosen.audiences.all()), [chosen], by=cast.binh
        )
        editions = {}
        for kind, passages in kinds.items():
            edition = content.add_edition(article, kind, by=cast.binh)
            blocks = [
                Block(text, provisions=[self.law.provisions[provision]])
                if index == 0
                else Block(text, no_source_why="Lời chào, lời nhắn, không nêu quy định")
                for index, text in enumerate(passages)
            ]
            content.save_draft(edition, blocks, by=cast.binh)
            editions[kind] = edition
        return editions

    def verdicts(self, version: EditionVersion, wrong: str = "") -> list[Verdict]:
        """The checker's verdict on everything; wrong: the reason for the first citation."""
        given = [
            Verdict(ok=not (wrong and i == 0), reason=wrong if i == 0 else "", citation=c.pk)
            for i, c in enumerate(version.citations.all())
        ]
        cited = {c.block for c in version.citations.all()}
        return given + [Verdict(ok=True, block=b["id"]) for b in version.blocks if b["id"] not in cited]

    def approve(self, edition, returned_once: str = "") -> EditionVersion:
        """Submit, (return once,) check, approve."""
        cast = self.cast
        version = content.submit(edition, by=cast.binh)
        if returned_once:
            content.check(version, self.verdicts(version, returned_once), by=cast.hung)
            content.revise(edition, by=cast.binh)
            version = content.submit(edition, by=cast.binh)
        content.check(version, self.verdicts(version), by=cast.hung)
        content.approve(version, by=cast.lan)
        return version

    def station(
        self, ward: str, name: str, officer: User, day: date, clusters: int, until: date | None = None
    ) -> Station:
        unit = self.cast.units[ward]
        return broadcast.open_station(
            unit=unit, serves=unit, name=name, by=officer, clusters=clusters, valid_from=day, valid_to=until,
            rule_basis="Quy chế hoạt động của đài (minh họa)",
        )  # fmt: skip

    def air(self, station: Station, version: EditionVersion, day: date, officer: User, item: PlanItem | None,
            hour: int = 5, minute: int = 30):  # fmt: skip
        return broadcast.schedule_airing(
            station, version, starts_at=at(day, hour, minute), minutes=5, by=officer, plan_item=item
        )


POOR_RULE = (
    "Ở thành thị, hộ có thu nhập từ 2.000.000 đồng một người một tháng trở xuống và thiếu hụt từ 3 chỉ số trở lên "
    "thì được xét là hộ nghèo."
)
ASK_MORE = "Bà con cần hỏi thêm, xin đến Ủy ban nhân dân phường. Trân trọng cảm ơn bà con đã lắng nghe."
POOR_SCRIPT_2025 = [f"Thưa bà con, đây là chuẩn nghèo giai đoạn 2022 - 2025. {POOR_RULE}", ASK_MORE]
POOR_SCRIPT_2026 = [f"Thưa bà con, chuẩn nghèo hiện nay áp dụng đến hết năm 2026. {POOR_RULE}", ASK_MORE]
POOR_BANNER = ["Hộ thu nhập từ 2.000.000 đồng một người một tháng trở xuống: đến phường hỏi về xét hộ nghèo"]
LEGAL_SCRIPT = [
    "Thưa bà con, người thuộc hộ nghèo được trợ giúp pháp lý miễn phí.",
    "Khi cần, bà con liên hệ Trung tâm Trợ giúp pháp lý nhà nước. Trân trọng cảm ơn bà con.",
]
INSURANCE_SCRIPT = [
    "Thưa bà con, hộ cận nghèo được Nhà nước đóng giúp ít nhất 70% tiền mua thẻ bảo hiểm y tế.",
    "Bà con làm thẻ tại Ủy ban nhân dân phường. Trân trọng cảm ơn bà con.",
]


def tell(cast: Cast) -> None:
    """The whole story. Ends on the true day."""
    story = Story(cast)
    _first_half(story)
    _second_half(story)
    _this_year(story)
    audit.seal()


def _first_half(s: Story) -> None:
    cast = s.cast
    with on(2025, 1, 6):
        law_data.bring_in(law_data.PAPERS_2025, cast, s.law)
        law_data.write_policies(law_data.POLICIES_2025, cast, s.law)
    with on(2025, 1, 15) as day:
        s.plan_2025 = s.city_plan("old-office", 2025, "07", "KH-PLĐTBXH", day)
        library.hand_over_bundle(
            by=cast.minh, from_unit=cast.units["old-office"], to_unit=cast.units["old-culture"],
            title="Tài liệu chuẩn nghèo và trợ giúp pháp lý", note="Soạn bài phát thanh và băng rôn.",
            due_on=date(2025, 2, 10), documents=list(s.law.documents.values())[:2],
            policies=[s.law.policies["chuan-ngheo"], s.law.policies["phap-ly"]],
        )  # fmt: skip
    with on(2025, 1, 24):
        library.acknowledge_bundle(cast.units["old-culture"].bundles_received.get(), by=cast.binh)
    with on(2025, 2, 5) as day:
        s.ward_plan(s.plan_2025, "old-trung-dung", cast.tam, cast.yen, "12", day)
        s.ward_plan(s.plan_2025, "old-tam-hiep", cast.van, cast.oanh, "09", day)
        s.old_stations = {
            "trung-dung": s.station(
                "old-trung-dung", "Đài truyền thanh phường Trung Dũng", cast.tam, day, 11
            ),
            "tam-hiep": s.station(
                "old-tam-hiep", "Đài truyền thanh phường Tam Hiệp", cast.van, day, 9, OLD_TO
            ),
        }
    with on(2025, 2, 12):
        editions = s.article(
            "old-culture", "Chuẩn hộ nghèo đang áp dụng", "chuan-ngheo", "chuan-ngheo",
            {EditionKind.RADIO: POOR_SCRIPT_2025, EditionKind.BANNER: POOR_BANNER},
        )  # fmt: skip
        s.poor_script = s.approve(editions[EditionKind.RADIO], "Ghi rõ mức này áp dụng đến khi nào.")
        s.poor_banner = s.approve(editions[EditionKind.BANNER])
        content.approve_for_ward(s.poor_script, ward=cast.units["old-trung-dung"], by=cast.yen)
        content.approve_for_ward(s.poor_script, ward=cast.units["old-tam-hiep"], by=cast.oanh)
    _old_airings(s)
    thin.first_class(s)


def _old_airings(s: Story) -> None:
    cast = s.cast
    rows = [
        ("trung-dung", cast.tam, date(2025, 3, 4), Evidence.Kind.SIGNED_LOG, 20, 38),
        ("tam-hiep", cast.van, date(2025, 3, 6), Evidence.Kind.STATEMENT, None, None),
    ]
    for ward, officer, day, proof, low, high in rows:
        with on(day.year, day.month, day.day):
            airing = s.air(s.old_stations[ward], s.poor_script, day + timedelta(days=1), officer, None)
        after = day + timedelta(days=2)
        with on(after.year, after.month, after.day):
            upload = photo("Nhat ky phat thanh") if proof != Evidence.Kind.STATEMENT else None
            broadcast.record_airing(
                airing, outcome=Outcome.DONE, by=officer, happened_at=airing.starts_at, reach_low=low,
                reach_high=high, evidence=[NewEvidence(proof, upload, "Phát đủ bài")],
            )  # fmt: skip


def _second_half(s: Story) -> None:
    cast = s.cast
    with on(2025, 8, 18):
        law_data.bring_in(law_data.PAPERS_MID_2025, cast, s.law)
        law_data.write_policies(law_data.POLICIES_MID_2025, cast, s.law)
        library.record_effect(
            s.law.documents["qd28"], by=cast.minh, kind=Effect.Kind.REPLACE, on=date(2025, 5, 29),
            source=s.law.documents["qd14"], note="Biểu giá mới; các nguồn còn mâu thuẫn về việc hóa đơn đã tính theo biểu mới hay chưa",
        )  # fmt: skip
    with on(2025, 9, 3) as day:
        editions = s.article(
            "new-culture",
            "Bảo hiểm y tế cho hộ cận nghèo",
            "bhyt",
            "bhyt",
            {EditionKind.RADIO: INSURANCE_SCRIPT},
        )
        s.insurance = s.approve(editions[EditionKind.RADIO])
        content.approve_for_ward(s.insurance, ward=cast.units["new-tran-bien"], by=cast.yen)
        s.tran_bien = s.station("new-tran-bien", "Đài truyền thanh phường Trấn Biên", cast.tam, day, 31)
        s.new_tam_hiep = s.station("new-tam-hiep", "Đài truyền thanh phường Tam Hiệp mới", cast.van, day, 22)
        s.long_binh = s.station("new-long-binh", "Đài truyền thanh phường Long Bình", cast.han, day, 26)
    with on(2025, 9, 9) as day:
        airing = s.air(s.tran_bien, s.insurance, day, cast.tam, None, 17)
    with on(2025, 9, 10):
        broadcast.record_airing(
            airing, outcome=Outcome.DONE, by=cast.tam, happened_at=airing.starts_at, reach_low=60,
            reach_high=188, evidence=[NewEvidence(Evidence.Kind.PHOTO, photo("Truc dai Tran Bien"), "Ảnh trực đài")],
        )  # fmt: skip
    with on(2025, 9, 12):
        broadcast.correct_airing_record(
            airing, "Ghi nhầm số hộ nghe ít nhất", by=cast.tam, reach_low=45, reach_high=188
        )


def _this_year(s: Story) -> None:
    cast, today = s.cast, dates.today()
    with on(2026, 1, 8) as day:
        law_data.bring_in(law_data.PAPERS_2026, cast, s.law)
        law_data.write_policies(law_data.POLICIES_2026, cast, s.law)
        library.record_effect(
            s.law.documents["nd07"], by=cast.minh, kind=Effect.Kind.REPLACE, on=date(2027, 1, 1),
            provision=s.law.provisions["chuan-ngheo"], source=s.law.documents["nd351"],
            new_words="Từ năm 2027 đến năm 2030: nông thôn 2.200.000 đồng, thành thị 2.800.000 đồng một người "
            "một tháng (tóm lược).",
            note="Nghị định 351/2025/NĐ-CP quy định chuẩn mới cho 2027-2030",
        )  # fmt: skip
        library.mark_checked(s.law.documents["nd351"], by=cast.hung)
        library.mark_checked(s.law.documents["nd07"], by=cast.hung, wording=Document.Wording.SUMMARY)
        s.plan_2026 = s.city_plan("new-office", 2026, "05", "KH-SNNMT", day)
    with on(2026, 2, 3) as day:
        s.ward_plan(s.plan_2026, "new-tran-bien", cast.tam, cast.yen, "15", day)
        plans.follow_plan(s.plan_2026, cast.units["new-tam-hiep"], by=cast.van)  # stays a draft
    _airings_of_this_year(s)
    with on(2026, 9, 1):
        for key in ("bhyt", "chuan-ngheo"):  # legal aid stays unchecked for longer than six months
            library.mark_policy_checked(s.law.policies[key], by=cast.hung)
    thin.airings_paid(s)
    _present(s, today)


def _airings_of_this_year(s: Story) -> None:
    """Two wards air and prove, each in its own way; the third does nothing."""
    cast = s.cast
    with on(2026, 3, 2):
        item = s.plan_2026.items.get(channel__key="dai-truyen-thanh-co-so")
        editions = s.article(
            "new-culture", "Chuẩn hộ nghèo áp dụng trong năm 2026", "chuan-ngheo", "chuan-ngheo",
            {EditionKind.RADIO: POOR_SCRIPT_2026, EditionKind.BANNER: POOR_BANNER},
        )  # fmt: skip
        poor = s.approve(editions[EditionKind.RADIO])
        s.poor_banner = s.approve(editions[EditionKind.BANNER])
        content.approve_for_ward(poor, ward=cast.units["new-tran-bien"], by=cast.yen)
        for version in (poor, s.insurance):
            content.approve_for_ward(version, ward=cast.units["new-tam-hiep"], by=cast.oanh)
    rows = [
        (s.tran_bien, poor, date(2026, 3, 10), cast.tam, Evidence.Kind.SIGNED_LOG, 70, 121),
        (s.tran_bien, s.insurance, date(2026, 5, 12), cast.tam, Evidence.Kind.PHOTO, 90, 188),
        (s.new_tam_hiep, s.insurance, date(2026, 5, 14), cast.van, Evidence.Kind.REGISTER, 60, 150),
        (s.new_tam_hiep, poor, date(2026, 9, 8), cast.van, Evidence.Kind.STATEMENT, None, None),
    ]
    for station, version, day, officer, proof, low, high in rows:
        with on(day.year, day.month, day.day):
            airing = s.air(station, version, day, officer, item)
        after = day + timedelta(days=1)
        with on(after.year, after.month, after.day):
            upload = photo(f"{proof} {day}") if proof != Evidence.Kind.STATEMENT else None
            broadcast.record_airing(
                airing, outcome=Outcome.DONE, by=officer, happened_at=airing.starts_at, reach_low=low,
                reach_high=high, evidence=[NewEvidence(proof, upload, "Phát đủ bài")],
            )  # fmt: skip


def _present(s: Story, today: date) -> None:
    """What waits for everyone today: articles in all states, airings ahead, a gap, an open question."""
    cast = s.cast
    radio = {EditionKind.RADIO: LEGAL_SCRIPT}
    legal = s.article("new-culture", "Trợ giúp pháp lý miễn phí cho hộ nghèo", "phap-ly", "phap-ly", radio)
    s.legal = s.approve(legal[EditionKind.RADIO])
    content.approve_for_ward(s.legal, ward=cast.units["new-tran-bien"], by=cast.yen)
    waiting = s.article("new-culture", "Hỏi về trợ giúp pháp lý ở đâu", "phap-ly", "phap-ly", radio)
    content.submit(waiting[EditionKind.RADIO], by=cast.binh)
    checked = s.article("new-culture", "Thẻ bảo hiểm y tế hộ cận nghèo", "bhyt", "bhyt",
                        {EditionKind.RADIO: INSURANCE_SCRIPT})  # fmt: skip
    version = content.submit(checked[EditionKind.RADIO], by=cast.binh)
    content.check(version, s.verdicts(version), by=cast.hung)
    s.article("new-culture", "Chuẩn nghèo từ năm 2027 (bản nháp)", "chuan-ngheo", "chuan-ngheo",
              {EditionKind.POSTER: ["Từ năm 2027 chuẩn nghèo thay đổi."]})  # fmt: skip
    s.air(s.tran_bien, s.insurance, today + timedelta(days=1), cast.tam, None)
    s.air(s.tran_bien, s.legal, today + timedelta(days=1), cast.tam, None, 17, 30)
    thin.around_today(s, today)
