"""Votes from the first draft to the published file: who may, what is hidden, what is counted, what anybody can count again."""

import json
import shlex
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from uuid import uuid4

import pytest
from django.test import Client

from spoiwo import tally, trail
from spoiwo.audit.models import Entry
from spoiwo.workshops.actions import halls
from spoiwo.workshops.actions.votes import close_vote, publish_vote
from spoiwo.workshops.models import Ballot, Hall, Option, Slip, Step, Vote
from spoiwo.workshops.permissions import vote_verbs
from spoiwo.workshops.queries.votes import chosen_of
from tests.cast import Cast
from tests.make import make_meeting, make_proposal, make_series, make_step, make_vote
from tests.world import NOON

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def hall(cast: Cast) -> Hall:
    return halls.open_hall(make_meeting(cast.ours), by=cast.ewa.actor)


@pytest.fixture
def step(hall: Hall, cast: Cast) -> Step:
    made = make_step(hall.meeting, "Głosowanie", kind="vote", form="", method="points", budget=10, seats=4)
    halls.move_hall(hall, by=cast.ewa.actor, at=NOON, step=made)
    made.refresh_from_db()
    return made


def slips(hall: Hall, cast: Cast, count: int) -> list[Slip]:
    return halls.make_slips(hall, count, by=cast.ewa.actor)


def marks(vote: Vote, values: Iterable[object]) -> dict[str, str]:
    """What a form sends: values in the order of the ballot, None for a field left alone."""
    options = vote.options.order_by("order")
    pairs = zip(options, values, strict=True)
    return {f"mark-{option.pk}": str(value) for option, value in pairs if value is not None}


def send(vote: Vote, slip: Slip, values: Iterable[object], **more: str) -> int:
    posted = {"nonce": str(uuid4()), **marks(vote, values), **more}
    return Client().post(f"/w/{slip.code}/ballot/{vote.pk}/", posted).status_code


def terms(**fields: object) -> dict[str, object]:
    return {
        "title": "Które projekty?",
        "method": "points",
        "budget": 10,
        "seats": 2,
        "seed": "7 7 7",
    } | fields


def test_a_vote_begins_with_what_its_step_says_and_the_proposals_of_the_cycle_so_far(cast: Cast) -> None:
    first, second, third = (
        make_meeting(cast.ours, f"Warsztat {n}", starts_at=NOON.replace(day=n)) for n in (1, 2, 3)
    )
    make_series(cast.ours, first, second, third)
    early = make_proposal(make_step(first, form="proposal"), "Szlak rowerowy")
    gone = make_proposal(make_step(first, form="proposal"), "Wycofany", state="withdrawn")
    late = make_proposal(make_step(third, form="proposal"), "Z przyszłości")
    step = make_step(second, kind="vote", form="", method="approval", seats=3)
    page = cast.ewa.client.get(f"/meetings/{second.pk}/steps/{step.pk}/votes/new/")
    text = page.content.decode()
    assert f'name="p{early.pk}" value="1" checked' in text
    assert f'name="p{gone.pk}"' not in text and f'name="p{late.pk}"' not in text
    assert page.context["form"].initial["method"] == "approval"
    assert page.context["form"].initial["seats"] == 3
    assert len(page.context["form"].initial["seed"]) == 14


def test_a_prepared_vote_can_be_changed_and_an_open_one_cannot(step: Step, cast: Cast) -> None:
    url = f"/meetings/{step.meeting_id}/steps/{step.pk}/votes/new/"
    answer = cast.ewa.client.post(url, terms(o0="Szlak  rowerowy", o1="Targ"))
    vote = step.votes.get()
    assert answer["Location"] == f"/votes/{vote.pk}/"
    assert [option.title for option in vote.options.all()] == ["Szlak rowerowy", "Targ"]
    cast.ewa.client.post(
        f"/votes/{vote.pk}/edit/", terms(o0="Szlak", o1="Targ", o2="Żłobek", title="Inaczej")
    )
    vote.refresh_from_db()
    assert (vote.title, vote.options.count()) == ("Inaczej", 3)
    cast.ewa.client.post(f"/votes/{vote.pk}/opening/")
    cast.ewa.client.post(f"/votes/{vote.pk}/edit/", terms(o0="Co innego", o1="Targ"))
    vote.refresh_from_db()
    assert (vote.state, vote.options.count()) == ("open", 3)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"o0": "Targ", "o1": "TARG"}, "Tell them apart"),
        ({"method": "shares", "o0": "Targ", "o1": "Szlak"}, "id_shared_budget"),
        ({"method": "score", "low": 5, "high": 5, "o0": "Targ"}, "above the lowest"),
        ({"most_per_option": 11, "o0": "Targ", "o1": "Szlak"}, "so many points"),
        ({"budget": "dużo", "o0": "Targ"}, "id_budget"),
        ({"o0": "Targ", "o0-cost": "tysiąc"}, "is-wrong"),
        ({"title": "", "o0": "Targ"}, "id_title"),
    ],
)
def test_a_mistake_in_the_terms_is_told_at_its_place_and_nothing_typed_is_lost(
    fields: dict[str, object], words: str, step: Step, cast: Cast
) -> None:
    url = f"/meetings/{step.meeting_id}/steps/{step.pk}/votes/new/"
    page = cast.ewa.client.post(url, terms(**fields), headers={"accept-language": "en"})
    assert page.status_code == 422
    assert words in page.content.decode() and "Targ" in page.content.decode()
    assert not step.votes.exists()


