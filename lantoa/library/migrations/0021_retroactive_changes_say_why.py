from django.db import migrations, models

from lantoa.common.append_only import lift_refusal, refuse_changes


class Migration(migrations.Migration):
    dependencies = [("library", "0020_instructions_of_amending_papers")]

    operations = [
        lift_refusal("library_effect", verbs=("DELETE",)),
        migrations.AddField(
            model_name="effect",
            name="retroactive_why",
            field=models.CharField(
                blank=True, default="", max_length=300, verbose_name="căn cứ hiệu lực trở về trước"
            ),
            preserve_default=False,
        ),
        refuse_changes("library_effect", verbs=("DELETE",)),
    ]
