"""What records accepted from papers said beyond them is taken back: hours of meetings, texts of agreements nobody wrote."""

import datetime as dt

from django.db import migrations
from django.utils import timezone

HOURS = (dt.time(9), dt.time(15))  # what every meeting of a paper was given


def forget_hours(apps, _editor):
    proposal, meeting = apps.get_model("archive", "Proposal"), apps.get_model("meetings", "Meeting")
    told = proposal.objects.filter(state="accepted", kind__in=("meeting", "training"), target_id__isnull=False)
    for one in meeting.objects.filter(pk__in=told.values("target_id")).iterator():
        if (timezone.localtime(one.starts_at).time(), timezone.localtime(one.ends_at).time()) == HOURS:
            meeting.objects.filter(pk=one.pk).update(has_hours=False)


def forget_texts(apps, _editor):
    proposal, entry = apps.get_model("archive", "Proposal"), apps.get_model("audit", "Entry")
    section = apps.get_model("partnerships", "Section")
    told = proposal.objects.filter(state="accepted", kind="agreement", target_id__isnull=False)
    written = entry.objects.filter(verb__in=("partnerships.text_edited", "partnerships.amendment_begun"))
    texts = section.objects.filter(version__agreement_id__in=told.values("target_id"), version__number=1)
    texts.exclude(version__agreement_id__in=written.values("object_id")).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("archive", "0004_added_by_hand"),
        ("audit", "0001_first"),
        ("meetings", "0003_days_without_hours"),
        ("partnerships", "0001_first"),
    ]

    operations = [
        migrations.RunPython(forget_hours, migrations.RunPython.noop),
        migrations.RunPython(forget_texts, migrations.RunPython.noop),
    ]
