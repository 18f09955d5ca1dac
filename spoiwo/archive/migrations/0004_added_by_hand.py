"""Whoever marked the words of a proposal the reader had not made."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0003_prints_of_known_sources'),
    ]

    operations = [
        migrations.AddField(
            model_name='proposal',
            name='added_by',
            field=models.CharField(blank=True, max_length=150),
        ),
    ]
