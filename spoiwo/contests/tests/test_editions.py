"""Editions: founded, copied, frozen when they open, extended on record, moved in order."""

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone

from spoiwo import audit
from spoiwo.contests.actions import editions as actions
from spoiwo.contests.actions.rulebook import save_category, save_criteria, save_field
from spoiwo.contests.labels import LACK_SENTENCES
from spoiwo.contests.models import Contest, Edition
from spoiwo.contests.queries.rulebook import rules_of
from spoiwo.contests.rules.readiness import Lack
from spoiwo.contests.rules.sealing import canonical, digest
from spoiwo.kit.request import Refused
from tests.cast import Cast
from tests.make import make_category, make_contest, make_edition, make_entry, make_member

pytestmark = pytest.mark.django_db


def draft(cast: Cast, **fields: Any) -> Edition:
    """An edition in preparation that lacks nothing."""
    edition = make_edition(make_contest(cast.ours), state="draft", **fields)
    make_category(edition)
    return edition


def test_the_first_edition_is_proposed_for_this_year_and_the_next_for_the_year_after_the_last(
    cast: Cast,
) -> None:
    contest = make_contest(cast.ours)
    address = f"/contests/{contest.slug}/new/"
    first = cast.olga.client.get(address).context
    assert first["form"]["year"].initial == timezone.localdate().year and first["last"] is None
    make_edition(contest, year=2031)
    assert cast.olga.client.get(address).context["form"]["year"].initial == 2032


def test_a_contest_is_founded_and_its_first_edition_begun_in_the_browser(cast: Cast) -> None:
    page = cast.olga.client.post(
        "/contests/new/", {"partnership": cast.ours.pk, "name": "Lider aktywizacji osób młodych"}, follow=True
    )
    contest = Contest.objects.get()
    assert contest.slug == "lider-aktywizacji-osob-mlodych" and page.status_code == 200
    cast.olga.client.post(f"{contest.get_absolute_url()}new/", {"year": "2030", "name": "Lider 2030"})
    edition = contest.editions.get()
    assert edition.members.get().user == cast.olga.user and edition.state == "draft"


def test_nobody_founds_a_contest_for_another_partnership(cast: Cast) -> None:
    page = cast.olga.client.post("/contests/new/", {"partnership": cast.theirs.pk, "name": "Obcy konkurs"})
    assert page.status_code == 422 and not Contest.objects.exists()
    assert cast.bartek.client.get("/contests/new/").status_code == 403


def test_a_copy_has_the_rules_of_last_year_and_nothing_of_its_dates(cast: Cast) -> None:
    source = draft(cast, per_entry=4, rules_text="§ 1")
    edition = actions.begin_edition(source.contest, by=cast.olga.actor, source=source, year=2031, name="2031")
    assert edition.per_entry == 4 and edition.closes_at is None and edition.frozen_at is None
    assert [one.name for one in edition.categories.all()] == ["Urzędy pracy"]
    assert [one.key for one in edition.categories.get().fields.all()] == ["f1", "f2", "f3"]
    assert edition.criteria.count() == 2 and edition.points.count() == 1
    assert source.categories.count() == 1, "the source keeps its own"


def test_an_edition_without_rules_is_not_opened_and_says_what_is_missing(cast: Cast) -> None:
    contest = make_contest(cast.ours)
    edition = actions.begin_edition(contest, by=cast.olga.actor, year=2030, name="2030")
    with pytest.raises(Refused) as refused:
        actions.move_edition(edition, "open", by=cast.olga.actor)
    assert str(LACK_SENTENCES[Lack.CATEGORY]) in refused.value.reason
    assert str(LACK_SENTENCES[Lack.RULES]) in refused.value.reason


def test_opening_freezes_the_rules_under_a_hash_anybody_can_compute_again(cast: Cast) -> None:
    edition = actions.move_edition(draft(cast), "open", by=cast.olga.actor)
    assert edition.rules_hash == digest(canonical(rules_of(edition)))
    with pytest.raises(Refused):
        save_criteria(edition, [{"name": "Inne"}], by=cast.olga.actor)
    with pytest.raises(Refused):
        save_category(edition, None, by=cast.olga.actor, name="Nowa")
    with pytest.raises(Refused):
        save_field(edition.categories.get(), None, by=cast.olga.actor, label="Nowe")
    with pytest.raises(Refused) as refused:
        actions.edit_edition(edition, by=cast.olga.actor, scale_max=10)
    assert refused.value.field == "scale_max"
    assert actions.edit_edition(edition, by=cast.olga.actor, summary="Zapraszamy").summary == "Zapraszamy"


