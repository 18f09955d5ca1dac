"""Which entries mean one addressee, and how somebody can be reached."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoiwo.meetings.rules.guests import Identity, Trouble, channel_of, find_repeated

ADAM = Identity("adam@gmina.example.org", "Adam Kozioł", "Gmina Leoncin", "wójt")
WAYS = {"email": "", "phone": "", "e_delivery": "", "street": "", "postcode": "", "town": ""}
TEXTS = st.sampled_from(["", "a", "A", "b"])
PEOPLE = st.lists(st.builds(Identity, *[TEXTS] * 6), max_size=12)


@pytest.mark.parametrize(
    ("other", "trouble"),
    [
        (ADAM, Trouble.DUPLICATE),
        (Identity("ADAM@gmina.example.org", "adam koziol"), Trouble.DUPLICATE),
        (Identity("adam@gmina.example.org"), Trouble.DUPLICATE),  # the mailbox alone
        (Identity("", "Adam Kozioł", "GMINA LEONCIN"), Trouble.DUPLICATE),
        (Identity("a.koziol@example.org", "Adam Kozioł", "„Gmina Leoncin”"), Trouble.DUPLICATE),
        (Identity("adam@gmina.example.org", "Ewa Nowak", "Gmina Leoncin"), Trouble.SHARED_MAILBOX),
        (Identity("adam@gmina.example.org", "", "Gmina Leoncin", "sekretarz"), Trouble.SHARED_MAILBOX),
        (Identity("", "Adam Kozioł", "Gmina Czosnów"), None),
        (Identity("", "", "Gmina Leoncin", "wójt"), None),  # nobody says that it is he
        (Identity("", "Adam Kozioł"), None),
    ],
)
def test_a_second_entry_is_the_same_shares_the_mailbox_or_is_another(
    other: Identity, trouble: Trouble | None
) -> None:
    expected = {} if trouble is None else {1: (0, trouble)}
    assert find_repeated([ADAM, other]) == expected


def test_bodies_of_one_name_in_two_villages_are_two() -> None:
    osp = "Ochotnicza Straż Pożarna"
    people = [
        Identity(organisation=osp, town="Leoncin"), Identity(organisation=osp, town="Nasielsk"),
        Identity(organisation=osp, town="LEONCIN"), Identity(organisation=osp, function="prezes", town="Leoncin"),
    ]  # fmt: skip
    assert find_repeated(people) == {2: (0, Trouble.DUPLICATE)}


def test_a_mailbox_of_a_secretariat_is_told_once_for_each_after_the_first() -> None:
    people = [Identity("urzad@example.org", name) for name in ("Adam Lis", "Ewa Lis", "Jan Lis", "Ewa Lis")]
    assert find_repeated(people) == {
        1: (0, Trouble.SHARED_MAILBOX), 2: (0, Trouble.SHARED_MAILBOX), 3: (1, Trouble.DUPLICATE),
    }  # fmt: skip


@given(PEOPLE)
def test_what_is_left_holds_no_duplicates_and_they_point_to_what_is_left(people: list[Identity]) -> None:
    found = find_repeated(people)
    repeated = {place for place, match in found.items() if match.trouble == Trouble.DUPLICATE}
    left = [place for place in range(len(people)) if place not in repeated]
    assert all(match.earlier < place and match.earlier in left for place, match in found.items())
    again = find_repeated([people[place] for place in left])
    assert Trouble.DUPLICATE not in {match.trouble for match in again.values()}


@given(PEOPLE)
def test_a_list_read_twice_repeats_itself_wherever_somebody_can_be_told(people: list[Identity]) -> None:
    known = [person for person in people if person.email or person.organisation]
    found = find_repeated([*known, *known])
    assert all(found[len(known) + place].trouble == Trouble.DUPLICATE for place in range(len(known)))


@pytest.mark.parametrize(
    ("asked", "ways", "expected"),
    [
        ("", {"email": "a@b.pl", "phone": "1"}, ("email", None)),
        ("phone", {"email": "a@b.pl", "phone": "1"}, ("phone", None)),
        ("letter", {"email": "a@b.pl", "town": "Płock"}, ("email", Trouble.CHANNEL_CLOSED)),
        ("", {"street": "Polna 1", "town": "Płock"}, ("letter", None)),
        ("", {"postcode": "05-155", "town": "Leoncin"}, ("letter", None)),
        ("", {"phone": "1", "e_delivery": "AE"}, ("e_delivery", None)),
        ("", {"e_delivery": "AE", "street": "Polna 1", "town": "Płock"}, ("letter", None)),
        ("", {"town": "Płock"}, ("", Trouble.UNREACHABLE)),
        ("email", {}, ("", Trouble.UNREACHABLE)),
    ],
)
def test_the_channel_asked_for_is_taken_where_it_is_open(asked: str, ways: dict, expected: tuple) -> None:
    assert channel_of(asked, **WAYS | ways) == expected
