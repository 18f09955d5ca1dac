"""Every page of the door map in a browser: axe-core in light and dark, no sideways scrolling on a phone, valid HTML."""

import json
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from tests.browser.conftest import ROOT
from tests.cast import Cast
from tests.doors import door_map
from tests.test_doors import ELSEWHERE, ONLY_POST, address
from tests.world import furnish

AXE = ROOT / "node_modules/axe-core/axe.min.js"
VNU = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"
LIBRARY = [
    "account_login",
    "account_request_login_code",
    "account_reset_password",
    "account_change_password",
    "account_email",
    "account_logout",
    "mfa_index",
    "usersessions_list",
]
# Addresses that answer with a file, a number or a redirect, not with a page.
NOT_PAGES = {
    "archive:source_file",
    "archive:source_page",
    "home:search_suggestions",
    "newsroom:atom",
    "newsroom:partnership_atom",
    "newsroom:partnership_rss",
    "newsroom:picture_file",
    "newsroom:rss",
    "newsroom:share_image",
    "practices:file",
    "practices:practice_document",
    "home:health",
    "home:language",
    "api:openapi",
    "api:partnerships",
    "api:parties",
    "partnerships:document",
    "partnerships:declaration",
    "partnerships:act_file",
    "partnerships:organisation_suggestions",
    "register:organisation_suggestions",
    "register:import_errors",
    "contests:rules_file",
    "contests:seal_content",
    "contests:seal_scores",
    "contests:minutes",
    "contests:cards_paper",
    "contests:diplomas",
    "contests:laureates_paper",
    "contests:writing_confirmation",
    "contests:writing_download",
    "contests:entry_file",
    "contests:copy_file",
    "contests:own_declaration",
    "contests:declaration",
    "contests:reading_file",
    "meetings:answer_calendar",
    "meetings:certificate_paper",
    "meetings:certificates_file",
    "meetings:closing_report",
    "meetings:consent_slip",
    "meetings:day_notes",
    "meetings:letter_paper",
    "meetings:mark_logo",
    "meetings:meeting_calendar",
    "meetings:meeting_paper",
    "meetings:partnership_calendar",
    "meetings:photo_file",
    "meetings:public_calendar",
    "meetings:secret_calendar",
    "meetings:signed_list",
    "meetings:station_manifest",
    "meetings:station_people",
    "meetings:station_worker",
    "meetings:survey_poster",
    "projects:card_paper",
    "projects:programme",
    "workshops:desk_lines",
    "workshops:handout",
    "workshops:handout_slides",
    "workshops:join_code",
    "workshops:report",
    "workshops:seat_near",
    "workshops:sheet_lines",
    "workshops:sheet_photo",
    "workshops:signs_paper",
    "workshops:slips_paper",
    "workshops:tables_paper",
    "workshops:vote_ballots",
    "workshops:vote_pabulib",
    "workshops:vote_paper_file",
    *ONLY_POST,
}
# Who is spared what somebody else has seen already.
SEES = {"nobody": {"public"}, "jurek": {"chair", "commission"}}
RUN = """async () => {
  const options = {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]};
  const found = await axe.run(document, options);
  return found.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(" | ")}`);
}"""


@pytest.fixture
def pages(cast: Cast, settings: Any, transactional_db: None) -> list[tuple[str, str]]:
    """Name and address of every page over furnished records."""
    cast.ours.is_public = True
    cast.ours.save()
    world = furnish(cast, cast.ours)
    world.arguments["user_pk"] = cast.bartek.user.pk if cast.bartek.user else 0
    doors = door_map()
    names = [name for name in sorted(doors) if name not in NOT_PAGES | ELSEWHERE and doors[name] != "post"]
    found = [(name, address(name, world)) for name in names]
    found += [(name, reverse(name)) for name in LIBRARY]
    return [*found, ("error 404", "/no/such/page/")]


def visit(page: Page, address: str) -> list[str]:
    """What axe finds at an address, in light and in dark, and whether a phone would scroll sideways."""
    page.goto(address)
    page.add_script_tag(content=AXE.read_text(encoding="utf-8"))
    problems = []
    for theme in ("light", "dark"):
        page.evaluate("theme => { document.documentElement.dataset.bsTheme = theme; }", theme)
        problems += [f"{theme}: {line}" for line in page.evaluate(RUN)]
    page.set_viewport_size({"width": 360, "height": 740})
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    page.set_viewport_size({"width": 1280, "height": 900})
    return problems + ([f"phone: {wide}px too wide"] if wide > 0 else [])


@pytest.mark.parametrize("who", ["adam", "anna", "jurek", "nobody"])
def test_no_page_has_a_violation_and_all_html_is_valid(
    who: str, cast: Cast, pages: list[tuple[str, str]], open_as: Callable[..., Page], tmp_path: Path
) -> None:
    page = open_as(
        getattr(cast, who), bypass_csp=True, reduced_motion="reduce", viewport={"width": 1280, "height": 900}
    )
    problems: dict[str, list[str]] = defaultdict(list)
    doors = door_map()
    for number, (name, url) in enumerate(pages):
        if doors.get(name, "public") not in SEES.get(who, set(doors.values())):
            continue
        html = getattr(cast, who).client.get(url, follow=True).content
        (tmp_path / f"{number:03d}-{name.replace(':', '-')}.html").write_bytes(html)
        for problem in visit(page, url):
            problems[problem].append(name)
    assert not problems, json.dumps(problems, indent=1, ensure_ascii=False)
    if shutil.which("java"):
        assert nu_checker(tmp_path) == ""


def nu_checker(folder: Path) -> str:
    """What the Nu HTML checker says of all files in a folder; empty where it has nothing to say."""
    command = ["java", "-jar", str(VNU), "--errors-only", "--skip-non-html", "--Werror", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stderr.replace(str(folder), "")[:8000] if done.returncode else ""
