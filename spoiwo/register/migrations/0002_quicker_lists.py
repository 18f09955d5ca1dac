"""Indexes of lists that hold today's organisations only."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("register", "0001_first")]

    operations = [
        migrations.AlterField(
            model_name="organisation",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="merged",
                to="register.organisation",
                verbose_name="joined with",
            ),
        ),
        migrations.AlterField(
            model_name="organisation", name="name_key", field=models.CharField(editable=False, max_length=700)
        ),
        migrations.AddIndex(
            model_name="organisation",
            index=models.Index(
                condition=models.Q(("merged_into", None)), fields=["name_key"], name="current_organisations_by_name"
            ),
        ),
        migrations.AddIndex(
            model_name="organisation",
            index=models.Index(
                condition=models.Q(("merged_into", None), _negated=True),
                fields=["merged_into"],
                name="joined_organisations",
            ),
        ),
    ]
