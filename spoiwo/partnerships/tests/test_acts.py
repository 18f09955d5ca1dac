"""Recording acts: what is written, what is refused, who is told."""

import datetime as dt
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from spoiwo.files.models import StoredFile
from spoiwo.kit.request import Refused
from spoiwo.mail.models import Letter
from spoiwo.partnerships.actions.acts import Deed, add_party, record_act, remove_party
from spoiwo.partnerships.models import Act, Agreement, Party
from spoiwo.partnerships.queries.agreements import agreement_on, with_acts
from spoiwo.partnerships.rules import ActKind, DateRule, Effect, Standing, State
from tests.cast import Cast
from tests.make import make_agreement, make_mandate, make_organisation, make_party, make_person

OPENED = dt.date(2024, 9, 18)


def on(agreement: Agreement, day: dt.date) -> Any:
    return agreement_on(with_acts(Agreement.objects.filter(pk=agreement.pk)).get(), day)


def sign(party: Party, cast: Cast, day: dt.date = OPENED, **more: Any) -> Act:
    return record_act(party, Deed(kind=ActKind.SIGNED, done_on=day, **more), by=cast.anna.actor)


def test_signatures_are_collected_one_by_one_until_the_agreement_is_in_force(cast: Cast) -> None:
    agreement = make_agreement(cast.ours, effect=Effect.LAST_SIGNATURE)
    first, second = make_party(agreement), make_party(agreement)
    sign(first, cast)
    assert on(agreement, OPENED).state == State.SIGNED_BY_SOME
    assert [line.party for line in on(agreement, OPENED).missing] == [second]
    sign(second, cast, dt.date(2024, 10, 2))
    assert on(agreement, dt.date(2024, 10, 1)).state == State.SIGNED_BY_SOME
    assert on(agreement, dt.date(2024, 10, 2)).state == State.IN_FORCE


def test_an_act_before_the_agreement_is_refused_at_its_day(cast: Cast) -> None:
    party = make_party(make_agreement(cast.ours))
    with pytest.raises(Refused) as refused:
        sign(party, cast, dt.date(2024, 9, 17))
    assert (refused.value.field, Act.objects.count()) == ("done_on", 0)


def test_a_withdrawal_of_a_body_that_is_no_party_is_refused(cast: Cast) -> None:
    party = make_party(make_agreement(cast.ours))
    with pytest.raises(Refused) as refused:
        record_act(party, Deed(kind=ActKind.WITHDREW, done_on=dt.date(2025, 1, 1)), by=cast.anna.actor)
    assert refused.value.field == "kind"


def test_two_parties_with_one_tax_number_are_refused_and_the_other_is_named(cast: Cast) -> None:
    agreement = make_agreement(cast.ours)
    absorbed = make_organisation("Spółka Nowa")
    add_party(
        agreement,
        make_organisation("Spółka Stara", nip="5311666222", merged_into=absorbed),
        by=cast.anna.actor,
    )
    with pytest.raises(Refused, match="Spółka Stara") as refused:
        add_party(agreement, make_organisation("Spółka Stara bis", nip="5311666222"), by=cast.anna.actor)
    assert refused.value.field == "organisation"


def test_the_day_that_counts_follows_the_rule_of_the_agreement(cast: Cast) -> None:
    party = make_party(make_agreement(cast.ours, date_rule=DateRule.RECEIPT))
    with pytest.raises(Refused) as refused:
        sign(party, cast)
    assert refused.value.field == "received_on"
    act = sign(party, cast, received_on=dt.date(2024, 9, 30))
    assert act.counts_on == dt.date(2024, 9, 30)


def test_a_mandate_that_had_ended_is_flagged_and_the_act_is_still_recorded(cast: Cast) -> None:
    party = make_party(make_agreement(cast.ours))
    mandate = make_mandate(party.organisation, "Wójt", until=dt.date(2024, 5, 1))
    act = sign(party, cast, mandate=mandate)
    assert (act.is_mandate_held, act.signatory) == (False, "Wójt")


def test_pressing_twice_records_once(cast: Cast) -> None:
    party = make_party(make_agreement(cast.ours))
    deed = Deed(kind=ActKind.SIGNED, done_on=OPENED)
    assert record_act(party, deed, by=cast.anna.actor) == record_act(party, deed, by=cast.anna.actor)
    assert Act.objects.count() == 1


def test_a_correction_keeps_the_mistaken_act_and_changes_what_counts(cast: Cast) -> None:
    agreement = make_agreement(cast.ours)
    party = make_party(agreement)
    mistaken = sign(party, cast)
    deed = Deed(kind=ActKind.SIGNED, done_on=dt.date(2024, 10, 1), corrects=mistaken)
    record_act(party, deed, by=cast.anna.actor)
    assert Act.objects.count() == 2
    assert on(agreement, dt.date(2024, 9, 30)).parties == []
    assert [line.since for line in on(agreement, dt.date(2024, 10, 1)).parties] == [dt.date(2024, 10, 1)]
    with pytest.raises(Refused):
        record_act(party, Deed(kind=ActKind.VOIDED, done_on=OPENED, corrects=mistaken), by=cast.anna.actor)


