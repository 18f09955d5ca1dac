"""Joining records loses nothing and can be undone."""

import datetime as dt
from typing import Any

import pytest
from django.urls import reverse

from spoiwo import audit, trail
from spoiwo.kit.actor import SYSTEM
from spoiwo.kit.request import Refused
from spoiwo.register import actions, queries
from spoiwo.register.models import Merge, NotDuplicate, Organisation
from spoiwo.register.rules import SuccessionKind
from spoiwo.register.signals import organisation_merged, organisation_unmerged
from tests.cast import Cast
from tests.make import make_agreement, make_book, make_mandate, make_organisation, make_person

pytestmark = pytest.mark.django_db
NIP, KRS = "5252248481", "0000123456"
DAY = dt.date(2020, 1, 1)


@pytest.fixture
def pair() -> tuple[Organisation, Organisation]:
    """A record with a telephone, and another one with numbers, a mandate, a former name and a predecessor."""
    kept = make_organisation("Stowarzyszenie Razem", phone="22 765 90 04")
    absorbed = make_organisation("STOWARZYSZENIE „RAZEM” W LEONCINIE", nip=NIP, krs=KRS, phone="601 000 000")
    make_mandate(absorbed, "prezes", person=make_person(book=make_book()))
    absorbed.names.create(name="Klub Razem", until=dt.date(2010, 1, 1), search_key="klub razem")
    actions.record_succession(
        make_organisation("Komitet Razem"), absorbed, by=SYSTEM, kind=SuccessionKind.MERGED, on=DAY
    )
    return kept, absorbed


def test_a_person_chooses_field_by_field_and_nothing_is_lost(pair: tuple) -> None:
    kept, absorbed = pair
    actions.merge_organisations(
        kept, absorbed, by=SYSTEM, choices={"nip": "absorbed", "krs": "absorbed", "phone": "kept"}
    )
    kept.refresh_from_db()
    absorbed.refresh_from_db()
    assert (kept.nip, kept.krs, kept.phone, kept.name) == (NIP, KRS, "22 765 90 04", "Stowarzyszenie Razem")
    assert (absorbed.merged_into, absorbed.nip, absorbed.phone) == (kept, NIP, "601 000 000")
    assert [one.name for one in kept.names.order_by("pk")] == [
        "STOWARZYSZENIE „RAZEM” W LEONCINIE",
        "Klub Razem",
    ]
    assert [one.function for one in kept.mandates.all()] == ["prezes"]
    assert [one.predecessor.name for one in kept.origins.all()] == ["Komitet Razem"]
    assert kept in queries.organisations(SYSTEM)
    assert absorbed not in queries.organisations(SYSTEM)
    assert [one.organisation for one in queries.bearers_of_name("klub razem")] == [kept]


def test_the_name_that_does_not_stay_becomes_a_former_name(pair: tuple) -> None:
    kept, absorbed = pair
    actions.merge_organisations(kept, absorbed, by=SYSTEM, choices={"name": "absorbed"})
    kept.refresh_from_db()
    assert kept.name == "STOWARZYSZENIE „RAZEM” W LEONCINIE"
    assert "Stowarzyszenie Razem" in [one.name for one in kept.names.all()]
    assert kept.search_key.startswith("stowarzyszenie „razem” w leoncinie")


def test_undoing_puts_everything_back_but_what_was_changed_since(pair: tuple) -> None:
    kept, absorbed = pair
    choices = {"nip": "absorbed", "krs": "absorbed", "phone": "absorbed"}
    merge = actions.merge_organisations(kept, absorbed, by=SYSTEM, choices=choices)
    later = make_mandate(kept, "skarbnik")
    actions.edit_organisation(kept, by=SYSTEM, phone="22 111 11 11")
    actions.unmerge_organisations(merge, by=SYSTEM)
    kept.refresh_from_db()
    absorbed.refresh_from_db()
    assert (kept.nip, kept.krs, kept.phone) == ("", "", "22 111 11 11")
    assert (absorbed.merged_into, absorbed.nip) == (None, NIP)
    assert [one.function for one in absorbed.mandates.all()] == ["prezes"]
    assert list(kept.mandates.all()) == [later]
    assert not kept.names.exists()
    assert absorbed.origins.count() == 1
    assert "klub" not in kept.search_key
    assert "klub" in absorbed.search_key
    with pytest.raises(Refused):
        actions.unmerge_organisations(merge, by=SYSTEM)


def test_a_record_is_joined_only_once(pair: tuple) -> None:
    kept, absorbed = pair
    actions.merge_organisations(kept, absorbed, by=SYSTEM, choices={})
    with pytest.raises(Refused):
        actions.merge_organisations(make_organisation(), absorbed, by=SYSTEM, choices={})
    with pytest.raises(Refused):
        actions.merge_organisations(absorbed, kept, by=SYSTEM, choices={})
    assert Merge.objects.count() == 1


def test_a_joining_under_a_later_joining_is_undone_in_order(pair: tuple) -> None:
    kept, absorbed = pair
    last = make_organisation("Federacja")
    first = actions.merge_organisations(kept, absorbed, by=SYSTEM, choices={})
    second = actions.merge_organisations(last, kept, by=SYSTEM, choices={})
    assert queries.kept_record(Organisation.objects.get(pk=absorbed.pk)) == last
    with pytest.raises(Refused):
        actions.unmerge_organisations(first, by=SYSTEM)
    assert Merge.objects.get(pk=first.pk).undone_at is None
    actions.unmerge_organisations(second, by=SYSTEM)
    actions.unmerge_organisations(first, by=SYSTEM)
    assert Organisation.objects.filter(merged_into=None).count() == 4