def test_frozen_settings_cannot_be_posted_past_the_form(cast: Cast) -> None:
    edition = make_edition(make_contest(cast.ours))
    page = cast.olga.client.post(
        f"/editions/{edition.pk}/settings/", {"name": "Inna", "scale_max": "10", "summary": "Zapraszamy"}
    )
    edition.refresh_from_db()
    assert page.status_code == 302, page.context["form"].errors
    assert (edition.scale_max, edition.summary) == (5, "Zapraszamy") and edition.name != "Inna"


def test_a_deadline_is_only_moved_later_and_the_page_says_why(cast: Cast) -> None:
    edition = make_edition(make_contest(cast.ours))
    before = edition.closes_at
    with pytest.raises(Refused):
        actions.extend_deadline(edition, before - dt.timedelta(days=1), "", by=cast.olga.actor)
    later = before + dt.timedelta(days=7)
    actions.extend_deadline(edition, later, "Awaria poczty w urzędach", by=cast.olga.actor)
    page = cast.nobody.client.get(edition.get_absolute_url()).content.decode()
    assert "Awaria poczty w urzędach" in page
    assert [line.facts["after"] for line in history(edition)] == [later.isoformat()]


def test_a_deadline_that_passed_can_still_be_extended_on_record(cast: Cast) -> None:
    past = timezone.now() - dt.timedelta(days=1)
    edition = make_edition(make_contest(cast.ours), closes_at=past)
    actions.extend_deadline(edition, timezone.now() + dt.timedelta(days=3), "Na prośbę", by=cast.olga.actor)
    edition.refresh_from_db()
    assert edition.closes_at > timezone.now()


def test_the_check_does_not_begin_while_entries_are_taken(cast: Cast) -> None:
    with pytest.raises(Refused):
        actions.move_edition(make_edition(make_contest(cast.ours)), "checking", by=cast.olga.actor)


def test_the_jury_does_not_read_before_everything_is_decided_approved_and_assigned(cast: Cast) -> None:
    edition = make_edition(make_contest(cast.ours), state="checking")
    make_entry(make_category(edition))
    make_member(edition, cast.jurek.user)
    with pytest.raises(Refused) as refused:
        actions.move_edition(edition, "scoring", by=cast.olga.actor)
    assert str(LACK_SENTENCES[Lack.COPIES]) in refused.value.reason
    assert str(LACK_SENTENCES[Lack.READINGS]) in refused.value.reason


@pytest.mark.parametrize("state", ["sealed", "published", "draft", "nonsense"])
def test_no_form_jumps_over_the_seal(state: str, cast: Cast) -> None:
    edition = make_edition(make_contest(cast.ours), state="deliberation")
    cast.olga.client.post(f"/editions/{edition.pk}/state/", {"state": state})
    edition.refresh_from_db()
    assert edition.state == "deliberation"


def test_an_edition_in_preparation_is_hidden_and_its_desk_is_the_keepers(cast: Cast) -> None:
    edition = draft(cast)
    assert cast.nobody.client.get(edition.get_absolute_url()).status_code == 404
    assert cast.celina.client.get(f"/editions/{edition.pk}/").status_code == 404
    assert cast.dorota.client.get(f"/editions/{edition.pk}/").status_code == 403
    assert cast.olga.client.get(f"/editions/{edition.pk}/").status_code == 200


def test_patronage_is_asked_for_so_many_days_before_the_gala(cast: Cast) -> None:
    noon = dt.datetime(2030, 10, 16, 10, tzinfo=dt.UTC)
    edition = make_edition(make_contest(cast.ours), announced_at=noon)
    url = f"/editions/{edition.pk}/patronage/"
    cast.olga.client.post(url, {"patron": "Minister Pracy", "days_before": "30", "state": "planned"})
    assert "16.09.2030" in cast.olga.client.get(url).content.decode()


def test_criteria_are_kept_in_their_order_and_a_wrong_threshold_is_told_at_its_place(cast: Cast) -> None:
    edition = make_edition(make_contest(cast.ours), state="draft")
    rows = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0"}
    first = {"form-0-name": "Skuteczność", "form-0-weight": "2", "form-0-threshold": "9"}
    second = {"form-1-name": "Partnerstwo", "form-1-weight": "1"}
    url = f"/editions/{edition.pk}/criteria/"
    page = cast.olga.client.post(url, rows | first | second)
    assert page.status_code == 422 and "Partnerstwo" in page.content.decode()
    cast.olga.client.post(url, rows | first | second | {"form-0-threshold": "2.5"})
    assert list(edition.criteria.values_list("name", flat=True)) == ["Skuteczność", "Partnerstwo"]


def history(edition: Edition) -> list[Any]:
    """Lines of the edition's history."""
    return audit.history(kind="contests.edition", object_id=edition.pk).object_list
