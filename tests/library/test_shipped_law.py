"""What is shipped as fact agrees with itself, and with how the law stands that it names."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from lantoa.budget.parameters import ADJUSTMENTS
from lantoa.demo import law as demo
from lantoa.demo import year as demo_year
from lantoa.library.cited_law import CitedLaw, documents_in, table
from lantoa.library.shipped import poverty_standards
from lantoa.library.states import Status
from lantoa.people.reference import KINDS
from lantoa.plans.reference import PROGRAMMES

TODAY = table().compiled_on


def _shipped() -> Iterator[tuple[str, str, date]]:
    """Where a shipped fact stands, what it names, the last day for which it is told."""
    for key, _, _, _, source, _ in KINDS:
        yield f"kind {key}", source, TODAY
    for line in poverty_standards():
        yield f"standard {line.key}", line.reference, line.valid_to or TODAY
    for code, _, _, _, valid_to, basis in PROGRAMMES:
        yield f"programme {code}", basis, valid_to or TODAY
    for row in ADJUSTMENTS:
        yield f"adjustment {row.first_year}", row.basis, date(row.last_year or TODAY.year, 12, 31)
    for told in [*demo.POLICIES_2025, *demo.POLICIES_MID_2025, *demo.POLICIES_2026]:
        yield f"demo policy {told.key}", told.source, TODAY


SHIPPED = {where: (text, last) for where, text, last in _shipped()}
PAPERS = [*demo.PAPERS_2025, *demo.PAPERS_MID_2025, *demo.PAPERS_2026]


@pytest.mark.parametrize("where", SHIPPED)
def test_no_shipped_fact_rests_on_law_that_ended_before_it(where: str) -> None:
    """Văn bản đã hết hiệu lực chỉ được nêu khi văn bản thay nó cũng được nêu ngay đó."""
    text, last = SHIPPED[where]
    named = dict(documents_in(text))

    assert [document for document, law in named.items() if law is None] == []
    for law in filter(None, named.values()):
        if law.standing(min(last, TODAY)) == Status.ENDED:
            assert set(law.replaced_by) & set(named), f"{where}: {law.document}"


def test_a_category_is_not_verified_while_a_national_line_of_it_is_not() -> None:
    open_kinds = {line.category for line in poverty_standards() if not line.territory and not line.checked_on}

    assert open_kinds
    assert {key for key, *_, verified in KINDS if verified} & open_kinds == set()


def test_a_line_that_was_checked_on_newspapers_says_so() -> None:
    for line in poverty_standards():
        assert ("báo chí" in line.note) == bool(line.checked_on), line.key
        assert len(line.note) <= 300


def test_households_rest_on_the_decree_of_each_period() -> None:
    sources = {key: source for key, _, _, _, source, _ in KINDS}
    for key in ("ho-ngheo", "ho-can-ngheo"):
        assert "07/2021" in sources[key] and "351/2025" in sources[key]


def _law_of(paper: demo.Paper) -> CitedLaw:
    number = "/".join(str(part) for part in (paper.number, paper.year, paper.symbol) if part)
    ((_, law),) = documents_in(f"{paper.kind} {number or paper.title}")
    assert law, paper.key
    return law


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.key)
def test_the_law_of_the_demo_has_the_days_of_the_table_and_its_successor(paper: demo.Paper) -> None:
    law = _law_of(paper)

    assert paper.effective_on == law.in_force_on
    if law.standing(TODAY) == Status.ENDED:
        assert set(law.replaced_by) & {_law_of(other).document for other in PAPERS}


def test_no_words_of_the_demo_know_a_later_year() -> None:
    """Lời ghi, kiểm đầu năm 2025 không nói điều chỉ biết từ cuối năm 2025."""
    told = {
        2025: [
            *(one.words for paper in demo.PAPERS_2025 + demo.PAPERS_MID_2025 for one in paper.cited),
            *(told.benefit for told in demo.POLICIES_2025 + demo.POLICIES_MID_2025),
            *demo_year.POOR_SCRIPT_2025, *demo_year.POOR_BANNER, *demo_year.INSURANCE_SCRIPT,
        ],
    }  # fmt: skip
    later = [words for year, texts in told.items() for words in texts if _newest_year(words) > year]

    assert later == []


def _newest_year(words: str) -> int:
    return max((int(year) for year in re.findall(r"\b20\d\d\b", words)), default=0)


def test_a_decree_with_early_articles_has_no_single_day() -> None:
    """Nghị định 188/2025/NĐ-CP: một phần từ 01/07/2025, toàn bộ từ 15/08/2025."""
    ((_, law),) = documents_in("Nghị định 188/2025/NĐ-CP")
    days = [date(2025, 6, 30), date(2025, 7, 1), date(2025, 8, 14), date(2025, 8, 15)]

    assert law and [law.standing(day) for day in days] == [
        Status.NOT_YET, Status.UNKNOWN, Status.UNKNOWN, Status.IN_FORCE
    ]  # fmt: skip
    assert law.standing(days[0] - timedelta(days=400)) == Status.NOT_YET
