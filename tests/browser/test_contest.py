"""A whole edition of a contest, from its rules to the gala, played with several browsers.

The secretary founds it; entrants write, one on two devices at once; 120 entries are checked by two people, one is
corrected and one rejected; 24 jurors confirm their conflicts, read blind copies and score; two entries tie for the first
place; the commission's minutes, the seal, the embargo, diplomas, the announcement and the laureate's consent follow.
"""

import datetime as dt
import hashlib
import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from spoiwo.contests.actions.assignment import add_reading
from spoiwo.contests.actions.history import record_laureate
from spoiwo.contests.models import Award, Contest, Edition, Entry, Reading, Seal
from spoiwo.kit.actor import SYSTEM
from spoiwo.mail.models import Letter
from spoiwo.places.actions import load_shipped_register
from tests.browser.contest_parts import appoint, best_two, check_all, enter_many, points_of, score_all
from tests.cast import Cast

WIDE = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 800}, "has_touch": True}
ENTRIES, JURORS = 120, 24
OFFICE = "Powiatowy Urząd Pracy w Opocznie"
Open = Callable[..., Page]


@pytest.fixture
def prepared(cast: Cast) -> Cast:
    """The register of places."""
    load_shipped_register(by=SYSTEM)
    return cast


def test_an_edition_from_its_rules_to_the_gala(prepared: Cast, open_as: Open, live_server: Any) -> None:
    desk = open_as(prepared.olga, **WIDE)
    complaints: list[str] = []
    desk.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    edition = write_the_rules(desk)
    enter(open_as, edition)
    for category, count in zip(edition.categories.all(), (ENTRIES // 2 - 1, ENTRIES // 2), strict=True):
        enter_many(category, count)
    check_formally(desk, open_as, prepared, edition)
    appoint_the_commission(desk, open_as, prepared, edition)
    make_blind(desk, edition)
    assign(desk, prepared, edition)
    score(open_as, prepared, edition)
    deliberate(desk, edition)
    seal_and_keep_quiet(desk, open_as, edition)
    announce(desk, open_as, edition)
    assert complaints == []


def write_the_rules(desk: Page) -> Edition:
    """A contest, its edition with two categories, their forms, criteria and points, and the opening that freezes them."""
    desk.goto("/contests/new/")
    desk.fill("input[name=name]", "Lider aktywizacji osób młodych")
    desk.fill("input[name=title_after]", "4")
    desk.fill("input[name=title_name]", "Primus inter pares")
    save(desk)
    contest = Contest.objects.get()
    desk.goto(f"{contest.get_absolute_url()}new/")
    desk.fill("input[name=year]", "2030")
    desk.fill("input[name=name]", "Lider 2030")
    save(desk)
    edition = contest.editions.get()
    url, now = f"/editions/{edition.pk}/", timezone.localtime()
    desk.goto(f"{url}settings/")
    desk.fill("textarea[name=rules_text]", "§ 1. Konkurs jest otwarty dla instytucji rynku pracy.")
    desk.fill("input[name=opens_at]", f"{now - dt.timedelta(days=1):%Y-%m-%dT%H:%M}")
    desk.fill("input[name=closes_at]", f"{now + dt.timedelta(days=30):%Y-%m-%dT%H:%M}")
    save(desk)
    for name in ("Publiczne instytucje rynku pracy", "Agencje zatrudnienia"):
        desk.goto(f"{url}categories/new/")
        desk.fill("input[name=name]", name)
        desk.fill("input[name=laureates]", "1")
        save(desk)
        form = desk.url
        for kind, label in (
            ("text", "Na czym polegała praktyka?"),
            ("line", "Adres urzędu"),
            ("file", "Załącznik"),
        ):
            desk.goto(f"{form}new/")
            desk.select_option("select[name=kind]", kind)
            desk.fill("input[name=label]", label)
            if kind != "text":
                desk.uncheck("input[name=is_required]")
            if kind == "line":
                desk.check("input[name=is_identity]")
            save(desk)
    desk.goto(f"{url}criteria/")
    for number, name in enumerate(("Skuteczność", "Partnerstwo")):
        desk.fill(f"input[name=form-{number}-name]", name)
        desk.fill(f"input[name=form-{number}-weight]", "1")
    save(desk)
    desk.goto(f"{url}points/")
    desk.fill("input[name=form-0-question]", "Czy zgłoszenie jest kompletne?")
    desk.fill("input[name=form-0-paragraph]", "§ 5 ust. 1")
    save(desk)
    move(desk, edition, "open")
    edition.refresh_from_db()
    assert len(edition.rules_hash) == 64
    return edition


def enter(open_as: Open, edition: Edition) -> None:
    """An office begins an entry on a phone without JavaScript, writes it on two devices at once, and submits it."""
    phone = open_as(None, **PHONE, java_script_enabled=False)
    phone.goto(f"{edition.get_absolute_url()}enter/")
    phone.locator("input[name=category]").first.check()
    phone.fill("input[name=title]", "Edukacja dla pracy w Opocznie")
    phone.fill("input[name=organisation_name]", OFFICE)
    phone.select_option("select[name=organisation_kind]", "county_labour_office")
    phone.fill("input[name=place]", "powiat opoczyński")
    phone.fill("input[name=name]", "Małgorzata Nowak")
    phone.fill("input[name=email]", "nowak@opoczno.example.org")
    phone.locator("main form button").last.click()
    secret = re.search(r"/e/([\w-]{43})/", Letter.objects.latest("pk").text)[1]
    assert secret not in phone.content(), "the address travels by letter alone"
    one, other = open_as(None, **WIDE), open_as(None, **PHONE)
    for device in (one, other):
        device.goto(f"/e/{secret}/")
    one.fill("textarea[name=f1]", "Spotkania z uczniami w Opocznie.")
    one.locator("textarea[name=f1]").blur()
    expect(one.locator("[data-autosave-state]")).not_to_be_empty()
    one.wait_for_timeout(300)
    other.fill("textarea[name=f1]", "Warsztaty z rodzicami.")
    other.locator("textarea[name=f1]").blur()
    expect(other.locator("textarea[name=f1]")).to_have_value(
        re.compile("Spotkania.*Warsztaty|Warsztaty.*Spotkania", re.S)
    )
    one.reload()
    one.locator("button[name=go]").click()
    one.locator("main form button").last.click()
    expect(one.locator("main")).to_contain_text(OFFICE)
    entry = Entry.objects.get(edition=edition, organisation_name=OFFICE)
    assert entry.state == "submitted" and entry.number == 1


def check_formally(desk: Page, open_as: Open, cast: Cast, edition: Edition) -> None:
    """The deadline passes; two people check, one entry is corrected in the fields that were named, one is rejected."""
    Edition.objects.filter(pk=edition.pk).update(closes_at=timezone.now() - dt.timedelta(hours=1))
    move(desk, edition, "checking")
    entry = Entry.objects.get(edition=edition, number=1)
    point, url = edition.points.get().pk, f"/editions/{edition.pk}/entries/{entry.pk}/"
    other = open_as(cast.anna, **WIDE)
    for page in (desk, other):
        page.goto(f"{url}check/")
        page.check(f"input[name=answer-{point}][value=to_correct]")
        page.fill(f"textarea[name=note-{point}]", "Opis nie mówi, z kim działano.")
        page.check(f"input[name=fields-{point}][value=f1]")
        page.locator("main form button.btn-primary").click()
    desk.goto(f"{url}decision/")
    desk.check("input[name=outcome][value=corrections]")
    save(desk)
    writer = open_as(None, **WIDE)
    writer.goto(f"/e/{entry.writers.get().secret}/")
    assert writer.locator("[name=f2]").count() == 0, "only what was named is open"
    writer.fill("textarea[name=f1]", "Spotkania i warsztaty prowadziliśmy ze szkołami powiatu.")
    writer.locator("button[name=go]").click()
    writer.locator("main form button").last.click()
    entry.refresh_from_db()
    assert entry.state == "submitted" and entry.submissions.count() == 2
    check_all(edition, cast.olga, cast.anna)
    states = Entry.objects.filter(edition=edition).values_list("state", flat=True)
    assert sorted(states).count("admitted") == ENTRIES - 1 and list(states).count("rejected") == 1


def appoint_the_commission(desk: Page, open_as: Open, cast: Cast, edition: Edition) -> None:
    """The chair is appointed and states a conflict; 23 more jurors confirm the list."""
    url = f"/editions/{edition.pk}/members/"
    desk.goto(f"{url}new/")
    desk.fill("input[name=email]", cast.jurek.user.email)
    desk.select_option("select[name=kind]", "chair")
    save(desk)
    appoint(edition, JURORS - 1, cast.olga.actor)
    chair = open_as(cast.jurek, **WIDE)
    chair.goto(f"/judging/{edition.pk}/confirmation/")
    expect(chair.locator("main")).to_contain_text(OFFICE)
    row = chair.locator("tr", has_text=OFFICE)
    row.locator("select").select_option("family")
    chair.check("input[name=has_read]")
    chair.fill("input[name=name]", "Jerzy Mazur")
    chair.locator("main form button.btn-primary").click()
    member = edition.members.get(user=cast.jurek.user)
    assert member.declared_at and member.conflicts.get(source="member").strength == "bar"


def make_blind(desk: Page, edition: Edition) -> None:
    """Blind copies are made and approved; the first one hides the town."""
    desk.set_default_timeout(120_000)
    desk.goto(f"/editions/{edition.pk}/blind/")
    desk.locator("form[action$='/blind/making/'] button").click()
    desk.wait_for_load_state()
    desk.goto(f"/editions/{edition.pk}/blind/")
    desk.locator("form[action$='/blind/approval/'] button").click()
    desk.wait_for_load_state()
    copy = Entry.objects.get(edition=edition, number=1).latest.blind
    assert copy.approved_at and "Opocz" not in copy.title + str(copy.texts)


def assign(desk: Page, cast: Cast, edition: Edition) -> None:
    """Two entries get the same three readers by hand, the plan does the rest; one common ranking is possible."""
    jurors = list(edition.members.filter(kind="juror").order_by("pk")[:3])
    for entry in best_two(edition):
        for juror in jurors:
            add_reading(entry, juror, by=cast.olga.actor)
    desk.goto(f"/editions/{edition.pk}/assignment/?per_entry=3&seed=1")
    desk.locator("form[action$='/assignment/applying/'] button").click()
    desk.wait_for_load_state()
    rows = Reading.objects.filter(entry__edition=edition)
    assert rows.count() == 3 * (ENTRIES - 1)
    barred = Entry.objects.get(edition=edition, number=1)
    assert not rows.filter(entry=barred, member__user=cast.jurek.user).exists()
    move(desk, edition, "scoring")


def score(open_as: Open, cast: Cast, edition: Edition) -> None:
    """The chair scores one entry with the keyboard and submits it; the other cards follow."""
    chair = open_as(cast.jurek, **WIDE)
    chair.goto("/judging/")
    reading = (
        Reading.objects.filter(entry__edition=edition, member__user=cast.jurek.user).order_by("pk").first()
    )
    chair.goto(f"/judging/readings/{reading.pk}/")
    expect(chair.locator("main")).to_contain_text(reading.entry.code)
    assert reading.entry.organisation_name not in chair.content()
    chair.locator("fieldset.cc-criterion input[type=radio]").first.focus()
    chair.keyboard.press("4")
    chair.keyboard.press("3")
    chair.fill("textarea[name=to_entrant]", "Dobrze opisane partnerstwo.")
    chair.locator("button[formaction$='/submission/']").click()
    chair.wait_for_load_state()
    reading.refresh_from_db()
    assert reading.state == "submitted" and points_of(reading) == [4, 3]
    score_all(edition)


def deliberate(desk: Page, edition: Edition) -> None:
    """The two tied entries stand first; the commission sits, votes and awards both."""
    move(desk, edition, "deliberation")
    url, tied = f"/editions/{edition.pk}/", best_two(edition)
    desk.goto(f"{url}results/")
    table = desk.locator("table.ct-results").first
    for entry, row in zip(tied, (0, 1), strict=True):
        expect(table.locator("tbody tr").nth(row)).to_contain_text(
            re.compile("|".join(one.title for one in tied))
        )
        expect(table.locator("tbody tr").nth(row).locator("td").first).to_have_text("1")
        assert entry.state == "admitted"
    desk.goto(f"{url}sittings/new/")
    desk.fill("input[name=held_at]", "2030-09-10T12:00")
    desk.fill("input[name=place]", "Warszawa")
    save(desk)
    sitting = edition.sittings.get()
    desk.goto(f"{url}sittings/{sitting.pk}/vote/")
    desk.fill("input[name=question]", "Czy przyznać dwie pierwsze nagrody ex aequo?")
    desk.fill("input[name=yes]", "20")
    desk.fill("input[name=no]", "3")
    save(desk)
    desk.locator("form[action$='/closing/'] button").click()
    desk.wait_for_load_state()
    first, second = edition.categories.all()
    for entry in tied:
        award(desk, edition, first.pk, entry.pk, ex_aequo=True)
    desk.goto(f"{url}awards/{second.pk}/")
    award(
        desk, edition, second.pk, int(desk.locator("select[name=entry] option").first.get_attribute("value"))
    )


def award(desk: Page, edition: Edition, category: int, entry: int, *, ex_aequo: bool = False) -> None:
    """An award given with its form."""
    desk.goto(f"/editions/{edition.pk}/awards/{category}/")
    desk.select_option("select[name=entry]", str(entry))
    desk.fill("input[name=name]", "Lider aktywizacji osób młodych 2030")
    if ex_aequo:
        desk.check("input[name=is_ex_aequo]")
    desk.locator("main form:has(select[name=entry]) button.btn-primary").click()
    desk.wait_for_load_state()


def seal_and_keep_quiet(desk: Page, open_as: Open, edition: Edition) -> None:
    """Sealed and announced under embargo: diplomas and minutes can be printed, nobody outside learns anything."""
    name = best_two(edition)[0].organisation_name
    for year in (2026, 2027, 2028):
        record_laureate(edition.contest, year, by=SYSTEM, name=f"Lider {year}", organisation_name=name)
    Edition.objects.filter(pk=edition.pk).update(announced_at=timezone.now() + dt.timedelta(days=3))
    url = f"/editions/{edition.pk}/"
    desk.goto(f"{url}sealing/")
    save(desk)
    assert Award.objects.get(edition=edition, kind="title").name == "Primus inter pares"
    minutes = desk.request.get(f"{url}papers/minutes/{edition.sittings.get().pk}.pdf")
    words = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(minutes.body())).pages)
    assert "ex aequo" in words and "Jerzy Mazur" in words
    diplomas = desk.request.get(f"{url}papers/diplomas.pdf?paper=a3&town=Warszawa")
    assert len(PdfReader(io.BytesIO(diplomas.body())).pages) == edition.awards.count() == 4
    desk.goto(f"{url}verdict/")
    desk.locator("form[action$='/publication/'] button").click()
    stranger = open_as(None, **PHONE)
    stranger.goto(edition.get_absolute_url())
    assert name not in stranger.content()
    assert stranger.goto(f"{edition.get_absolute_url()}seal/").status == 404


