"""Facets of what is indexed already are counted beside its words: by them is told how much of the newest is looked at."""

from collections import Counter

from django.db import migrations


def count_facets(apps, _editor):
    item, word = apps.get_model("search", "Item"), apps.get_model("search", "Word")
    counts = Counter()
    for facets in item.objects.values_list("facets", flat=True).iterator(chunk_size=2000):
        counts.update(f"={facet}" for facet in facets.split())
    word.objects.filter(word__startswith="=").delete()
    rows = (word(word=facet[:80], documents=number) for facet, number in counts.items())
    word.objects.bulk_create(rows, batch_size=500)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(count_facets, migrations.RunPython.noop)]
