"""Hand a bundle of documents and policies to those who write; they acknowledge it (mục IV.1)."""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit, dates
from lantoa.common.problems import must_hold, refuse
from lantoa.library.models import Bundle, Document, Policy
from lantoa.library.permissions import may_acknowledge, may_hand_over_from
from lantoa.library.rules import bundle_has_something_to_hand_over
from lantoa.people.models import Unit, User


def hand_over_bundle(
    *,
    by: User,
    from_unit: Unit,
    to_unit: Unit,
    title: str,
    note: str = "",
    due_on: date | None = None,
    documents: Sequence[Document] = (),
    policies: Sequence[Policy] = (),
) -> Bundle:
    """Hand over a bundle; it then waits for a receipt by somebody at the receiving unit."""
    if not may_hand_over_from(by, from_unit.pk):
        raise PermissionDenied
    bundle = Bundle(
        title=title.strip(),
        note=note.strip(),
        from_unit=from_unit,
        to_unit=to_unit,
        due_on=due_on,
        handed_by=by,
        handed_at=dates.now(),
    )
    must_hold(bundle_has_something_to_hand_over.problems_with(bundle, documents, policies, dates.today()))
    with transaction.atomic():
        bundle.save()
        bundle.documents.set(documents)
        bundle.policies.set(policies)
        audit.log(
            by,
            "hand_over_bundle",
            bundle,
            unit_id=to_unit.pk,
            documents=[d.pk for d in documents],
            policies=[p.pk for p in policies],
        )
    return bundle


def acknowledge_bundle(bundle: Bundle, *, by: User) -> Bundle:
    """Sign the receipt: only a person at work in the receiving unit, and not the one who handed it over."""
    if not may_acknowledge(by, bundle):
        raise PermissionDenied
    with transaction.atomic():
        bundle = Bundle.objects.select_for_update().get(pk=bundle.pk)
        if bundle.handed_by_id == by.pk:
            refuse("own_receipt", "Người giao không tự ký nhận bộ tài liệu của mình.")
        if bundle.acknowledged_at:
            refuse("already_acknowledged", f"{bundle.acknowledged_by} đã ký nhận bộ tài liệu này.")
        bundle.acknowledged_by, bundle.acknowledged_at = by, dates.now()
        bundle.save(update_fields=["acknowledged_by", "acknowledged_at"])
        audit.log(by, "acknowledge_bundle", bundle, unit_id=bundle.to_unit_id)
    return bundle
