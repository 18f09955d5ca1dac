"""Shipped templates are known by the name they came with; those of older installations are recognised by their name."""

from django.db import migrations, models
from django.db.models import F

# The names of the first edition, as they stand in installations that have it.
SHIPPED = (
    "Cykl warsztatów lokalnego ożywienia gospodarczego (sześć spotkań)",
    "Cykl czterech warsztatów w czterech gminach",
    "Warsztaty dwudniowe",
    "Cykl spotkań promocyjnych w gminach",
    "Konferencja",
    "Ożywienie gospodarcze w ośmiu krokach (RMI)",
    "Szybki start: nowa spółdzielnia socjalna",
    "Szybki start: grupa producentów",
    "Szybki start: klaster",
    "Zespół szybkiego reagowania przy zwolnieniach grupowych",
)


def recognise(apps, schema_editor):
    templates = apps.get_model("meetings", "CycleTemplate").objects
    templates.filter(partnership=None, name__in=SHIPPED, shipped_as="").update(shipped_as=F("name"))


class Migration(migrations.Migration):
    dependencies = [("meetings", "0001_meetings")]

    operations = [
        migrations.AddField(
            model_name="cycletemplate",
            name="shipped_as",
            field=models.CharField(blank=True, editable=False, max_length=150),
        ),
        migrations.RunPython(recognise, migrations.RunPython.noop),
    ]
