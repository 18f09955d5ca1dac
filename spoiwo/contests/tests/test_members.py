"""The commission and its office: appointed, changed, stopped; what waits for a juror."""

from typing import Any

import pytest

from spoiwo.contests.actions.jury import stop_member
from spoiwo.contests.models import Edition, Member, Reading
from spoiwo.kit.request import Refused
from spoiwo.mail.models import Letter
from tests.cast import Cast
from tests.make import (
    make_category,
    make_contest,
    make_edition,
    make_entry,
    make_member,
    make_organisation,
    make_reading,
    make_user,
)

pytestmark = pytest.mark.django_db


def checking(cast: Cast, **fields: Any) -> Edition:
    """An edition in its formal check."""
    return make_edition(make_contest(cast.ours), **{"state": "checking", **fields})


def appoint(cast: Cast, edition: Edition, email: str, kind: str = "juror", **fields: Any) -> Any:
    sent = {"email": email, "name": "Ewa Nowak", "kind": kind} | fields
    return cast.olga.client.post(f"/editions/{edition.pk}/members/new/", sent)


def test_a_stranger_is_appointed_and_gets_an_invitation_and_an_appointment(cast: Cast) -> None:
    edition, body = checking(cast), make_organisation("Fundacja Nowa Praca")
    category = make_category(edition)
    page = appoint(
        cast, edition, "ewa@example.org", organisation=body.name, load="5", categories=[category.pk],
        function="prezeska fundacji",
    )  # fmt: skip
    assert page.status_code == 302, page.context["form"].errors
    member = Member.objects.get()
    assert (member.user.name, member.organisation, member.load) == ("Ewa Nowak", body, 5)
    assert list(member.categories.all()) == [category] and member.confirmed_at is None
    assert list(Letter.objects.values_list("to", flat=True)) == ["ewa@example.org"] * 2


def test_there_is_one_chair_and_the_second_is_refused_at_its_place(cast: Cast) -> None:
    edition = checking(cast)
    make_member(edition, cast.jurek.user, "chair")
    page = appoint(cast, edition, "ewa@example.org", "chair")
    assert page.status_code == 422 and "kind" in page.context["form"].errors
    assert Member.objects.count() == 1 and not Letter.objects.exists()


def test_nobody_judges_blind_what_he_reads_at_the_office(cast: Cast) -> None:
    edition = checking(cast)
    make_member(edition, cast.jurek.user, "checker")
    for player in (cast.jurek, cast.olga, cast.anna, cast.adam):
        assert appoint(cast, edition, player.user.email, is_sure="on").status_code == 422
    assert not Member.objects.filter(kind="juror").exists()


def test_a_juror_who_becomes_coordinator_learns_nothing_before_the_seal(cast: Cast) -> None:
    edition = checking(cast)
    entry = make_entry(make_category(edition))
    make_member(edition, cast.anna.user)
    url = f"/editions/{edition.pk}/"
    for page in ("", "entries/", "checks/", "blind/", "conflicts/", f"entries/{entry.pk}/"):
        assert cast.anna.client.get(url + page).status_code in (403, 404)
    edition.state = "sealed"
    edition.save()
    assert cast.anna.client.get(url).status_code == 200


def test_who_checks_entries_is_appointed_to_an_open_jury_only_knowingly(cast: Cast) -> None:
    edition = checking(cast)
    edition.is_blind = False
    edition.save()
    make_member(edition, cast.jurek.user, "checker")
    page = appoint(cast, edition, cast.jurek.user.email)
    assert page.status_code == 422 and "is_sure" in page.context["form"].errors
    assert appoint(cast, edition, cast.jurek.user.email, is_sure="on").status_code == 302
    assert sorted(Member.objects.values_list("kind", flat=True)) == ["checker", "juror"]


def test_a_member_is_changed_and_keeps_the_organisation_without_typing_it_again(cast: Cast) -> None:
    edition, body = checking(cast), make_organisation("Fundacja Nowa Praca")
    member = make_member(edition, cast.jurek.user, organisation=body)
    url = f"/editions/{edition.pk}/members/{member.pk}/"
    assert body.name in cast.olga.client.get(url).content.decode()
    cast.olga.client.post(url, {"function": "doradca", "organisation": body.name, "load": "0"})
    member.refresh_from_db()
    assert (member.function, member.organisation, member.load) == ("doradca", body, 0)


