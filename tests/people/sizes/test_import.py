"""Nhập quy mô nhóm: mọi số liệu đều được kể tới, đúng thì ghi, sai thì trả lại kèm lý do."""

import unicodedata
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lantoa.common import dates, files
from lantoa.common.files import Upload
from lantoa.common.models import AuditLine
from lantoa.paper.sheets import Formula, read_sheets
from lantoa.people import actions
from lantoa.people.actions.sizes import write_down
from lantoa.people.models import AudienceSize, SizeImport, UnitKind, UnitVersion, User
from lantoa.people.sizes import find_table, group_names, judge
from lantoa.people.sizes.judging import Wrong, count_of
from tests.factories import people
from tests.factories.people import World
from tests.people.sizes.sheets import LONG, sheet, workbook

pytestmark = [pytest.mark.django_db, pytest.mark.db, pytest.mark.slow]

MAY = date(2026, 5, 4)
DAY, SOURCE = date(2025, 12, 31), "Rà soát cuối năm 2025"


@pytest.fixture(autouse=True)
def in_may(world: World) -> None:
    dates.move_today(MAY)


def read(by: User, *rows: tuple, **more):
    """The reading of these rows of a long table."""
    table = find_table([sheet(LONG, *rows, merged=more.pop("merged", ()))], group_names())
    return judge(table, by=by, **{"counted_on": DAY, "source": SOURCE, **more})


def outcome(by: User, *cells, **more) -> str:
    (row,) = read(by, cells, **more).rows
    return row.says or str(row.state)


def test_every_figure_is_new_known_a_correction_or_rejected(world: World) -> None:
    AudienceSize.objects.create(unit=world.ward, kind=world.poor, count=12, counted_on=DAY, source=SOURCE)
    AudienceSize.objects.create(unit=world.ward, kind=world.near_poor, count=5, counted_on=DAY, source=SOURCE)

    account = read(
        world.minh,
        ("Bến Gỗ", "Hộ nghèo", 12),
        ("phường Bến Gỗ", "ho can ngheo", "30"),
        ("P. Cù Lao", "Hộ nghèo", "1.250"),
        ("Nơi Khác", "Hộ nghèo", 7),
    ).account

    assert (account.read, account.unchanged, account.corrected, account.new, account.rejected) == (
        4,
        1,
        1,
        1,
        1,
    )
    assert account.read == account.accepted + account.unchanged + account.rejected


@pytest.mark.parametrize(
    ("typed", "count"),
    [(1250, 1250), (1250.0, 1250), ("1.250", 1250), (" 1 250 hộ", 1250), ("0", 0), ("1.000.000", 1_000_000)],
)
def test_numbers_as_offices_type_them(typed, count) -> None:
    assert count_of(typed) == count


@pytest.mark.parametrize(
    "typed",
    [None, -1, 12.5, "12,5", "1,250", "12 hoặc 13", "=1+1", "1.25", "٣", 10**9, "#REF!", Formula("=A1"), DAY],
)
def test_what_is_no_whole_number_is_rejected_with_a_sentence(typed) -> None:
    with pytest.raises(Wrong) as wrong:
        count_of(typed)

    assert str(wrong.value).endswith(".")


def test_an_old_name_holds_on_the_day_of_its_figure_and_not_after(world: World) -> None:
    """Tên đơn vị cũ nhận được khi còn dùng vào ngày của số liệu."""
    old = people.unit("Rạch Cát", "phường", UnitKind.WARD, world.city, valid_to=date(2025, 6, 30))

    (then,) = read(world.minh, ("Rạch Cát", "Hộ nghèo", 9, date(2025, 1, 1))).rows
    (after,) = read(world.minh, ("Rạch Cát", "Hộ nghèo", 9, "31/12/2025")).rows

    assert then.unit_id == old.pk
    assert after.says == (
        "Ngày 31/12/2025 không có đơn vị nào tên “Rạch Cát”. "
        "Tên này là của phường Rạch Cát đến hết 30/06/2025."
    )


