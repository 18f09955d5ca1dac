"""Conflicts of interest: found in the records, confirmed by members, settled by others, and shutting everybody out alike."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from spoiwo.contests.actions.conflicts import search_conflicts, settle_conflict
from spoiwo.contests.models import Conflict, Edition, Entry, Member, Reading
from spoiwo.contests.queries.conflicts import needs_confirmation
from spoiwo.kit.actor import SYSTEM
from spoiwo.kit.request import Refused
from spoiwo.partnerships.models import Act
from spoiwo.places.rules import Kind
from tests.cast import Cast
from tests.make import (
    make_agreement,
    make_card,
    make_category,
    make_contest,
    make_edition,
    make_entry,
    make_mandate,
    make_member,
    make_organisation,
    make_party,
    make_person,
    make_reading,
    make_unit,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition(cast: Cast) -> Edition:
    """An edition in its formal check, with one category."""
    found = make_edition(make_contest(cast.ours), state="checking")
    make_category(found)
    return found


def entry_of(edition: Edition, **fields: Any) -> Entry:
    return make_entry(edition.categories.get(), **fields)


def found(edition: Edition) -> list[tuple[str, str]]:
    """What the search finds."""
    search_conflicts(edition, by=SYSTEM)
    return sorted(Conflict.objects.values_list("tie", "strength"))


def confirmation(cast: Cast, edition: Edition, *ties: str, **more: str) -> Any:
    """Jurek goes through the list: a tie for each entrant in order."""
    url = f"/judging/{edition.pk}/confirmation/"
    tokens = [one.token for one in cast.jurek.client.get(url).context["form"].entrants]
    sent = {f"tie-{token}": tie for token, tie in zip(tokens, ties, strict=True)}
    return cast.jurek.client.post(url, {"has_read": "on", "name": "Jerzy Mazur"} | sent | more)


def test_the_same_organisation_bars_whether_linked_joined_succeeded_or_only_typed_alike(
    cast: Cast, edition: Edition
) -> None:
    office = make_organisation("Powiatowy Urząd Pracy w Płocku")
    joined = make_organisation("PUP Płock", merged_into=office)
    older = make_organisation("Rejonowe Biuro Pracy")
    older.successions.create(successor=office, kind="transformed", happened_on=dt.date(2000, 1, 1))
    member = make_member(edition, cast.jurek.user, organisation=office)
    hits = [
        entry_of(edition, organisation=office),
        entry_of(edition, organisation=joined),
        entry_of(edition, organisation=older),
        entry_of(edition, organisation_name="powiatowy urząd pracy  w PŁOCKU"),
    ]
    entry_of(edition, organisation_name="Powiatowy Urząd Pracy w Opocznie")
    search_conflicts(edition, by=SYSTEM)
    bars = Conflict.objects.filter(tie="same_organisation", strength="bar", member=member)
    assert sorted(bars.values_list("entry", flat=True)) == sorted(one.pk for one in hits)


def test_a_like_name_in_another_county_is_another_organisation(cast: Cast, edition: Edition) -> None:
    here = make_unit("1462", "Płock", Kind.CITY_COUNTY)
    there = make_unit("1007", "opoczyński")
    member = make_member(edition, cast.jurek.user)
    member.organisation = make_organisation("Powiatowy Urząd Pracy", place=here)
    member.save()
    entry_of(edition, organisation_name="Powiatowy Urząd Pracy", place=there)
    assert found(edition) == []


def test_the_same_county_takes_the_vote_and_names_it(cast: Cast, edition: Edition) -> None:
    make_unit("1414", "nowodworski")
    commune = make_unit("1414032", "Leoncin", Kind.RURAL)
    make_member(edition, cast.jurek.user, organisation=make_organisation("Gmina", place=commune))
    entry_of(edition, place=make_unit("1414011", "Nowy Dwór", Kind.URBAN))
    assert found(edition) == [("same_county", "no_vote")]
    assert Conflict.objects.get().note == "nowodworski"


def test_parties_to_one_agreement_are_noted_once_both_signed(cast: Cast, edition: Edition) -> None:
    own, other = make_organisation("Jedna"), make_organisation("Druga")
    agreement = make_agreement(cast.ours)
    parties = [make_party(agreement, own), make_party(agreement, other)]
    make_member(edition, cast.jurek.user, organisation=own)
    entry_of(edition, organisation=other)
    assert found(edition) == []
    for number, party in enumerate(parties):
        day = dt.date(2020, 1, 1)
        Act.objects.create(
            agreement=agreement, party=party, kind="signed", done_on=day, counts_on=day, token=f"t{number}"
        )
    assert found(edition) == [("agreement", "note")]


@pytest.mark.parametrize(("years", "strength"), [(1, "bar"), (9, "no_vote")])
def test_a_mandate_is_found_by_name_or_address_in_any_book(
    years: int, strength: str, cast: Cast, edition: Edition
) -> None:
    body, until = make_organisation("Starostwo"), timezone.localdate() - dt.timedelta(days=365 * years)
    person = make_person("Jerzy", "Mazur", book=cast.theirs.book)
    make_mandate(body, "radny", person=person, since=None, until=until)
    make_mandate(body, "doradca", email=cast.bartek.user.email.upper(), since=None, until=until)
    make_member(edition, cast.jurek.user)
    make_member(edition, cast.bartek.user)
    entry_of(edition, organisation=body)
    assert found(edition) == [("mandate", strength)] * 2
    assert {one.note for one in Conflict.objects.all()} == {"radny", "doradca"}


def test_a_common_project_is_noted_and_its_title_told_to_nobody(cast: Cast, edition: Edition) -> None:
    own, other = make_organisation("Jedna"), make_organisation("Druga")
    card = make_card(cast.ours, "Tajna praktyka", leader_organisation=own)
    card.partners.create(organisation=other, name="Druga")
    make_member(edition, cast.jurek.user, organisation=own)
    entry_of(edition, organisation=other, title="Tajna praktyka")
    assert found(edition) == [("project", "note")]
    assert "Tajna" not in cast.jurek.client.get(f"/judging/{edition.pk}/confirmation/").content.decode()


def test_a_second_search_adds_nothing_and_leaves_what_a_person_settled(cast: Cast, edition: Edition) -> None:
    body = make_organisation("Jedna")
    member = make_member(edition, cast.jurek.user, organisation=body)
    entry_of(edition, organisation=body)
    assert search_conflicts(edition, by=SYSTEM) == 1
    settle_conflict(Conflict.objects.get(), "", "inny wydział", by=cast.olga.actor)
    assert search_conflicts(edition, by=SYSTEM) == 0
    assert Conflict.objects.get().is_dismissed
    Member.objects.filter(pk=member.pk).update(organisation=None)
    search_conflicts(edition, by=SYSTEM)
    assert Conflict.objects.count() == 1, "a changed record lifts nothing by itself"


def test_the_search_costs_the_same_queries_for_any_number_of_pairs(cast: Cast, edition: Edition) -> None:
    def queries() -> int:
        body = make_organisation()
        make_member(edition, make_user("Jan Nowy"), organisation=body)
        entry_of(edition, organisation=body)
        with CaptureQueriesContext(connection) as asked:
            assert search_conflicts(edition, by=SYSTEM)
        return len(asked)

    queries()
    assert queries() == queries()


def test_the_list_shows_entrants_by_the_alphabet_without_titles_codes_or_numbers(
    cast: Cast, edition: Edition
) -> None:
    make_member(edition, cast.jurek.user, confirmed_at=None, declared_at=None)
    entries = [
        entry_of(edition, organisation_name=name, title="Młodzi") for name in ("Żuromin", "Ćmielów", "Brok")
    ]
    for entry in entries:
        entry.code = f"KOD-{entry.pk}"
        entry.save()
    page = cast.jurek.client.get(f"/judging/{edition.pk}/confirmation/").content.decode()
    places = [page.index(name) for name in ("Brok", "Ćmielów", "Żuromin")]
    assert places == sorted(places) and "Młodzi" not in page
    assert not any("KOD" in page or f'tie-{one.pk}"' in page for one in entries)


def test_a_member_confirms_states_a_conflict_and_signs(cast: Cast, edition: Edition) -> None:
    member = make_member(edition, cast.jurek.user, confirmed_at=None, declared_at=None)
    first, second = (entry_of(edition, organisation_name=name) for name in ("Brok", "Ćmielów"))
    assert confirmation(cast, edition, "family", "", name="Ktoś Inny").status_code == 422
    assert not Conflict.objects.exists()
    assert confirmation(cast, edition, "family", "").status_code == 302
    conflict = Conflict.objects.get()
    assert (conflict.entry, conflict.source, conflict.strength) == (first, "member", "bar")
    member.refresh_from_db()
    assert member.confirmed_at and member.declared_at and second.conflicts.count() == 0
    pdf = cast.jurek.client.get(f"/judging/{edition.pk}/declaration/")
    assert pdf.content.startswith(b"%PDF")


def test_another_reason_needs_words_and_what_was_typed_stays(cast: Cast, edition: Edition) -> None:
    make_member(edition, cast.jurek.user, confirmed_at=None)
    entry_of(edition)
    page = confirmation(cast, edition, "other")
    assert page.status_code == 422 and 'value="other" selected' in page.content.decode()
    assert not Conflict.objects.exists()


def test_an_own_statement_is_not_taken_back_by_its_author(cast: Cast, edition: Edition) -> None:
    make_member(edition, cast.jurek.user, confirmed_at=None)
    entry = entry_of(edition)
    confirmation(cast, edition, "family")
    confirmation(cast, edition, "")
    assert entry.conflicts.get().strength == "bar" and not entry.conflicts.get().is_dismissed


def test_entrants_that_came_later_ask_for_a_further_confirmation(cast: Cast, edition: Edition) -> None:
    entry = entry_of(edition)
    member = make_member(edition, cast.jurek.user)
    make_reading(entry, member, state="begun")
    url = f"/judging/{edition.pk}/confirmation/"
    assert not needs_confirmation(member)
    assert confirmation(cast, edition, "family").status_code == 422, "scoring has begun"
    edition.state = "scoring"
    edition.save()
    assert [one.entry for one in Reading.objects.open_to(cast.jurek.actor)] == [entry]
    entry_of(edition, organisation_name="Nowy w Broku").submissions.update(at=timezone.now())
    assert needs_confirmation(member)
    assert not Reading.objects.open_to(cast.jurek.actor).exists(), "nothing opens until the list is confirmed"
    page = cast.jurek.client.get(url)
    assert [one.is_new for one in page.context["form"].entrants] == [True, False]
    assert confirmation(cast, edition, "", "").status_code == 302
    member.refresh_from_db()
    assert not needs_confirmation(member)
    assert Reading.objects.open_to(cast.jurek.actor).exists()


def test_only_who_works_on_the_edition_sees_the_list(cast: Cast, edition: Edition) -> None:
    entry_of(edition)
    make_member(edition, cast.jurek.user)
    for url in (f"/judging/{edition.pk}/confirmation/", f"/judging/{edition.pk}/declaration/"):
        seen = [
            getattr(cast, who).client.get(url).status_code for who in ("nobody", "celina", "adam", "jurek")
        ]
        assert seen == [302, 404, 404, 200]


def test_a_barred_secretary_sees_nothing_of_that_entry(cast: Cast, edition: Edition) -> None:
    hidden, seen = entry_of(edition, title="Ukryta"), entry_of(edition, title="Widoczna")
    juror = make_member(edition, cast.jurek.user)
    for entry in (hidden, seen):
        make_reading(entry, juror)
        entry.conflicts.create(member=juror, source="entrant", tie="agreement", strength="note")
    secretary = make_member(edition, cast.olga.user, "secretary")
    own = hidden.conflicts.create(member=secretary, source="records", tie="mandate", strength="bar")
    base = f"/editions/{edition.pk}/"
    for url in ("conflicts/", "conflicts/new/", f"assignment/?juror={juror.pk}", "progress/"):
        assert "Ukryta" not in cast.olga.client.get(base + url).content.decode()
        assert "Widoczna" in cast.anna.client.get(base + url).content.decode() or url == "progress/"
    assert cast.olga.client.get(f"{base}conflicts/{own.pk}/").status_code == 404
    assert b"".join(cast.olga.client.get(f"{base}conflicts/?format=csv")).count(b"\n") == 2
    assert [row.now for row in cast.olga.client.get(f"{base}assignment/").context["rows"]] == [1]
    assert cast.olga.client.get(f"{base}progress/").context["all"] == 1
    assert cast.anna.client.get(f"{base}progress/").context["all"] == 2


def test_nobody_settles_a_conflict_of_their_own(cast: Cast, edition: Edition) -> None:
    entry = entry_of(edition)
    member = make_member(edition, cast.olga.user, "secretary")
    own = entry.conflicts.create(member=member, source="member", tie="other", strength="no_vote")
    url = f"/editions/{edition.pk}/conflicts/{own.pk}/"
    assert cast.olga.client.post(url, {"outcome": "", "reason": "drobiazg"}).status_code == 403
    with pytest.raises(Refused):
        settle_conflict(own, "", "drobiazg", by=cast.olga.actor)
    assert cast.anna.client.post(url, {"outcome": ""}).status_code == 422
    assert cast.anna.client.post(url, {"outcome": "", "reason": "dawno"}).status_code == 302
    own.refresh_from_db()
    assert own.is_dismissed and own.settled_by_name == cast.anna.user.name


def test_a_conflict_entered_by_the_office_takes_the_entry_from_its_juror(
    cast: Cast, edition: Edition
) -> None:
    entry = entry_of(edition)
    member = make_member(edition, cast.jurek.user)
    reading = make_reading(entry, member, 4, 3)
    sent = {"member": member.pk, "entry": entry.pk, "tie": "family", "strength": "bar", "note": "siostra"}
    url = f"/editions/{edition.pk}/conflicts/new/"
    assert cast.olga.client.post(url, sent).status_code == 302
    reading.refresh_from_db()
    assert reading.state == "recused" and Conflict.objects.get().source == "secretary"
    assert cast.olga.client.post(url, sent).status_code == 422, "the same once more"


def test_conflicts_are_the_offices_business(cast: Cast, edition: Edition) -> None:
    entry = entry_of(edition)
    conflict = entry.conflicts.create(
        member=make_member(edition, cast.jurek.user), source="records", tie="agreement", strength="note"
    )
    base = f"/editions/{edition.pk}/conflicts/"
    for url in (base, f"{base}new/", f"{base}{conflict.pk}/"):
        who = ("nobody", "celina", "jurek", "olga")
        assert [getattr(cast, one).client.get(url).status_code for one in who] == [302, 403, 403, 200]
    assert cast.jurek.client.post(f"{base}search/").status_code == 403
    assert cast.olga.client.post(f"{base}search/").status_code == 302


def test_the_list_asks_the_same_number_of_queries(cast: Cast, edition: Edition, same_queries: Any) -> None:
    member = make_member(edition, cast.jurek.user)
    same_queries(
        lambda: cast.olga.client.get(f"/editions/{edition.pk}/conflicts/"),
        lambda: entry_of(edition).conflicts.create(
            member=member, source="records", tie="agreement", strength="note"
        ),
    )