def test_who_stops_half_way_leaves_submitted_cards_and_frees_the_others(cast: Cast) -> None:
    edition = checking(cast, state="scoring")
    category = make_category(edition)
    member = make_member(edition, cast.jurek.user)
    done = make_reading(make_entry(category), member, 4, 3)
    make_reading(make_entry(category), member)
    begun = make_reading(make_entry(category), member, state="begun")
    url = f"/editions/{edition.pk}/members/{member.pk}/stop/"
    assert cast.olga.client.post(url, {"reason": ""}).status_code == 422
    cast.olga.client.post(url, {"reason": "choroba"})
    assert list(Reading.objects.counted()) == [done]
    assert not Reading.objects.filter(state="assigned").exists()
    begun.refresh_from_db()
    assert (begun.state, begun.recused_because) == ("recused", "choroba")
    with pytest.raises(Refused):
        stop_member(Member.objects.get(), "znowu", by=cast.olga.actor)


def test_after_the_seal_nobody_is_appointed_changed_or_stopped(cast: Cast) -> None:
    edition = checking(cast, state="sealed")
    member = make_member(edition, cast.jurek.user)
    base = f"/editions/{edition.pk}/members/"
    for url, sent in (
        ("new/", {"email": "ewa@example.org", "name": "Ewa Nowak", "kind": "juror"}),
        (f"{member.pk}/", {"function": "inna"}),
        (f"{member.pk}/stop/", {"reason": "choroba"}),
    ):
        assert cast.olga.client.post(base + url, sent).status_code == 422
    assert Member.objects.get().function == "" and "new/" not in cast.olga.client.get(base).content.decode()


def test_only_the_office_sees_the_commission(cast: Cast) -> None:
    edition = checking(cast)
    member = make_member(edition, cast.jurek.user)
    for url in ("members/", "members/new/", f"members/{member.pk}/", f"members/{member.pk}/stop/"):
        seen = [
            getattr(cast, name).client.get(f"/editions/{edition.pk}/{url}").status_code
            for name in ("nobody", "celina", "dorota", "jurek", "olga", "anna", "adam")
        ]
        assert seen == [302, 403, 403, 403, 200, 200, 200]


def test_a_juror_finds_the_own_entries_by_their_codes_and_never_by_a_name(cast: Cast) -> None:
    edition = checking(cast, state="scoring")
    entry = make_entry(make_category(edition), title="Młodzi na start")
    make_reading(entry, make_member(edition, cast.jurek.user))
    page = cast.jurek.client.get("/judging/").content.decode()
    assert entry.code in page and "Młodzi na start" not in page and entry.organisation_name not in page
    assert entry.code not in cast.bartek.client.get("/judging/").content.decode()


def test_before_the_list_is_confirmed_no_entry_shows_and_the_list_is_asked_for(cast: Cast) -> None:
    edition = checking(cast, state="scoring")
    entry = make_entry(make_category(edition))
    make_reading(entry, make_member(edition, cast.jurek.user, confirmed_at=None))
    page = cast.jurek.client.get("/judging/").content.decode()
    assert entry.code not in page and f"/judging/{edition.pk}/confirmation/" in page


def test_the_desk_tells_a_juror_what_waits(cast: Cast) -> None:
    edition = checking(cast, state="scoring")
    make_reading(make_entry(make_category(edition)), make_member(edition, cast.jurek.user))
    assert edition.name in cast.jurek.client.get("/desk/").content.decode()
    assert edition.name not in cast.bartek.client.get("/desk/").content.decode()


def test_the_commission_asks_the_same_number_of_queries_for_any_number_of_members(
    cast: Cast, same_queries: Any
) -> None:
    edition = checking(cast)
    same_queries(
        lambda: cast.olga.client.get(f"/editions/{edition.pk}/members/"),
        lambda: make_member(edition, make_user("Jan Nowy"), organisation=make_organisation()),
    )