def test_a_name_of_two_units_asks_for_the_code(world: World) -> None:
    commune = people.unit("Bến Gỗ", "xã", UnitKind.COMMUNE, world.city, code="26100")
    UnitVersion.objects.filter(unit=world.ward).update(code="26041")
    codes = sheet(("Mã", *LONG), ("26100", "Bến Gỗ", "Hộ nghèo", 9), (26041, "Cù Lao", "Hộ nghèo", 9))
    by_code = judge(find_table([codes], group_names()), by=world.minh, counted_on=DAY, source=SOURCE).rows

    assert "ứng với 2 đơn vị" in outcome(world.minh, "Bến Gỗ", "Hộ nghèo", 9)
    assert outcome(world.minh, "phường Bến Gỗ", "Hộ nghèo", 9) == "new"
    assert by_code[0].unit_id == commune.pk
    assert by_code[1].says == "Mã 26041 ngày 31/12/2025 là của phường Bến Gỗ, không phải “Cù Lao”."


def test_nobody_counts_for_a_unit_that_is_not_hers(world: World) -> None:
    """Cán bộ phường chỉ nhập số của phường mình; người duyệt không nhập."""
    assert outcome(world.tam, "Bến Gỗ", "Hộ nghèo", 9) == "new"
    assert outcome(world.tam, "Cù Lao", "Hộ nghèo", 9) == (
        "Anh chị không được giao ghi số liệu của phường Cù Lao."
    )
    with pytest.raises(PermissionDenied):
        actions.import_audience_sizes(Upload("a.xlsx", b"PK"), by=world.lan)


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        (("Tổng cộng", "Hộ nghèo", 9), "Dòng tổng cộng không nhập, để khỏi tính hai lần."),
        ((None, "Hộ nghèo", 9), "Thiếu tên đơn vị."),
        (("Bến Gỗ", "Hộ giàu", 9), "Không có nhóm “Hộ giàu”. Các nhóm: "),
        (("Bến Gỗ", "Hộ nghèo", 9, "31/02/2026"), "Không đọc được ngày “31/02/2026”. Ghi dạng 31/12/2025."),
        (("Bến Gỗ", "Hộ nghèo", 9, "01/01/2027"), "Ngày 01/01/2027 chưa đến. Xem lại ngày của số liệu."),
        (("Bến Gỗ", "Hộ nghèo", 9, DAY, "n" * 301), "Nguồn số liệu dài quá 300 ký tự. Hãy viết gọn lại."),
    ],
)
def test_each_wrong_row_says_what_to_mend(world: World, cells, says) -> None:
    assert outcome(world.minh, *cells).startswith(says)


def test_a_row_without_day_or_source_takes_what_was_said_for_all(world: World) -> None:
    assert outcome(world.minh, "Bến Gỗ", "Hộ nghèo", 9) == "new"
    assert outcome(world.minh, "Bến Gỗ", "Hộ nghèo", 9, counted_on=None).startswith("Thiếu ngày")
    assert outcome(world.minh, "Bến Gỗ", "Hộ nghèo", 9, source=" ").startswith("Thiếu nguồn")


def test_rows_that_contradict_each_other_are_both_sent_back(world: World) -> None:
    """Hai dòng ghi khác nhau cho cùng một thứ: không chọn hộ, trả lại cả hai; ghi trùng thì chỉ một."""
    reading = read(
        world.minh,
        ("Bến Gỗ", "Hộ nghèo", 9),
        (unicodedata.normalize("NFD", "bến gỗ "), "Hộ nghèo", "10"),
        ("Cù Lao", "Hộ nghèo", 4),
        ("Cù Lao", "Hộ nghèo", 4),
    )

    assert [row.state for row in reading.rows] == ["rejected", "rejected", "new", "unchanged"]
    assert "Các dòng 2, 3" in reading.rows[0].says


