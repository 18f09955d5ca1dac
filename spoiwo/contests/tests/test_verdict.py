"""From the sitting to the seal: quorum, votes, awards, reasons, titles, the hash, embargo, corrections."""

import datetime as dt
import hashlib
import json
from typing import Any

import pytest
from django.utils import timezone

from spoiwo.contests.actions.ranking import compute_ranking
from spoiwo.contests.actions.sittings import close_sitting, count_poll, save_sitting
from spoiwo.contests.actions.verdict import correct, explain, give_award, publish, seal, take_award_back
from spoiwo.contests.models import Award, CategoryVerdict, Edition, Entry, Member, Score, Seal, Sitting
from spoiwo.judging.rank import rank
from spoiwo.judging.scorefile import read_scores
from spoiwo.kit.request import Refused
from spoiwo.polish import fold
from tests.cast import Cast
from tests.make import (
    make_category,
    make_contest,
    make_edition,
    make_entry,
    make_meeting,
    make_member,
    make_reading,
    make_user,
)

pytestmark = pytest.mark.django_db
POINTS = {"Pierwsza": (5, 4), "Druga": (5, 4), "Trzecia": (2, 1)}


def judged(cast: Cast, **fields: Any) -> tuple[Edition, list[Entry], list[Member]]:
    """Three entries read by two jurors, the first two tied, one laureate foreseen."""
    edition = make_edition(make_contest(cast.ours, title_after=4, title_name="Primus inter pares"), **fields)
    Edition.objects.filter(pk=edition.pk).update(state="deliberation")
    edition.refresh_from_db()
    category = make_category(edition, laureates=1)
    jury = [make_member(edition, cast.jurek.user, "chair"), make_member(edition, make_user("Zofia Lis"))]
    entries = [make_entry(category, title) for title in POINTS]
    for entry, two in zip(entries, POINTS.values(), strict=True):
        for member, value in zip(jury, two, strict=True):
            make_reading(entry, member, value, value)
    compute_ranking(edition, by=cast.olga.actor)
    return edition, entries, jury


def sit(cast: Cast, edition: Edition, jury: list[Member], *present: Member) -> Sitting:
    """A closed sitting with those present."""
    attendance = {member: "present" if member in (present or jury) else "absent" for member in jury}
    sitting = save_sitting(edition, None, attendance, by=cast.olga.actor, held_at=timezone.now(), form="room")
    return close_sitting(sitting, by=cast.olga.actor)


def decided(cast: Cast, **fields: Any) -> Edition:
    """An edition with a sitting and both tied entries awarded ex aequo."""
    edition, entries, jury = judged(cast, **fields)
    sit(cast, edition, jury)
    for entry in entries[:2]:
        give_award(edition, entry, by=cast.olga.actor, kind="laureate", name="I miejsce", is_ex_aequo=True)
    return edition


def test_two_tied_first_are_both_awarded_and_that_departs_from_nothing(cast: Cast) -> None:
    made = seal(decided(cast), by=cast.olga.actor)
    assert made.edition.state == "sealed" and len(made.digest) == 64


def test_one_award_to_one_of_two_tied_needs_reasons(cast: Cast) -> None:
    edition, entries, jury = judged(cast)
    sit(cast, edition, jury)
    give_award(edition, entries[0], by=cast.olga.actor, kind="laureate", name="I miejsce")
    with pytest.raises(Refused):
        seal(edition, by=cast.olga.actor)
    explain(entries[0].category, "Rozstrzygnęło głosowanie.", no_award=False, by=cast.olga.actor)
    assert seal(edition, by=cast.olga.actor)


def test_no_award_at_all_is_a_verdict_with_reasons(cast: Cast) -> None:
    edition, entries, jury = judged(cast)
    sit(cast, edition, jury)
    explain(entries[0].category, "", no_award=True, by=cast.olga.actor)
    with pytest.raises(Refused):
        seal(edition, by=cast.olga.actor)
    explain(entries[0].category, "Poziom zgłoszeń był za niski.", no_award=True, by=cast.olga.actor)
    assert seal(edition, by=cast.olga.actor)


def test_an_award_ends_the_decision_that_there_is_none(cast: Cast) -> None:
    edition, entries, _jury = judged(cast)
    explain(entries[0].category, "Poziom był za niski.", no_award=True, by=cast.olga.actor)
    give_award(edition, entries[0], by=cast.olga.actor, kind="laureate", name="Lider")
    assert not CategoryVerdict.objects.get().no_award


