"""Shipped audience kinds that nobody edited: the law of each period, and no mark that nobody earned."""

from django.db import migrations

ONCE = "Nghị định 07/2021/NĐ-CP, Điều 3"
UNTIL_2026 = f"{ONCE} (đến hết 31/12/2026)"
POOR = f"{UNTIL_2026}; Nghị định 351/2025/NĐ-CP (từ 01/01/2027)"
MIDDLE = f"{UNTIL_2026}; khoảng thu nhập chưa đối chiếu với văn bản, mức từ năm 2027 chưa rõ"


def name_both_decrees(apps, schema_editor):
    kinds = apps.get_model("people", "AudienceKind").objects.filter(source=ONCE)
    kinds.filter(key__in=["ho-ngheo", "ho-can-ngheo"]).update(source=POOR)
    kinds.filter(key="ho-muc-song-trung-binh").update(source=MIDDLE, verified=False)


class Migration(migrations.Migration):
    dependencies = [("people", "0006_writers_of_what_the_public_reads")]
    operations = [migrations.RunPython(name_both_decrees, migrations.RunPython.noop)]
