"""Việc cần làm của thư viện: what the graph of law lacks, by kind, each with the next step."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from lantoa.common.dates import say
from lantoa.desk.work import WorkRow
from lantoa.library.models import Document, Effect, Instruction, Policy, PovertyStandard, Relation
from lantoa.library.queries import (
    documents_unchecked,
    documents_without_origin,
    documents_without_start,
    documents_without_tree,
    effects_without_date,
    named_but_not_held,
    open_instructions,
    policies_unchecked_since,
    replaced_without_end,
    standards_unchecked_since,
)
from lantoa.library.rules.check_goes_stale import check_needed_since
from lantoa.library.rules.standing_of_a_citation import change
from lantoa.plans.models import LegalBasis, Plan

FIRST = 5


@dataclass(frozen=True)
class Gap:
    """One kind of lack. things: a queryset or a list of whatever `row` turns into a line of the screen.

    writes: its deed is for those who write the library; else checking is enough.
    """

    key: str
    title: str
    why: str
    count: int
    things: QuerySet[Any] | Sequence[Any]
    row: Callable[[Any], WorkRow]
    writes: bool = True

    def rows(self, first: int = FIRST) -> list[WorkRow]:
        """The first so many lines."""
        return [self.row(thing) for thing in self.things[:first]]


def library_gaps(day: date) -> list[Gap]:
    """Every kind of lack that there is, most urgent first. A constant number of queries."""
    since = check_needed_since(day)
    found = [
        _gap(
            "chua-co",
            "Được dẫn nhưng chưa có trong kho",
            "Nhập văn bản vào kho để các điều khoản dẫn đến nó được theo dõi.",
            named_but_not_held(_bases_of_plans()),
            lambda one: WorkRow(
                one[0], f"{one[1]} văn bản, kế hoạch dẫn đến", "office:intake_list", (), "Nhập"
            ),
        ),
        _gap(
            "chua-ro-cho",
            "Thay đổi của luật chưa xác định được chỗ",
            "Ghi thay đổi vào đúng chỗ, hoặc ghi lý do không áp dụng; thiếu văn bản hoặc lời văn thì nhập vào"
            " kho. Kho có văn bản ấy thì chỗ gần nhất bị đánh dấu cần kiểm lại.",
            open_instructions(),
            _instruction,
        ),
        _gap(
            "thieu-ngay-het",
            "Đã bị thay thế nhưng chưa có ngày hết hiệu lực",
            "Mở văn bản thay thế, tìm điều khoản chuyển tiếp rồi ghi thay đổi kèm ngày.",
            replaced_without_end(),
            _replaced,
        ),
        _gap(
            "thay-doi-thieu-ngay",
            "Thay đổi chưa rõ từ ngày nào",
            "Bài dựa vào chỗ này chưa biết còn đúng hay không. Tìm điều khoản thi hành rồi ghi ngày.",
            effects_without_date(),
            _effect,
        ),
        _gap(
            "thieu-ngay-hieu-luc",
            "Chưa xác định ngày có hiệu lực",
            "Đọc điều khoản thi hành ở cuối văn bản rồi ghi ngày.",
            documents_without_start(),
            lambda one: _document(one, "office:document_edit", "Ghi ngày"),
        ),
        _gap(
            "chinh-sach-lau-chua-kiem",
            "Chính sách quá sáu tháng chưa kiểm",
            "Đối chiếu lại với văn bản gốc rồi bấm “Kiểm lại hôm nay”.",
            policies_unchecked_since(since),
            _policy,
            writes=False,
        ),
        _gap(
            "chuan-ngheo-lau-chua-kiem",
            "Dòng chuẩn nghèo quá sáu tháng chưa kiểm",
            "Đối chiếu với nghị định, quyết định đang áp dụng rồi ghi là đã kiểm.",
            standards_unchecked_since(since),
            _standard,
            writes=False,
        ),
        _gap(
            "chua-kiem",
            "Văn bản chưa kiểm chứng",
            "Cổng công khai chưa hiện những văn bản này. Đối chiếu với bản gốc rồi bấm “Đã kiểm chứng”.",
            documents_unchecked(),
            _unchecked,
            writes=False,
        ),
        _gap(
            "chua-co-loi",
            "Văn bản chưa có lời văn",
            "Chưa dẫn được điều khoản nào. Đưa lời văn vào từ tệp gốc hoặc dán.",
            documents_without_tree(),
            lambda one: _document(one, "office:provisions_paste", "Đưa lời văn vào"),
        ),
        _gap(
            "chua-co-goc",
            "Văn bản chưa có tệp gốc và nguồn",
            "Không có gì để đối chiếu. Ghi nơi lấy văn bản, hoặc nhập lại từ tệp.",
            documents_without_origin(),
            lambda one: _document(one, "office:document_edit", "Ghi nguồn"),
        ),
    ]
    return [gap for gap in found if gap.count]


def _bases_of_plans() -> list[dict[str, Any]]:
    """What plans rest on and the library does not hold; plans that are kept here themselves are left out."""
    unread = LegalBasis.objects.filter(document__isnull=True).exclude(citation={})
    plans = set(Plan.objects.exclude(number="").values_list("number", "symbol"))
    citations = unread.values_list("citation", flat=True)
    return [one for one in citations if (one.get("number"), one.get("symbol")) not in plans]


def _gap(
    key: str,
    title: str,
    why: str,
    things: QuerySet[Any] | Sequence[Any],
    row: Callable[[Any], WorkRow],
    *,
    writes: bool = True,
) -> Gap:
    count = things.count() if isinstance(things, QuerySet) else len(things)
    return Gap(key, title, why, count, things, row, writes)


def _document(one: Document, url_name: str, label: str) -> WorkRow:
    return WorkRow(str(one), one.title[:160], url_name, (one.pk,), label)


def _unchecked(one: Document) -> WorkRow:
    if one.source:
        return _document(one, "office:document", "Đối chiếu")
    return WorkRow(
        str(one),
        "Chưa ghi nguồn nên chưa đối chiếu được. Ghi nguồn trước.",
        "office:document",
        (one.pk,),
        "Mở",
    )


def _replaced(one: Any) -> WorkRow:
    """The form of the change opens with what the relation says; only the day is to be found."""
    by = one.replaced_by[0]
    kind = Effect.Kind.REPLACE if by.kind == Relation.Kind.REPLACE else Effect.Kind.REPEAL
    query = (("theo", by.source_id), ("loai", kind.value))
    detail = f"{by.source} {by.get_kind_display()}; chưa ghi từ ngày nào"
    return WorkRow(str(one), detail, "office:effect_new", (one.pk,), "Ghi ngày hết hiệu lực", query=query)


def _effect(one: Effect) -> WorkRow:
    return WorkRow(one.target, change(one), "office:effect", (one.pk,), "Ghi ngày")


def _instruction(one: Instruction) -> WorkRow:
    return WorkRow(
        str(one), one.says or one.words[:160], "office:instruction_list", (one.source_id,), "Quyết định"
    )


def _policy(one: Policy) -> WorkRow:
    by = f", {one.checked_by}" if one.checked_by else ""
    return WorkRow(
        one.title, f"Kiểm lần cuối {say(one.checked_on)}{by}", "office:policy", (one.pk,), "Kiểm lại"
    )


def _standard(one: PovertyStandard) -> WorkRow:
    last = f"Kiểm lần cuối {say(one.checked_on)}" if one.checked_on else "Chưa ai kiểm"
    return WorkRow(str(one), last, "office:standard", (one.pk,), "Kiểm lại")