def test_without_a_quorum_or_a_sitting_nothing_is_sealed(cast: Cast) -> None:
    edition, entries, jury = judged(cast, quorum_percent=60)
    for entry in entries[:2]:
        give_award(edition, entry, by=cast.olga.actor, kind="laureate", name="I miejsce", is_ex_aequo=True)
    with pytest.raises(Refused):
        seal(edition, by=cast.olga.actor)
    sit(cast, edition, jury, jury[0])
    with pytest.raises(Refused):
        seal(edition, by=cast.olga.actor)
    sit(cast, edition, jury)
    assert seal(edition, by=cast.olga.actor)


def test_a_score_changed_behind_the_ranking_is_noticed(cast: Cast) -> None:
    edition = decided(cast)
    Score.objects.filter(pk=Score.objects.first().pk).update(value=1)
    with pytest.raises(Refused):
        seal(edition, by=cast.olga.actor)


def test_the_seal_is_the_hash_of_what_is_published_and_of_nothing_else(cast: Cast) -> None:
    edition = decided(cast)
    made = publish(seal(edition, by=cast.olga.actor).edition, by=cast.olga.actor)
    url = f"{made.get_absolute_url()}seal"
    content = cast.nobody.client.get(f"{url}.json").content
    assert hashlib.sha256(content).hexdigest() == Seal.objects.get().digest
    assert Seal.objects.get().digest in cast.nobody.client.get(f"{url}/").content.decode()
    facts = json.loads(content)
    assert facts["rules"]["criteria"][0]["name"] == "Innowacyjność"
    assert [one["place"] for one in facts["ranking"]] == [1, 1, 3]
    for name in ("Opoczn", "Pierwsza", "Mazur", "Lis", "Maria"):
        assert name not in content.decode(), "the published data tell nobody's name"


def test_anybody_ranks_the_published_scores_again_and_gets_the_same_places(cast: Cast) -> None:
    made = publish(seal(decided(cast), by=cast.olga.actor).edition, by=cast.olga.actor)
    response = cast.nobody.client.get(f"{made.get_absolute_url()}seal.csv")
    again = rank(read_scores(b"".join(response.streaming_content)))
    sealed = json.loads(Seal.objects.get().content)["ranking"]
    assert {one.entry: one.rank for one in again.entries} == {one["entry"]: one["place"] for one in sealed}


def test_until_the_gala_nobody_outside_sees_anything(cast: Cast) -> None:
    edition = decided(cast, announced_at=timezone.now() + dt.timedelta(days=1))
    made = publish(seal(edition, by=cast.olga.actor).edition, by=cast.olga.actor)
    for page in ("", "seal/", "seal.json", "seal.csv"):
        response = cast.nobody.client.get(f"{made.get_absolute_url()}{page}")
        assert response.status_code == (200 if page == "" else 404)
    assert "Pierwsza" not in cast.nobody.client.get(made.get_absolute_url()).content.decode()
    assert not Award.objects.announced().exists()
    Edition.objects.update(announced_at=timezone.now() - dt.timedelta(minutes=1))
    assert Award.objects.announced().count() == 2
    assert cast.nobody.client.get(f"{made.get_absolute_url()}seal/").status_code == 200


def test_without_another_word_the_embargo_ends_with_the_gala(cast: Cast) -> None:
    tomorrow = timezone.now() + dt.timedelta(days=1)
    gala = make_meeting(cast.ours, "Gala", starts_at=tomorrow, ends_at=tomorrow + dt.timedelta(hours=3))
    made = publish(seal(decided(cast, gala=gala), by=cast.olga.actor).edition, by=cast.olga.actor)
    assert made.announced_at == gala.ends_at and not Award.objects.announced().exists()


def test_after_the_seal_nothing_changes_and_a_correction_is_dated(cast: Cast) -> None:
    edition = seal(decided(cast), by=cast.olga.actor).edition
    before = Seal.objects.get().content
    award = edition.awards.first()
    with pytest.raises(Refused):
        take_award_back(award, by=cast.olga.actor)
    with pytest.raises(Refused):
        give_award(edition, award.entry, by=cast.olga.actor, kind="distinction", name="wyróżnienie")
    Entry.objects.filter(pk=award.entry_id).update(state="withdrawn")
    assert Seal.objects.get().content == before and edition.awards.count() == 2
    correct(edition, "Nazwa urzędu brzmi inaczej.", "Literówka w zgłoszeniu.", by=cast.olga.actor)
    publish(edition, by=cast.olga.actor)
    page = cast.nobody.client.get(f"{edition.get_absolute_url()}seal/").content.decode()
    assert "Nazwa urzędu brzmi inaczej." in page and "Olga Krawczyk" in page


def test_a_result_is_sealed_and_announced_only_once(cast: Cast) -> None:
    edition = decided(cast)
    seal(edition, by=cast.olga.actor)
    with pytest.raises(Refused):
        seal(edition, by=cast.olga.actor)
    publish(edition, by=cast.olga.actor)
    with pytest.raises(Refused):
        publish(edition, by=cast.olga.actor)


