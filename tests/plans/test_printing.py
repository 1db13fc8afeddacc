"""Kế hoạch trên giấy: blank until issued, activities in an annex, nothing invented."""

from datetime import date

import pytest

from lantoa.common import dates
from lantoa.paper.structure import OfficialDocument, Table
from lantoa.paper.writing import to_docx, to_pdf
from lantoa.plans import actions
from lantoa.plans.models import Plan
from lantoa.plans.printing import to_official
from lantoa.plans.queries import with_parts
from lantoa.plans.reading import read_plan
from tests.factories import plans
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def printed(plan: Plan) -> OfficialDocument:
    return to_official(with_parts(Plan.objects.all()).get(pk=plan.pk))


def activities(document: OfficialDocument) -> list[list[str]]:
    table = document.annexes[-1].blocks[0]
    assert isinstance(table, Table)
    return [[cell.text for cell in row] for row in table.rows]


def test_number_and_date_are_blank_until_the_plan_is_issued(world: World):
    paper = printed(plans.plan(world, issued=False, year=2026))

    assert (paper.number, paper.issued_on, paper.year, paper.symbol) == ("", None, 2026, "KH-PLĐXH")


def test_an_issued_plan_is_printed_with_its_number_and_day(world: World):
    paper = printed(plans.plan(world, number="7"))

    assert (paper.number, paper.issued_on) == ("07", dates.today())


def test_the_signature_block_says_who_signs_for_whom(world: World):
    signer = printed(plans.plan(world)).signer

    assert signer is not None
    assert (signer.lines, signer.name) == (["KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"], "Trần Ngọc Lan")


def test_an_activity_is_a_row_and_what_is_not_set_is_left_blank(world: World):
    plan = plans.plan(
        world,
        issued=False,
        items=[
            {},
            {
                "title": "Hội nghị đối thoại",
                "channel": plans.channel("hoi-nghi"),
                "quantity": 2,
                "starts_on": date(2026, 3, 1),
                "ends_on": date(2026, 5, 31),
                "units": [world.ward, world.other_ward],
                "place": "Nhà văn hóa",
                "lead": "Phòng Lao động",
                "coordinating": "UBND phường",
                "amount_vnd": 4_000_000,
            },
        ],
    )

    assert activities(printed(plan))[1:] == [
        ["1", "Phát thanh về thẻ bảo hiểm y tế", "Đài truyền thanh cơ sở", "Hộ nghèo", "", "", "", "", ""],
        [
            "2",
            "Hội nghị đối thoại",
            "Hội nghị",
            "Hộ nghèo",
            "2 cuộc",
            "01/03/2026 - 31/05/2026",
            "phường Bến Gỗ, phường Cù Lao; Nhà văn hóa",
            "Phòng Lao động; UBND phường",
            "Ngân sách thành phố: 4.000.000",
        ],
        ["", "Tổng cộng", "", "", "", "", "", "", "4.000.000"],
    ]


def test_a_plan_without_items_has_no_annex(world: World):
    assert printed(plans.plan(world, issued=False, items=[])).annexes == []


def test_the_annex_says_to_which_plan_it_belongs(world: World):
    draft, issued = plans.plan(world, issued=False, year=2026), plans.plan(world, number="7")

    assert printed(draft).annexes[0].note == (
        "(Kèm theo Kế hoạch số       /KH-PLĐXH ngày       tháng       năm 2026)"
    )
    assert printed(issued).annexes[0].note == (
        f"(Kèm theo Kế hoạch số 07/KH-PLĐXH ngày {dates.say(dates.today())})"
    )


def test_a_plan_without_sections_is_worded_from_its_parts(world: World):
    plan = plans.plan(world, issued=False)
    for key, row in {
        "doi-tuong": {"name": "hộ nghèo"},
        "chu-de": {"name": "thẻ bảo hiểm y tế"},
        "nhiem-vu": {"text": "Biên soạn bài.", "lead": "Chuyên viên", "coordinating": "Phòng Văn hóa"},
    }.items():
        actions.add_part(plan, key, by=world.minh, **row)

    sections = printed(plan).sections

    assert [(s.number, s.title, [b.whole for b in s.blocks]) for s in sections] == [
        ("I", "ĐỐI TƯỢNG TRUYỀN THÔNG", ["- Hộ nghèo."]),
        ("II", "NỘI DUNG TRUYỀN THÔNG", ["- Thẻ bảo hiểm y tế."]),
        (
            "III",
            "PHƯƠNG THỨC TRUYỀN THÔNG",
            ["Các hoạt động cụ thể tại Phụ lục kèm theo Kế hoạch này."],
        ),
        ("IV", "KINH PHÍ THỰC HIỆN", ["- Ngân sách thành phố: 50.000.000 đồng."]),
        (
            "V",
            "TỔ CHỨC THỰC HIỆN",
            ["1. Chuyên viên chủ trì, phối hợp với Phòng Văn hóa: biên soạn bài."],
        ),
    ]


def test_written_out_sections_are_the_ones_that_would_be_printed(world: World):
    plan = plans.plan(world, issued=False)
    before = printed(plan)

    actions.write_out_sections(plan, by=world.minh)

    after = printed(plan)
    assert (after.sections, after.opening) == (before.sections, before.opening)
    assert after.sections != []


def test_a_wards_plan_goes_to_paper_and_is_read_again_the_same(world: World):
    """In rồi đọc lại: số liệu đầu, đối tượng, kênh và người ký không đổi, cả DOCX lẫn PDF."""
    city = plans.plan(world, items=[], issued=False)
    for key, names in {"doi-tuong": ["hộ nghèo", "hộ cận nghèo"], "kenh": ["băng rôn", "hội nghị"]}.items():
        for name in names:
            actions.add_part(city, key, by=world.minh, name=name)
    ward = plans.ward_plan(world, plans.issue(world, plans_with_item(world, city)))

    docx = read_plan(to_docx(printed(ward)), "a.docx").as_dict()
    pdf = read_plan(to_pdf(printed(ward)), "a.pdf").as_dict()

    assert docx["number"] == "01" and docx["issued_on"] == dates.today().isoformat()
    assert [a["name"] for a in docx["audiences"]] == ["hộ nghèo", "hộ cận nghèo"]
    assert [c["name"] for c in docx["channels"]] == ["băng rôn", "hội nghị"]
    assert docx["signer"] == {"mode": "TM.", "title": "CHỦ TỊCH", "name": world.yen.full_name}
    assert pdf == docx


def plans_with_item(world: World, plan: Plan) -> Plan:
    plans.item(world, plan)
    return plan