def test_a_dry_run_writes_nothing_and_a_second_run_changes_nothing(world: World) -> None:
    upload = Upload("so-lieu.xlsx", workbook(("Bến Gỗ", "Hộ nghèo", 12), ("Nơi Khác", "Hộ nghèo", 5)))
    said = {"by": world.minh, "counted_on": DAY, "source": SOURCE}

    dry, none = actions.import_audience_sizes(upload, dry_run=True, **said)
    assert (none, AudienceSize.objects.count(), SizeImport.objects.count()) == (None, 0, 0)
    first, made = actions.import_audience_sizes(upload, **said)
    second, again = actions.import_audience_sizes(upload, **said)

    assert dry.account == first.account
    assert (made.new, made.rejected, again.new, again.unchanged, again.rejected) == (1, 1, 0, 1, 1)
    size = AudienceSize.objects.get()
    assert (size.count, size.taken_from, size.recorded_by) == (12, made, world.minh)


def test_the_rejected_rows_come_back_and_are_taken_once_mended(world: World) -> None:
    upload = Upload(
        "so-lieu.xlsx", workbook(("Bến Gỗ", "Hộ nghèo", "12,5", DAY, "=CMD()"), ("Cù Lao", "Hộ nghèo", 5))
    )
    _, made = actions.import_audience_sizes(upload, by=world.minh, counted_on=DAY, source=SOURCE)
    (back,) = read_sheets(files.read(made.returned))
    table = find_table([back], group_names())

    assert [(f.unit, f.kind, f.count, f.day, f.source) for f in table.figures] == [
        ("Bến Gỗ", "Hộ nghèo", "12,5", "31/12/2025", "=CMD()")
    ]
    assert back.formulas == 0
    assert made.returned.mime.endswith("spreadsheetml.sheet")


def test_a_correction_keeps_the_old_count_in_the_log(world: World) -> None:
    said = {"by": world.minh, "counted_on": DAY, "source": SOURCE}
    actions.import_audience_sizes(Upload("a.xlsx", workbook(("Bến Gỗ", "Hộ nghèo", 12))), **said)
    actions.import_audience_sizes(Upload("b.xlsx", workbook(("Bến Gỗ", "Hộ nghèo", 15))), **said)

    size = AudienceSize.objects.get()
    line = AuditLine.objects.filter(action="import_audience_sizes").latest("pk")
    assert size.count == 15
    assert line.details["corrected"] == [[size.pk, 12, 15]]


class _Stop(Exception):
    """The process ends at a statement."""


def test_nothing_is_half_stored(world: World) -> None:
    """Dừng ở bất kỳ câu lệnh nào: hoặc có đủ, hoặc không có gì."""
    table = find_table([sheet(LONG, ("Bến Gỗ", "Hộ nghèo", 12), ("Cù Lao", "Hộ nghèo", 5))], group_names())
    reading = judge(table, by=world.minh, counted_on=DAY, source=SOURCE)
    stopped = 0
    for at in range(100):
        left = iter(range(at))

        def until(execute, sql, params, many, context, left=left):
            if next(left, None) is None:
                raise _Stop
            return execute(sql, params, many, context)

        try:
            with transaction.atomic(), connection.execute_wrapper(until):
                write_down(reading, Upload("a.xlsx", b"PK"), world.minh)
        except _Stop:
            stopped += 1
            assert (AudienceSize.objects.count(), SizeImport.objects.count()) == (0, 0)
            continue
        break

    assert stopped >= 4
    assert (AudienceSize.objects.count(), SizeImport.objects.count()) == (2, 1)


CELLS = st.one_of(
    st.none(), st.integers(-5, 2000), st.sampled_from(["Bến Gỗ", "Hộ nghèo", "1.250", "x", DAY])
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS), max_size=8))
def test_the_account_always_adds_up(world: World, rows) -> None:
    account = read(world.minh, *rows).account

    assert account.read == account.new + account.corrected + account.unchanged + account.rejected
