"""Shipped poverty lines that nobody edited or checked say that the press was read, not the paper itself."""

from django.db import migrations

PRESS = "Số liệu đối chiếu với báo chí, chưa đối chiếu với nguyên văn."
END = "Ngày hết áp dụng 31/12/2025 suy theo giai đoạn của chuẩn, chưa có văn bản xác nhận."
SHIPPED = {
    "",
    "Khoảng thu nhập ghi theo trí nhớ, chưa đối chiếu với văn bản.",
    "Báo in “từ 2 chỉ số”, có lẽ in nhầm của “dưới 2 chỉ số”: đối chiếu với quyết định trước khi dùng.",
}


def say_so(apps, schema_editor):
    lines = apps.get_model("library", "PovertyStandard").objects
    for line in lines.filter(checked_by=None, note__in=SHIPPED, shipped_key__isnull=False):
        if line.shipped_key.startswith(("national-", "dong-nai-2022-")):
            press = PRESS if line.checked_on else ""
            end = END if line.shipped_key.startswith("dong-nai") else ""
            note = " ".join(filter(None, (press, end, line.note)))
            lines.filter(pk=line.pk).update(note=note)


class Migration(migrations.Migration):
    dependencies = [("library", "0026_provisions_live_again")]
    operations = [migrations.RunPython(say_so, migrations.RunPython.noop)]