def test_a_party_cannot_correct_another_partys_act(cast: Cast) -> None:
    agreement = make_agreement(cast.ours)
    act = sign(make_party(agreement), cast)
    with pytest.raises(Refused):
        record_act(
            make_party(agreement), Deed(kind=ActKind.VOIDED, done_on=OPENED, corrects=act), by=cast.anna.actor
        )


def test_a_successor_becomes_a_party_and_the_predecessor_stays_in_history(cast: Cast) -> None:
    agreement = make_agreement(cast.ours)
    old = make_party(agreement, make_organisation("Gimnazjum nr 1"))
    sign(old, cast)
    heir = make_organisation("Szkoła Podstawowa nr 7")
    deed = Deed(kind=ActKind.SUCCEEDED, done_on=dt.date(2025, 9, 1), successor=heir)
    record_act(old, deed, by=cast.anna.actor)
    now = on(agreement, dt.date(2025, 9, 1))
    assert [line.party.organisation for line in now.parties] == [heir]
    assert [(line.standing, line.successor.organisation) for line in now.former] == [
        (Standing.SUCCEEDED, heir)
    ]
    before = on(agreement, dt.date(2025, 8, 31))
    assert [line.party.name_then for line in before.lines] == ["Gimnazjum nr 1"]


def test_every_party_with_an_address_is_told_of_an_act_and_the_letters_leave(
    cast: Cast, mailoutbox: list
) -> None:
    agreement = make_agreement(cast.ours)
    told = make_party(agreement, make_organisation("Gmina Leoncin", email="urzad@leoncin.example"))
    sign(told, cast)
    mailoutbox.clear()
    sign(make_party(agreement, make_organisation("Bez adresu")), cast)
    assert [message.to for message in mailoutbox] == [["urzad@leoncin.example"]]
    assert set(Letter.objects.values_list("state", flat=True)) == {"sent"}


def test_the_representative_is_written_to_with_their_salutation(cast: Cast, mailoutbox: list) -> None:
    agreement = make_agreement(cast.ours)
    body = make_organisation("Gmina Leoncin", email="urzad@leoncin.example")
    person = make_person(book=cast.ours.book, email="wojt@leoncin.example")
    mandate = make_mandate(body, "Wójt", person=person, salutation="Szanowny Panie Wójcie")
    sign(make_party(agreement, body, representative=mandate), cast)
    assert mailoutbox[-1].to == ["wojt@leoncin.example"]
    assert "Szanowny Panie Wójcie," in mailoutbox[-1].body


def test_an_uploaded_scan_is_kept_with_its_hash(cast: Cast) -> None:
    file = SimpleUploadedFile("../../skan umowy.png", b"\x89PNG\r\n\x1a\n" + b"0" * 40, "text/html")
    agreement = make_agreement(
        cast.ours, case_mark="PL.0031.2.2024", archive_class="0031", archive_category="A"
    )
    act = sign(make_party(agreement), cast, file=file)
    stored = StoredFile.objects.get()
    assert (stored.case_mark, stored.archive_class, stored.archive_category) == (
        "PL.0031.2.2024",
        "0031",
        "A",
    )
    assert (act.file, stored.name, stored.kind, len(stored.sha256)) == (
        stored,
        "skan umowy.png",
        "image/png",
        64,
    )
    assert ".." not in stored.content.name


def test_a_refused_act_leaves_no_file_behind(cast: Cast) -> None:
    file = SimpleUploadedFile("a.png", b"\x89PNG\r\n\x1a\n" + b"0" * 40)
    with pytest.raises(Refused):
        sign(make_party(make_agreement(cast.ours)), cast, dt.date(2020, 1, 1), file=file)
    assert StoredFile.objects.count() == 0


def test_a_body_with_an_act_cannot_be_taken_off_the_list(cast: Cast) -> None:
    agreement = make_agreement(cast.ours)
    party = make_party(agreement)
    sign(party, cast)
    with pytest.raises(Refused):
        remove_party(party, by=cast.anna.actor)
    idle = make_party(agreement)
    remove_party(idle, by=cast.anna.actor)
    assert list(agreement.parties.all()) == [party]


def test_an_act_is_weighed_against_what_another_clerk_recorded_meanwhile(cast: Cast) -> None:
    agreement = make_agreement(cast.ours)
    party = make_party(agreement)
    sign(party, cast)
    loaded_before = with_acts(Agreement.objects.filter(pk=agreement.pk)).get()
    stale = loaded_before.parties.get(pk=party.pk)
    record_act(party, Deed(kind=ActKind.WITHDREW, done_on=dt.date(2025, 1, 1)), by=cast.anna.actor)
    with pytest.raises(Refused):
        record_act(stale, Deed(kind=ActKind.EXCLUDED, done_on=dt.date(2025, 2, 1)), by=cast.dorota.actor)
    assert Act.objects.count() == 2
