"""What payments named until now: lines of the ledger, each brought to the telling that it belongs to."""

from collections import Counter

from django.db import migrations


def bring_over(apps: object, editor: object) -> None:
    """A telling that was paid twice keeps both payments, in the order of the money ledger."""
    Spending, PaidTelling = apps.get_model("budget", "Spending"), apps.get_model("budget", "PaidTelling")
    turns: Counter[int] = Counter()
    for link in Spending.deliveries.through.objects.order_by("spending__position", "delivery__position").values(
        "spending_id",
        "delivery_id",
        "delivery__original_id",
        "spending__recorded_by_id",
        "spending__recorded_at",
    ):
        telling = link["delivery__original_id"] or link["delivery_id"]
        if PaidTelling.objects.filter(spending_id=link["spending_id"], telling_id=telling).exists():
            continue
        turns[telling] += 1
        PaidTelling.objects.create(
            spending_id=link["spending_id"],
            telling_id=telling,
            turn=turns[telling],
            named_by_id=link["spending__recorded_by_id"],
            named_at=link["spending__recorded_at"],
        )


class Migration(migrations.Migration):
    dependencies = [("budget", "0004_tellings_are_paid_once_and_payments_checked")]
    operations = [migrations.RunPython(bring_over, migrations.RunPython.noop)]