def test_terms_of_another_method_are_neither_asked_nor_kept(step: Step, cast: Cast) -> None:
    url = f"/meetings/{step.meeting_id}/steps/{step.pk}/votes/new/"
    cast.ewa.client.post(url, terms(method="approval", budget="dużo", low="x", o0="Targ", o1="Szlak"))
    assert step.votes.get().budget == 10


def test_one_vote_at_a_time_is_open_in_a_step_and_none_is_opened_again(step: Step, cast: Cast) -> None:
    first, second = make_vote(step, state="prepared"), make_vote(step, state="prepared")
    for vote in (first, second):
        cast.ewa.client.post(f"/votes/{vote.pk}/opening/")
    assert [vote.state for vote in step.votes.order_by("pk")] == ["open", "prepared"]
    cast.ewa.client.post(f"/votes/{first.pk}/closing/")
    again = cast.ewa.client.post(
        f"/votes/{first.pk}/opening/", follow=True, headers={"accept-language": "en"}
    )
    assert "never opened again" in again.content.decode()
    first.refresh_from_db()
    assert first.state == "closed"


@pytest.mark.parametrize(
    ("fields", "titles"),
    [({}, ["Jedna"]), ({"method": "shares", "shared_budget": 100}, ["Targ", "Szlak"])],
)
def test_a_vote_without_a_choice_or_without_costs_is_not_opened(
    fields: dict[str, object], titles: list[str], step: Step, cast: Cast
) -> None:
    vote = make_vote(step, *titles, state="prepared", **fields)
    cast.ewa.client.post(f"/votes/{vote.pk}/opening/")
    vote.refresh_from_db()
    assert vote.state == "prepared"


def test_the_seed_is_on_the_page_and_on_the_screen_before_the_vote(
    step: Step, hall: Hall, cast: Cast
) -> None:
    vote = make_vote(step, state="prepared", seed="4821 7390 1156")
    halls.move_hall(hall, by=cast.ewa.actor, at=NOON, screen="work")
    assert "4821 7390 1156" in Client().get(f"/screen/{hall.screen_secret}/").content.decode()
    assert "4821 7390 1156" in cast.bartek.client.get(f"/votes/{vote.pk}/").content.decode()


def test_while_a_vote_is_open_no_page_tells_how_it_stands(step: Step, hall: Hall, cast: Cast) -> None:
    vote = make_vote(step, "Szlak", "Targ", budget=32_765)
    voters = slips(hall, cast, 3)
    for slip in voters[:2]:
        send(vote, slip, [14_321, 13_337])
    addresses = [
        (cast.ewa.client, f"/votes/{vote.pk}/"),
        (cast.ewa.client, f"/votes/{vote.pk}/paper/"),
        (cast.ewa.client, f"/meetings/{hall.meeting_id}/hall/"),
        (cast.ewa.client, f"/meetings/{hall.meeting_id}/steps/"),
        (cast.ewa.client, f"/meetings/{hall.meeting_id}/steps/{step.pk}/"),
        (cast.ewa.client, f"/meetings/{hall.meeting_id}/"),
        (cast.adam.client, f"/votes/{vote.pk}/"),
        (Client(), f"/screen/{hall.screen_secret}/"),
        (Client(), f"/w/{voters[0].code}/"),
        (Client(), f"/w/{voters[2].code}/"),
        (Client(), f"/pulse/{hall.pulse}/"),
    ]
    for client, url in addresses:
        page = client.get(url)
        assert page.status_code == 200, url
        told = page.content.decode().replace("\u00a0", "").replace(" ", "")
        for secret in ("14321", "13337", "28642", "26674"):
            assert secret not in told, url
    assert "2" in Client().get(f"/screen/{hall.screen_secret}/").content.decode()
    for name in ("tie/", "casting/", "ballots.csv", "ballots.pb"):
        assert cast.ewa.client.get(f"/votes/{vote.pk}/{name}").status_code == 404
    vote.refresh_from_db()
    assert vote.results == {}
    assert "14321" not in str(list(Entry.objects.values()))


