"""Which line applies: one đồng less, exactly, one more; the day before, of, after; no verdict on anyone.

The lines here are invented: 1.500.000 and 2.250.000 đồng, three indicators.
"""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantoa.library.models import PovertyStandard
from lantoa.library.rules.line_that_applies import Figures, answers, differ
from lantoa.people.models import AudienceKind, Unit

POOR = AudienceKind(pk=1, name="Hộ nghèo")
NEAR = AudienceKind(pk=2, name="Hộ cận nghèo")
MIDDLE = AudienceKind(pk=3, name="Hộ có mức sống trung bình")
FIRST, LAST = date(2022, 1, 1), date(2025, 12, 31)
DAY = date(2024, 6, 1)
ONE = timedelta(days=1)


def line(category: AudienceKind, **more: object) -> PovertyStandard:
    fields: dict[str, object] = {
        "area": "rural",
        "valid_from": FIRST,
        "valid_to": LAST,
        "reference": "Điều 3 văn bản thử",
        "checked_on": date(2030, 1, 1),
        **more,
    }
    return PovertyStandard(category=category, **fields)


def lines(**more: object) -> list[PovertyStandard]:
    return [
        line(POOR, income_upto_vnd=1_500_000, deprived_from=3, **more),
        line(NEAR, income_upto_vnd=1_500_000, deprived_below=3, **more),
        line(MIDDLE, income_above_vnd=1_500_000, income_upto_vnd=2_250_000, **more),
    ]


def national(
    income: int, deprived: int | None, known: list[PovertyStandard], day: date = DAY, area: str = "rural"
):
    (answer,) = answers(Figures(area, day, income, deprived), known, None)
    return answer


@pytest.mark.parametrize(
    ("income", "deprived", "expected"),
    [
        (0, 3, POOR),
        (1_499_999, 3, POOR),
        (1_500_000, 3, POOR),
        (1_500_001, 3, MIDDLE),
        (1_499_999, 2, NEAR),
        (1_500_000, 2, NEAR),
        (1_500_000, 4, POOR),
        (1_500_001, 2, MIDDLE),
        (2_249_999, 0, MIDDLE),
        (2_250_000, 0, MIDDLE),
        (2_250_001, 0, None),
    ],
)
def test_a_line_reaches_to_the_last_dong_and_the_exact_indicator(income, deprived, expected):
    """“Từ 1.500.000 đồng trở xuống” gồm cả 1.500.000 đồng, không gồm thêm một đồng nào."""
    answer = national(income, deprived, lines())

    assert (answer.line and answer.line.category) == expected
    assert answer.outcome == ("line" if expected else "none")


@pytest.mark.parametrize(
    ("day", "outcome"),
    [(FIRST - ONE, "uncovered"), (FIRST, "line"), (FIRST + ONE, "line")]
    + [(LAST - ONE, "line"), (LAST, "line"), (LAST + ONE, "uncovered")],
)
def test_both_days_of_the_period_belong_to_it(day, outcome):
    assert national(1_000_000, 5, lines(), day).outcome == outcome


def test_after_the_last_known_period_nothing_is_carried_on():
    """Hết giai đoạn mà chưa có văn bản mới thì nói chưa trả lời được, không dùng mức cũ."""
    answer = national(1_000_000, 5, lines(), LAST + ONE)

    assert (answer.line, answer.lines) == (None, ())
    assert "hết ngày 31/12/2025" in answer.says and "chưa trả lời được" in answer.says


def test_the_answer_names_the_line_and_leaves_recognition_to_the_commune():
    says = national(1_500_000, 3, lines()).says

    assert says == (
        "Với số liệu vừa gõ, dòng áp dụng là “Hộ nghèo, nông thôn”, theo Điều 3 văn bản thử. "
        "Việc công nhận do Ủy ban nhân dân cấp xã."
    )


def test_every_line_is_compared_condition_by_condition():
    compared = [[(c.says, c.holds) for c in read.compared] for read in national(1_500_000, 2, lines()).lines]

    assert compared == [
        [("thu nhập từ 1.500.000 đồng trở xuống", True), ("thiếu hụt từ 3 chỉ số trở lên", False)],
        [("thu nhập từ 1.500.000 đồng trở xuống", True), ("thiếu hụt dưới 3 chỉ số", True)],
        [("thu nhập trên 1.500.000 đồng", False), ("thu nhập từ 2.250.000 đồng trở xuống", True)],
    ]


def test_without_the_number_of_indicators_the_possible_lines_are_named():
    answer = national(1_000_000, None, lines())

    assert (answer.outcome, [c.category for c in answer.candidates]) == ("open", [POOR, NEAR])
    assert "“Hộ nghèo, nông thôn” khi thiếu hụt từ 3 chỉ số" in answer.says
    assert national(1_600_000, None, lines()).line.category == MIDDLE


def test_an_unchecked_line_never_decides():
    """Dòng chưa kiểm chứng không bao giờ là câu trả lời, và nơi nó có thể khớp thì nói chưa trả lời được."""
    known = [
        *lines()[:2],
        line(MIDDLE, income_above_vnd=1_500_000, income_upto_vnd=2_250_000, checked_on=None),
    ]

    assert national(1_600_000, 0, known).outcome == "unverified"
    assert national(1_600_000, 0, known).line is None
    assert national(1_000_000, 3, known).line.category == POOR


def test_two_lines_that_fit_are_told_as_a_conflict():
    answer = national(1_000_000, 3, [line(POOR, deprived_from=1), line(NEAR, deprived_from=2)])

    assert (answer.outcome, answer.line) == ("conflict", None)