def announce(desk: Page, open_as: Open, edition: Edition) -> None:
    """The gala is over: laureates are public, anybody checks the seal, a laureate agrees that the practice is published."""
    Edition.objects.filter(pk=edition.pk).update(announced_at=timezone.now() - dt.timedelta(minutes=1))
    stranger, name = open_as(None, **PHONE), best_two(edition)[0].organisation_name
    stranger.goto(edition.get_absolute_url())
    expect(stranger.locator("#laureates")).to_contain_text(name)
    content = stranger.request.get(f"{edition.get_absolute_url()}seal.json").body()
    assert hashlib.sha256(content).hexdigest() == Seal.objects.get(edition=edition).digest
    desk.goto(f"/editions/{edition.pk}/verdict/")
    desk.locator("form[action$='/letters/results/'] button").click()
    desk.wait_for_load_state()
    given = Award.objects.get(edition=edition, kind="laureate", organisation_name=name)
    laureate = open_as(None, **PHONE)
    laureate.goto(f"/p/{given.consent_secret}/")
    laureate.fill("input[name=name]", "Maria Wójcik, dyrektorka")
    laureate.check("input[name=agrees]")
    laureate.locator("main form.sp-guest button").click()
    laureate.wait_for_load_state()
    stranger.goto(f"{edition.contest.get_absolute_url()}laureates/{given.pk}/")
    expect(stranger.locator("main")).to_contain_text("Primus inter pares")
    expect(stranger.locator("main")).to_contain_text("Lider 2027")
    assert Award.objects.get(pk=given.pk).consented_at


def move(desk: Page, edition: Edition, state: str) -> None:
    """The edition, moved on with the button of its desk."""
    desk.goto(f"/editions/{edition.pk}/")
    desk.locator(f"form:has(input[name=state][value={state}]) button").click()
    desk.wait_for_load_state()
    edition.refresh_from_db()
    assert edition.state == state, desk.locator("main").inner_text()[:1500]


def save(page: Page) -> None:
    """The form's main button."""
    page.locator("main form button.btn-primary").first.click()
    page.wait_for_load_state()
    assert page.locator(".sp-errors").count() == 0, page.locator(".sp-errors").inner_text()
