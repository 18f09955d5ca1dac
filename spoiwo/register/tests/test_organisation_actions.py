"""What happens to an organisation over the years."""

import datetime as dt

import pytest

from spoiwo import audit
from spoiwo.kit.actor import SYSTEM
from spoiwo.kit.request import Refused
from spoiwo.places.signals import units_moved
from spoiwo.register import actions, queries
from spoiwo.register.models import Organisation
from spoiwo.register.rules import Kind, Sector, SuccessionKind
from tests.make import make_book, make_mandate, make_organisation, make_unit

pytestmark = pytest.mark.django_db
NIP = "5252248481"


def verbs_of(organisation: Organisation) -> list[str]:
    page = audit.history(kind="register.organisation", object_id=organisation.pk)
    return [line.what for line in page]


def test_the_sector_of_a_new_organisation_is_that_of_its_kind() -> None:
    made = actions.create_organisation(by=SYSTEM, name="Fundacja Razem", kind=Kind.FOUNDATION)
    assert (made.sector, made.book) == (Sector.CIVIC, None)
    assert made.search_key == "fundacja razem"
    assert len(verbs_of(made)) == 1


def test_a_number_of_another_organisation_is_refused_with_its_name() -> None:
    actions.create_organisation(by=SYSTEM, name="Gmina Leoncin", nip=NIP)
    with pytest.raises(Refused, match="Gmina Leoncin") as refusal:
        actions.create_organisation(by=SYSTEM, name="Leoncin", nip=NIP)
    assert refusal.value.field == "nip"
    assert Organisation.objects.count() == 1


def test_an_edit_saves_and_records_only_what_differs() -> None:
    made = make_organisation("Gmina Leoncin")
    actions.edit_organisation(made, by=SYSTEM, name="Gmina Leoncin", town="Leoncin")
    actions.edit_organisation(made, by=SYSTEM, name="Gmina Leoncin", town="Leoncin")
    made.refresh_from_db()
    assert made.town == "Leoncin"
    assert "leoncin leoncin" in made.search_key
    assert len(verbs_of(made)) == 1


def test_an_old_name_is_kept_with_its_days_and_found() -> None:
    made = make_organisation("Rejonowy Urząd Pracy", founded_on=dt.date(1990, 1, 1))
    actions.rename_organisation(made, by=SYSTEM, name="Powiatowy Urząd Pracy", on=dt.date(2000, 1, 1))
    actions.rename_organisation(made, by=SYSTEM, name="Centrum Pracy", on=dt.date(2020, 5, 1))
    names = [(one.name, one.since, one.until) for one in made.names.order_by("pk")]
    assert names == [
        ("Rejonowy Urząd Pracy", dt.date(1990, 1, 1), dt.date(1999, 12, 31)),
        ("Powiatowy Urząd Pracy", dt.date(2000, 1, 1), dt.date(2020, 4, 30)),
    ]
    made.refresh_from_db()
    assert made.name == "Centrum Pracy"
    assert [one.organisation for one in queries.bearers_of_name("rejonowy urzad pracy")] == [made]
    assert "rejonowy" in made.search_key


def test_a_name_cannot_begin_before_the_one_before_it_did() -> None:
    made = make_organisation("A")
    actions.rename_organisation(made, by=SYSTEM, name="B", on=dt.date(2010, 1, 1))
    made.refresh_from_db()
    for day in (dt.date(2010, 1, 1), dt.date(2009, 1, 1)):
        with pytest.raises(Refused):
            actions.rename_organisation(made, by=SYSTEM, name="C", on=day)
    with pytest.raises(Refused):
        actions.rename_organisation(made, by=SYSTEM, name="B", on=dt.date(2015, 1, 1))