def test_ballots_and_slips_cannot_be_joined(step: Step, hall: Hall, cast: Cast) -> None:
    vote = make_vote(step)
    for number, slip in enumerate(slips(hall, cast, 8)):
        send(vote, slip, [number, 10 - number])
    fields = {field.name for field in Ballot._meta.get_fields()}
    assert fields == {"key", "vote", "via", "marks"}
    assert {slip.first_used_at for slip in hall.meeting.slips.all()} == {vote.opened_at}
    before = set(Ballot.objects.values_list("key", flat=True))
    close_vote(vote, by=cast.ewa.actor, at=NOON)
    assert not before & set(Ballot.objects.values_list("key", flat=True))
    told = cast.ewa.client.get(f"/votes/{vote.pk}/ballots.csv").content.decode().splitlines()[1:]
    firsts = [row.split(",")[2] for row in told if "Szlak" in row]
    written = [number for number in firsts if number]
    assert written == sorted(written) == list("1234567")


ROWS: dict[str, tuple[dict[str, object], list[list[object]]]] = {
    "points": ({}, [[7, 3, None], [0, 4, 6], [5, 5, None], [None, None, None]]),
    "approval": ({}, [[1, None, 1], [None, 1, 1], [None, None, 1]]),
    "score": ({"low": 0, "high": 5}, [[5, 4, ""], [3, 3, 1], [2, "", 0]]),
    "borda": ({}, [[1, 2, 3], [2, 1, 3], [1, None, 2]]),
    "schulze": ({}, [[1, 2, 3], [2, 3, 1], [3, 1, 2], [1, 2, 3]]),
    "motion": ({"quorum_percent": 2}, [[1], [0], [2], [1]]),
    "shares": ({"shared_budget": 1000}, [[1, None, 1], [1, 1, None], [None, None, 1]]),
}


def recounted(client: Client, vote: Vote, folder: Path) -> dict:
    """What the command that the page names prints over the file that the page offers."""
    page = client.get(f"/votes/{vote.pk}/")
    words = shlex.split(page.context["recount"])
    name = words[2]
    (folder / name).write_bytes(client.get(f"/votes/{vote.pk}/{name}").content)
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        env=_environment(),
    )
    return json.loads(done.stdout)


def _environment() -> dict[str, str]:
    return {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "PYTHONIOENCODING": "utf-8"}


@pytest.mark.parametrize("method", list(ROWS))
def test_everybody_who_has_the_published_file_counts_the_same(
    method: str, step: Step, hall: Hall, cast: Cast, tmp_path: Path
) -> None:
    fields, rows = ROWS[method]
    titles = ["Szlak", "Targ", "Żłobek, nowy"][: len(rows[0])]
    vote = make_vote(step, *titles, method=method, seats=1, **fields)
    vote.options.update(cost=400)
    for slip, row in zip(slips(hall, cast, len(rows)), rows, strict=True):
        assert send(vote, slip, row, blank="1") == 302
    close_vote(vote, by=cast.ewa.actor, at=NOON)
    vote.refresh_from_db()
    publish_vote(vote, True, by=cast.ewa.actor, at=NOON)
    told = recounted(Client(), vote, tmp_path)
    names = dict(vote.options.values_list("pk", "title"))
    if method == "shares":
        called = tally.read_instance((tmp_path / "ballots.pb").read_bytes()).names
        number_of = {title: number for number, title in called.items()}
        names = {pk: number_of[title] for pk, title in names.items()}
    kept = {names[pk]: (_float(total), rank) for pk, total, rank in vote.results["standings"]}
    assert {one["option"]: (one["total"], one["rank"]) for one in told["results"]} == kept
    if method == "shares":
        assert told["funded"] == [names[pk] for pk in vote.results["funded"]]
    if method == "motion":
        assert told["results"][0]["outcome"] == vote.results["verdicts"][0][4] == "adopted"


def _float(total: int | str | None) -> float | None:
    if isinstance(total, str):
        above, below = total.split("/")
        return int(above) / int(below)
    return total


