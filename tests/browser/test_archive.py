"""A clerk drops old papers into the archive, decides on what they tell with the keyboard, and finds them by other words."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from spoiwo.archive.models import Proposal, Source
from spoiwo.archive.rules.states import ProposalState, SourceState
from spoiwo.kit.actor import SYSTEM
from spoiwo.meetings.models import Meeting
from spoiwo.partnerships.models import Agreement
from spoiwo.places.actions import load_shipped_register
from spoiwo.register.models import Organisation
from tests.browser.conftest import ROOT
from tests.cast import Cast, make_cast

SOON = 15_000
OURS = ROOT / "spoiwo/home/data/papers"
REAL = ROOT.parent / "shared/sources"
Opener = Callable[..., Page]


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """The cast and the places of Poland in a database that the live server sees, too."""
    load_shipped_register(by=SYSTEM)
    return make_cast()


@pytest.fixture
def papers() -> list[Path]:
    """The five real papers where they are beside this project, else those retold for the examples."""
    return sorted(REAL.glob("*.txt")) if REAL.is_dir() else sorted(OURS.glob("*-20??.*"))


def bring(page: Page, papers: list[Path]) -> None:
    page.goto(reverse("archive:upload"))
    page.locator("[name=files]").set_input_files(papers)
    page.get_by_role("button", name="Bring in and read").click()
    expect(page.get_by_text(f"All {len(papers)} files have been read.")).to_be_visible(timeout=60_000)


def test_five_papers_become_records_and_are_found(cast: Cast, papers: list[Path], open_as: Opener) -> None:
    page = open_as(cast.anna, locale="en", viewport={"width": 1280, "height": 900})
    bring(page, papers)
    assert Source.objects.filter(state=SourceState.READ).count() == len(papers)
    source = Source.objects.get(text__contains="2003")
    page.goto(source.get_absolute_url())
    organisation = source.proposals.filter(kind="organisation").first()
    assert organisation is not None
    page.keyboard.press("j")
    expect(page.locator(f"#proposal-{organisation.pk}")).to_be_focused()
    assert page.locator("mark.is-now").count() > 0
    page.keyboard.press("a")
    expect(page.locator(f"#proposal-{organisation.pk} .sp-chip")).to_have_text("accepted", timeout=SOON)
    assert Organisation.objects.filter(pk=Proposal.objects.get(pk=organisation.pk).target_id).exists()
    accept_the_agreement(page, source)
    page.goto(reverse("home:search"))
    page.locator("#id_q").fill("spółdzielnia socjalna")
    page.keyboard.press("Enter")
    expect(page.locator(".sp-results mark").first).to_be_visible()
    found = page.locator(".sp-results mark").all_text_contents()
    assert any(word.startswith("spółdzielni") and word != "spółdzielnia" for word in found), found


def accept_the_agreement(page: Page, source: Source) -> None:
    """In its form, with a party left out; the record leads back to the words it came from."""
    proposal = source.proposals.get(kind="agreement")
    page.goto(source.get_absolute_url())
    page.locator(f"#proposal-{proposal.pk} [data-key=e]").click()
    expect(page.locator("#id_party-0-name")).not_to_have_value("")
    page.locator("#id_title").fill("Porozumienie o wdrażaniu modelu")
    page.get_by_role("button", name="Accept").click()
    expect(page.locator(f"#proposal-{proposal.pk} .sp-chip")).to_have_text("accepted", timeout=SOON)
    agreement = Agreement.objects.get()
    assert str(agreement.acts.first().done_on) == "2003-11-18"
    page.goto(agreement.get_absolute_url())
    page.get_by_role("link", name=str(source)).click()
    expect(page.locator(f"#proposal-{proposal.pk}")).to_be_visible()


SELECT = """() => {
  const page = document.querySelector(".ar-page"), walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  const first = walker.nextNode(), range = document.createRange();
  range.setStart(first, 0);
  range.setEnd(page, page.childNodes.length);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


def test_a_record_the_reader_missed_is_added_from_selected_words(
    cast: Cast, open_as: Opener, tmp_path: Path
) -> None:
    paper = tmp_path / "kronika.txt"
    paper.write_text(
        "Darcie pierza ściągnęło do remizy całą wieś, a działo się to 12 lutego 2011 r.", "utf-8"
    )
    page = open_as(cast.anna, locale="en", viewport={"width": 1280, "height": 900})
    bring_one(page, paper)
    source = Source.objects.get()
    page.goto(source.get_absolute_url())
    page.evaluate(SELECT)
    page.keyboard.press("n")
    expect(page.locator("#id_kind")).to_be_focused()
    expect(page.locator("#id_words")).to_have_value(source.text.strip())
    page.locator("#id_kind").select_option("meeting")
    page.get_by_role("button", name="Add and fill in").click()
    page.locator("#id_title").fill("Darcie pierza")
    page.get_by_role("button", name="Accept").click()
    one = source.proposals.exclude(added_by="").get()
    expect(page.locator(f"#proposal-{one.pk} .sp-chip")).to_have_text("accepted", timeout=SOON)
    assert str(Meeting.objects.get().starts_at.date()) == "2011-02-12"


def bring_one(page: Page, paper: Path) -> None:
    page.goto(reverse("archive:upload"))
    page.locator("[name=files]").set_input_files([paper])
    page.get_by_role("button", name="Bring in and read").click()
    expect(page.get_by_text("1 file has been read.")).to_be_visible(timeout=60_000)


def test_a_paper_is_decided_on_without_javascript(cast: Cast, open_as: Opener) -> None:
    page = open_as(cast.anna, locale="en", java_script_enabled=False)
    page.goto(reverse("archive:upload"))
    page.locator("[name=files]").set_input_files([OURS / "opoczno-2019.txt"])
    page.get_by_role("button", name="Bring in and read").click()
    source = Source.objects.get()
    page.goto(source.get_absolute_url())
    proposal = source.proposals.filter(kind="person").first()
    assert proposal is not None
    page.locator(f"#proposal-{proposal.pk}").get_by_role("button", name="Reject").click()
    proposal.refresh_from_db()
    assert proposal.state == ProposalState.REJECTED
    page.locator(f"#proposal-{proposal.pk}").get_by_role("button", name="Take up again").click()
    proposal.refresh_from_db()
    assert proposal.state == ProposalState.PROPOSED