def test_a_signature_of_2003_is_found_under_todays_name() -> None:
    signed = make_organisation("Gimnazjum w Leoncinie")
    school = make_organisation("Szkoła Podstawowa w Leoncinie")
    complex_ = make_organisation("Zespół Szkolno-Przedszkolny w Leoncinie")
    facts = {"by": SYSTEM, "kind": SuccessionKind.TAKEN_OVER}
    actions.record_succession(signed, school, on=dt.date(2019, 9, 1), ends_predecessor=True, **facts)
    actions.record_succession(school, complex_, on=dt.date(2023, 9, 1), basis="uchwała XII/87/2023", **facts)
    signed.refresh_from_db()
    assert signed.ended_on == dt.date(2019, 8, 31)
    assert queries.successors(signed) == [complex_]
    found = queries.bearers_of_name("gimnazjum leoncin")
    assert [(one.organisation, one.name_then, one.until) for one in found] == [
        (complex_, "Gimnazjum w Leoncinie", dt.date(2019, 8, 31))
    ]
    complex_.refresh_from_db()
    assert "gimnazjum" in complex_.search_key


def test_a_body_that_was_split_has_several_heirs() -> None:
    whole, one, other = (make_organisation(name) for name in ("Powiat A", "Powiat B", "Powiat C"))
    for part in (one, other):
        actions.record_succession(whole, part, by=SYSTEM, kind=SuccessionKind.SPLIT, on=dt.date(2002, 1, 1))
    assert queries.successors(whole) == [one, other]
    assert queries.successors(one) == [one]


def test_nobody_comes_of_itself_not_even_around_a_circle() -> None:
    a, b, c = (make_organisation(name) for name in "ABC")
    facts = {"by": SYSTEM, "kind": SuccessionKind.MERGED, "on": dt.date(2020, 1, 1)}
    actions.record_succession(a, b, **facts)
    actions.record_succession(b, c, **facts)
    for before, after in ((a, a), (c, a), (b, a), (a, b)):
        with pytest.raises(Refused):
            actions.record_succession(before, after, **facts)


def test_only_one_coordinator_takes_an_organisation_that_nobody_keeps() -> None:
    made, book = make_organisation(), make_book()
    actions.keep_organisation(made, by=SYSTEM, book=book)
    with pytest.raises(Refused):
        actions.keep_organisation(made, by=SYSTEM, book=make_book())
    made.refresh_from_db()
    assert made.book == book


def test_a_confirmation_is_dated_and_recorded() -> None:
    made = make_organisation()
    actions.confirm_organisation(made, by=SYSTEM, on=dt.date(2024, 9, 18))
    made.refresh_from_db()
    assert made.confirmed_on == dt.date(2024, 9, 18)
    assert len(verbs_of(made)) == 1


def test_organisations_follow_their_commune_to_its_new_code() -> None:
    old, new = make_unit("1414", "nowodworski"), make_unit("1415", "inny")
    made = make_organisation(place=old)
    units_moved.send(sender=None, moves={old.pk: new.pk}, day=dt.date(2024, 1, 1), by=SYSTEM)
    made.refresh_from_db()
    assert made.place == new


def test_pickers_find_by_words_and_numbers_and_put_beginnings_first() -> None:
    make_organisation("Urząd Gminy Leoncin", town="Leoncin")
    gmina = make_organisation("Gmina Leoncin", nip=NIP)
    assert [label for _pk, label in queries.organisation_choices("gmin leonc")] == [
        "Gmina Leoncin",
        "Urząd Gminy Leoncin, Leoncin",
    ]
    assert queries.organisation_choices(NIP) == [(gmina.pk, "Gmina Leoncin")]


def test_mandates_on_a_day_are_those_held_then() -> None:
    made = make_organisation()
    make_mandate(made, "wójt", until=dt.date(2018, 11, 30), since=None)
    now = make_mandate(made, "burmistrz", since=dt.date(2018, 12, 1))
    assert list(queries.mandates_on(made, dt.date(2018, 12, 1))) == [now]
    assert queries.mandates_on(made, dt.date(2018, 11, 30)).count() == 1