def test_the_fourth_statuette_brings_the_title_besides(cast: Cast) -> None:
    edition = decided(cast)
    name = edition.entries.first().organisation_name
    for year in (2017, 2018, 2019):
        earlier = make_edition(edition.contest, year, state="published")
        Award.objects.create(edition=earlier, name="Lider", organisation_name=name, name_key=key_of(name))
    seal(edition, by=cast.olga.actor)
    assert {one.times for one in edition.awards.filter(kind="laureate")} == {4}
    assert {one.name for one in edition.awards.filter(kind="title")} == {"Primus inter pares"}


def test_the_third_statuette_brings_no_title(cast: Cast) -> None:
    edition = decided(cast)
    name = edition.entries.first().organisation_name
    for year in (2018, 2019):
        earlier = make_edition(edition.contest, year, state="published")
        Award.objects.create(edition=earlier, name="Lider", organisation_name=name, name_key=key_of(name))
    seal(edition, by=cast.olga.actor)
    assert not edition.awards.filter(kind="title").exists()


def test_a_secret_vote_keeps_counts_alone_and_nobody_with_a_conflict_votes(cast: Cast) -> None:
    edition, entries, jury = judged(cast)
    members = dict.fromkeys(jury, "present")
    sitting = save_sitting(edition, None, members, by=cast.olga.actor, held_at=timezone.now())
    jury[1].conflicts.create(entry=entries[0], source="member", tie="work", strength="no_vote")
    options = {str(entries[0].pk): 1, str(entries[1].pk): 1}
    with pytest.raises(Refused):
        count_poll(sitting, "Kto?", options, entries[:2], is_secret=True, by=cast.olga.actor)
    options = {str(entries[0].pk): 0, str(entries[1].pk): 1}
    poll = count_poll(sitting, "Kto?", options, entries[:2], is_secret=True, by=cast.olga.actor)
    assert poll.result["order"][0][:2] == [str(entries[1].pk), 1]


def test_a_motion_that_is_tied_stays_tied(cast: Cast) -> None:
    edition, _entries, jury = judged(cast)
    sitting = save_sitting(
        edition, None, dict.fromkeys(jury, "present"), by=cast.olga.actor, held_at=timezone.now()
    )
    poll = count_poll(sitting, "Dwie nagrody?", {"yes": 1, "no": 1}, [], is_secret=False, by=cast.olga.actor)
    assert poll.result == {"outcome": "tied"}
    with pytest.raises(Refused):
        count_poll(sitting, "Jeszcze?", {"yes": 3, "no": 0}, [], is_secret=False, by=cast.olga.actor)


def test_the_whole_verdict_is_written_in_the_browser(cast: Cast) -> None:
    edition, entries, jury = judged(cast)
    url, client = f"/editions/{edition.pk}/", cast.olga.client
    sent = {"held_at": "2030-09-10T12:00", "form": "room", "place": "Warszawa", "course": "Omówiono wyniki."}
    client.post(f"{url}sittings/new/", sent | {f"attendance-{one.pk}": "present" for one in jury})
    sitting = edition.sittings.get()
    vote = {"question": "Dwie nagrody ex aequo?", "yes": "2", "no": "0", "blank": "0"}
    assert client.post(f"{url}sittings/{sitting.pk}/vote/", vote).status_code == 302
    client.post(f"{url}sittings/{sitting.pk}/closing/")
    award = {"kind": "laureate", "name": "Lider 2030", "is_ex_aequo": "on", "reason": ""}
    category = entries[0].category_id
    for entry in entries[:2]:
        client.post(f"{url}awards/{category}/", award | {"entry": str(entry.pk)})
    for page in ("verdict/", f"awards/{category}/", f"sittings/{sitting.pk}/", "sealing/"):
        assert client.get(url + page).status_code == 200
    client.post(f"{url}sealing/")
    client.post(f"{url}publication/")
    edition.refresh_from_db()
    assert edition.state == "published"
    assert client.get(f"{url}verdict/").status_code == 200


def test_the_chair_writes_the_verdict_by_codes_and_does_not_seal(cast: Cast) -> None:
    edition, entries, _jury = judged(cast)
    page = cast.jurek.client.get(f"/editions/{edition.pk}/awards/{entries[0].category_id}/").content.decode()
    assert entries[0].code in page and "Pierwsza" not in page
    assert cast.jurek.client.get(f"/editions/{edition.pk}/sealing/").status_code == 403
    assert cast.jurek.client.post(f"/editions/{edition.pk}/publication/").status_code == 403


def key_of(name: str) -> str:
    """As awards keep names for comparing."""
    return fold(name)