def test_a_line_of_the_other_area_or_of_another_territory_is_left_aside():
    elsewhere, here = Unit(pk=7), Unit(pk=8)
    known = lines(territory=elsewhere)

    assert national(1_000_000, 3, lines(), area="urban").outcome == "uncovered"
    assert [a.outcome for a in answers(Figures("rural", DAY, 1, 3), known, here)] == [
        "uncovered",
        "uncovered",
    ]


def test_the_territory_answers_first_and_the_country_beside_it():
    here = Unit(pk=8)
    own = [line(POOR, territory=here, income_upto_vnd=2_000_000, deprived_from=2)]

    given = answers(Figures("rural", DAY, 1_500_000, 2), [*lines(), *own], here)

    assert [(a.territory, a.line.category) for a in given] == [(here, POOR), (None, NEAR)]
    assert differ(given)


@pytest.mark.parametrize(
    ("day", "warning"),
    [
        (date(2024, 5, 31), ""),
        (date(2024, 6, 1), ""),
        (date(2024, 6, 2), "trước ngày đang hỏi."),
        (date(2024, 12, 1), "trước ngày đang hỏi."),
        (date(2024, 12, 2), "hơn sáu tháng: cần đối chiếu lại."),
    ],
)
def test_a_day_after_the_last_check_is_warned_about(day, warning):
    answer = national(1_000_000, 3, lines(checked_on=date(2024, 6, 1)), day)

    assert answer.warning.endswith(warning) and bool(answer.warning) == bool(warning)


def test_figures_do_not_show_their_values():
    """Số liệu của bà con không lọt vào nhật ký dù chương trình lỗi."""
    shown = repr(Figures("rural", DAY, 1_234_567, 4))

    assert "1234567" not in shown and "4)" not in shown


# -- Against a naive reading, on random standards --------------------------------------------------
INCOME = st.integers(0, 6)
COUNT = st.integers(0, 4)
PERIOD = st.tuples(st.integers(0, 6), st.none() | st.integers(0, 6))
BANDS = st.tuples(st.none() | INCOME, st.none() | INCOME, st.none() | COUNT, st.none() | COUNT)
RANDOM = st.lists(st.tuples(BANDS, PERIOD, st.booleans(), st.sampled_from(["rural", "urban"])), max_size=5)


def naive(row, income: int, deprived: int, day: int, area: str) -> bool:
    """By counting: is the income among those that the line holds, the day among its days?"""
    (above, upto, low, below), (start, length), _, where = row
    incomes = [i for i in range(8) if (above is None or not i <= above) and (upto is None or not i > upto)]
    counts = [n for n in range(6) if (low is None or not n < low) and (below is None or n in range(below))]
    days = range(start, 99) if length is None else range(start, start + length + 1)
    return where == area and income in incomes and deprived in counts and day in days


@settings(max_examples=150, deadline=None)
@given(rows=RANDOM, income=st.integers(0, 7), deprived=st.integers(0, 5), day=st.integers(0, 13))
def test_the_line_is_the_one_that_a_naive_reading_finds(rows, income, deprived, day):
    start = date(2022, 1, 1)
    known = [
        PovertyStandard(
            pk=n,
            category=AudienceKind(pk=n, name=str(n)),
            area=area,
            income_above_vnd=above,
            income_upto_vnd=upto,
            deprived_from=low,
            deprived_below=below,
            valid_from=start + timedelta(days=begin),
            valid_to=None if length is None else start + timedelta(days=begin + length),
            reference="thử",
            checked_on=start if checked else None,
        )
        for n, ((above, upto, low, below), (begin, length), checked, area) in enumerate(rows)
    ]

    answer = national(income, deprived, known, start + timedelta(days=day))

    fitting = [n for n, row in enumerate(rows) if naive(row, income, deprived, day, "rural") and row[2]]
    assert (answer.line.pk if answer.line else None) == (fitting[0] if len(fitting) == 1 else None)
    assert (answer.outcome == "conflict") == (len(fitting) > 1)


@pytest.mark.parametrize("year", [2026, 2029])
def test_a_territory_without_a_line_for_the_year_says_so_and_the_country_answers(year: int) -> None:
    """Chuẩn riêng chưa biết thì nói chưa xác định; điều chắc chắn theo chuẩn quốc gia vẫn nói."""
    here = Unit(pk=8)
    own = [line(POOR, territory=here, income_upto_vnd=2_000_000, deprived_from=3)]
    known = [*own, *lines(valid_to=None)[:2], line(MIDDLE, valid_to=None, checked_on=None)]

    unknown, country = answers(Figures("rural", date(year, 6, 1), 2_100_000, 2), known, here, "Sông Phố")

    assert unknown.says.startswith(f"Chuẩn riêng của Sông Phố năm {year}: chưa xác định.")
    assert country.outcome == "unverified"
    assert "chắc chắn không khớp dòng “Hộ nghèo, nông thôn”, “Hộ cận nghèo, nông thôn”" in country.says
    assert "mức sống trung bình, nông thôn” chưa kiểm chứng" in country.says


def test_where_part_of_the_year_is_known_only_the_day_is_called_unsettled() -> None:
    answer = national(1, 3, lines(valid_from=date(2022, 8, 10)), date(2022, 8, 9))

    assert answer.says.startswith("Chuẩn quốc gia ngày 09/08/2022: chưa xác định.")