def test_a_result_is_public_while_it_is_published_and_hidden_again_afterwards(
    step: Step, hall: Hall, cast: Cast
) -> None:
    vote = make_vote(step)
    send(vote, slips(hall, cast, 1)[0], [6, 4])
    for name in ("", "ballots.csv"):
        assert Client().get(f"/votes/{vote.pk}/{name}").status_code == 404
    close_vote(vote, by=cast.ewa.actor, at=NOON)
    assert Client().get(f"/votes/{vote.pk}/").status_code == 404
    assert cast.bartek.client.post(f"/votes/{vote.pk}/publication/", {"published": "1"}).status_code == 403
    cast.ewa.client.post(f"/votes/{vote.pk}/publication/", {"published": "1"})
    assert "Szlak" in Client().get(f"/votes/{vote.pk}/").content.decode()
    assert Client().get(f"/votes/{vote.pk}/ballots.csv").status_code == 200
    cast.ewa.client.post(f"/votes/{vote.pk}/publication/", {"published": "0"})
    assert Client().get(f"/votes/{vote.pk}/").status_code == 404


@pytest.mark.parametrize("player", ["nobody", "anna", "bartek", "celina", "dorota", "ewa", "roman", "adam"])
def test_view_is_among_the_verbs_exactly_when_the_vote_is_in_the_query(
    player: str, step: Step, cast: Cast
) -> None:
    make_vote(step)
    published = make_vote(step, state="closed", published_at=NOON)
    actor = getattr(cast, player).actor
    seen = set(Vote.objects.visible_to(actor))
    assert published in seen
    for vote in Vote.objects.all():
        can = vote_verbs(actor, partnership_id=cast.ours.pk, is_published=vote.published_at is not None)
        assert ("view" in can) == (vote in seen)


def test_without_the_quorum_nothing_is_chosen(step: Step, hall: Hall, cast: Cast) -> None:
    vote = make_vote(step, quorum_percent=50, entitled=4)
    one, two = slips(hall, cast, 2)
    send(vote, one, [6, 4])
    close_vote(vote, by=cast.ewa.actor, at=NOON)
    vote.refresh_from_db()
    assert chosen_of(vote) == []
    other = make_vote(step, quorum_percent=50, entitled=4, seats=1)
    send(other, one, [6, 4])
    send(other, two, [6, 4])
    close_vote(other, by=cast.ewa.actor, at=NOON)
    other.refresh_from_db()
    assert [option.title for option in chosen_of(other)] == ["Szlak"]


def test_cards_are_begun_once_from_what_was_chosen_and_lead_back(step: Step, hall: Hall, cast: Cast) -> None:
    vote = make_vote(step, "Szlak", "Targ", seats=1)
    proposal = make_proposal(
        make_step(hall.meeting, form="proposal"),
        "Szlak",
        problem="Brak tras",
        what="Wytyczyć",
        what_is_needed="Zgody",
    )
    Option.objects.filter(vote=vote, title="Szlak").update(proposal=proposal, cost=12_000)
    send(vote, slips(hall, cast, 1)[0], [10, 0])
    close_vote(vote, by=cast.ewa.actor, at=NOON)
    for _press in range(2):
        assert cast.ewa.client.post(f"/votes/{vote.pk}/cards/").status_code == 302
    card = cast.ours.concept_cards.get()
    assert (card.title, card.problem, card.actions, card.needs) == ("Szlak", "Brak tras", "Wytyczyć", "Zgody")
    assert card.costs.get().amount == 12_000
    origins, _results = trail.around(card, cast.ewa.actor)
    assert {one.label for one in origins} == {"Szlak", "Które projekty?"}
    assert cast.bartek.client.post(f"/votes/{vote.pk}/cards/").status_code == 403


@pytest.mark.parametrize("name", ["edit", "tie", "casting", "paper", "paper.pdf"])
def test_another_partnership_finds_none_of_it(name: str, step: Step, cast: Cast) -> None:
    vote = make_vote(step, state="prepared")
    address = f"/votes/{vote.pk}/{name}" + ("" if "." in name else "/")
    assert cast.celina.client.get(address).status_code == 404
    for verb in ("opening", "closing", "publication", "cards", "removal"):
        assert cast.celina.client.post(f"/votes/{vote.pk}/{verb}/").status_code == 404
        assert cast.bartek.client.post(f"/votes/{vote.pk}/{verb}/").status_code == 403
    theirs = make_step(make_meeting(cast.theirs), kind="vote", form="")
    assert cast.ewa.client.get(f"/meetings/{step.meeting_id}/steps/{theirs.pk}/votes/new/").status_code == 404