def test_rooms_above_are_told_and_a_failure_there_undoes_all(pair: tuple) -> None:
    kept, absorbed = pair
    heard: list[tuple[str, int, int]] = []

    def listen(kept: Any, absorbed: Any, merge: Any, signal: Any, **extra: Any) -> None:
        heard.append(("joined" if signal is organisation_merged else "undone", kept.pk, absorbed.pk))

    def fail(**extra: Any) -> None:
        raise RuntimeError

    for signal in (organisation_merged, organisation_unmerged):
        signal.connect(listen)
    try:
        merge = actions.merge_organisations(kept, absorbed, by=SYSTEM, choices={})
        organisation_unmerged.connect(fail)
        with pytest.raises(RuntimeError):
            actions.unmerge_organisations(merge, by=SYSTEM)
        organisation_unmerged.disconnect(fail)
    finally:
        for signal in (organisation_merged, organisation_unmerged):
            signal.disconnect(listen)
    assert heard == [("joined", kept.pk, absorbed.pk), ("undone", kept.pk, absorbed.pk)]
    assert Organisation.objects.get(pk=absorbed.pk).merged_into == kept


def test_the_audit_trail_holds_the_ids_that_moved(pair: tuple) -> None:
    kept, absorbed = pair
    mandate = absorbed.mandates.get()
    actions.merge_organisations(kept, absorbed, by=SYSTEM, choices={})
    line = audit.history(kind="register.organisation", object_id=kept.pk).object_list[0]
    assert line.facts["mandates"] == [mandate.pk]
    assert line.facts["absorbed"] == absorbed.pk


def test_the_old_address_leads_to_the_kept_record(cast: Cast) -> None:
    kept, absorbed = make_organisation("A", book=cast.ours.book), make_organisation("B", book=cast.ours.book)
    url = reverse("register:merge", args=[kept.pk, absorbed.pk])
    page = cast.anna.client.get(url)
    assert b'name="name"' in page.content
    assert b'name="nip"' not in page.content  # both are empty: there is nothing to choose
    cast.anna.client.post(url, {"name": "absorbed"})
    response = cast.celina.client.get(absorbed.get_absolute_url())
    assert (response.status_code, response["Location"]) == (302, kept.get_absolute_url())
    page = cast.anna.client.get(kept.get_absolute_url()).content.decode()
    merge = Merge.objects.get()
    assert reverse("register:unmerge", args=[merge.pk]) in page
    cast.anna.client.post(reverse("register:unmerge", args=[merge.pk]))
    assert cast.anna.client.get(absorbed.get_absolute_url()).status_code == 200
    assert Organisation.objects.get(pk=kept.pk).name == "A"


def test_both_records_must_be_ours_to_be_joined(cast: Cast) -> None:
    ours, theirs = make_organisation("A", book=cast.ours.book), make_organisation("B", book=cast.theirs.book)
    for pair in ([ours.pk, theirs.pk], [theirs.pk, ours.pk]):
        for player in (cast.anna, cast.celina):
            assert player.client.post(reverse("register:merge", args=pair)).status_code == 403
    assert cast.adam.client.post(reverse("register:merge", args=[ours.pk, theirs.pk])).status_code == 302


def test_the_finder_shows_our_pairs_and_is_silent_about_decided_ones(cast: Cast) -> None:
    one = make_organisation("Stowarzyszenie Razem", book=cast.ours.book)
    two = make_organisation("„Razem”", book=cast.ours.book)
    make_organisation("Fundacja Promyk", book=cast.theirs.book)
    make_organisation("Promyk", book=cast.theirs.book)
    page = cast.anna.client.get(reverse("register:duplicates")).content.decode()
    assert "Stowarzyszenie Razem" in page
    assert "Promyk" not in page
    assert (
        cast.celina.client.post(reverse("register:not_duplicates", args=[two.pk, one.pk])).status_code == 403
    )
    cast.anna.client.post(reverse("register:not_duplicates", args=[two.pk, one.pk]))
    assert "Stowarzyszenie Razem" not in cast.anna.client.get(reverse("register:duplicates")).content.decode()
    decision = NotDuplicate.objects.get()
    assert (decision.first, decision.second, decision.decided_by_id) == (one, two, cast.anna.user.pk)


def test_what_came_of_a_joined_record_stands_on_the_line_of_the_kept_one(cast: Cast) -> None:
    kept, absorbed = make_organisation("A", book=cast.ours.book), make_organisation("B", book=cast.ours.book)
    agreement = make_agreement(cast.ours)
    trail.link(absorbed, agreement, "party", by=SYSTEM)
    actions.merge_organisations(kept, absorbed, by=SYSTEM, choices={})
    assert agreement.get_absolute_url() in cast.anna.client.get(kept.get_absolute_url()).content.decode()
    assert (
        agreement.get_absolute_url() not in cast.celina.client.get(kept.get_absolute_url()).content.decode()
    )
