"""Sources read before get the sample of words by which later ones nearly the same are recognised."""

from django.db import migrations

from spoiwo.archive.rules.likeness import prints


def keep_prints(apps, _editor):
    source, kept = apps.get_model("archive", "Source"), apps.get_model("archive", "Print")
    known = source.objects.filter(same_as=None, read_at__isnull=False).only("text")
    for one in known.iterator(chunk_size=200):
        kept.objects.bulk_create(kept(source_id=one.pk, value=value) for value in prints(one.text))


class Migration(migrations.Migration):
    dependencies = [("archive", "0002_nearly_the_same")]

    operations = [migrations.RunPython(keep_prints, migrations.RunPython.noop)]
