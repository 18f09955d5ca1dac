"""A record that may be meant is shown with what it says otherwise than the source."""

import datetime as dt
from decimal import Decimal
from typing import Any

from django.urls import reverse

from spoiwo.archive.models import Proposal
from spoiwo.archive.queries.recorded import likenesses
from spoiwo.archive.rules.states import FactKind
from spoiwo.partnerships.actions.acts import Deed, record_act
from spoiwo.partnerships.rules import ActKind
from spoiwo.projects.models import Project
from tests.cast import Cast
from tests.make import make_agreement, make_meeting, make_party, make_source


def told(cast: Cast, kind: FactKind, **values: Any) -> Proposal:
    fields = [
        {"name": name, "value": value, "start": 0, "end": 5, "confidence": 0.9}
        for name, value in values.items()
    ]
    return make_source(cast.ours).proposals.create(kind=kind, fields=fields, end=5, confidence=0.9)


def differing(cast: Cast, one: Proposal) -> list[tuple[str, str]]:
    [found] = likenesses(one, cast.anna.actor)
    return [(str(line.recorded), str(line.told)) for line in found.differences]


def test_a_meeting_whose_day_and_heads_differ_says_so_on_the_page(cast: Cast) -> None:
    make_meeting(
        cast.ours,
        "Rynek pracy w powiecie",
        head_count=80,
        starts_at=dt.datetime(2019, 5, 14, 8, tzinfo=dt.UTC),
    )
    one = told(
        cast,
        FactKind.MEETING,
        form="konferencja",
        title="Rynek pracy w powiecie",
        date="2019-05-15",
        came=120,
    )
    assert [(recorded, source) for recorded, source in differing(cast, one) if "2019" not in recorded] == [
        ("80", "120")
    ]
    address = reverse("archive:proposal", args=[one.source_id, one.pk])
    page = cast.anna.client.get(address, headers={"accept-language": "en"}).content.decode()
    assert "date: the record says 14 May 2019, the source 15 May 2019" in page
    assert "came: the record says 80, the source 120" in page
    assert "checked" not in page.partition("</fieldset>")[0]


def test_the_record_that_contradicts_least_stands_first(cast: Cast) -> None:
    for year in (2017, 2019, 2018):
        make_meeting(cast.ours, "Targi pracy", starts_at=dt.datetime(year, 5, 14, 8, tzinfo=dt.UTC))
    one = told(cast, FactKind.MEETING, title="Targi pracy", date="2018-05")
    assert [len(found.differences) for found in likenesses(one, cast.anna.actor)] == [0, 1, 1]


def test_a_record_that_agrees_or_is_silent_says_nothing(cast: Cast) -> None:
    make_meeting(cast.ours, "Rynek pracy", starts_at=dt.datetime(2019, 5, 14, 8, tzinfo=dt.UTC))
    assert differing(cast, told(cast, FactKind.MEETING, title="Rynek pracy", date="2019-05", came=120)) == []


def test_an_agreement_signed_on_several_days_agrees_with_each_of_them(cast: Cast) -> None:
    agreement = make_agreement(cast.ours, title="Porozumienie o współpracy")
    for day in (20, 24):
        deed = Deed(kind=ActKind.SIGNED, done_on=dt.date(2024, 9, day))
        record_act(make_party(agreement), deed, by=cast.anna.actor, notify=False)
    subject = "Porozumienie o współpracy"
    assert differing(cast, told(cast, FactKind.AGREEMENT, subject=subject, date="2024-09-24")) == []
    later = told(cast, FactKind.AGREEMENT, subject=subject, date="2024-09-29")
    assert [source for _recorded, source in differing(cast, later)] == ["29 September 2024"]


def test_a_project_is_compared_by_its_programme_and_value(cast: Cast) -> None:
    Project.objects.create(
        partnership=cast.ours, title="Nowy start", programme="PO KL", value=Decimal("120000.00")
    )
    one = told(cast, FactKind.PROJECT, name="Nowy start", programme="PO WER", value=120000)
    assert differing(cast, one) == [("PO KL", "PO WER")]
