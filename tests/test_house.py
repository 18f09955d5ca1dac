"""The house rules that know our own vocabulary."""

import re
import subprocess
from pathlib import Path

import pytest
from django.apps import apps

from spoiwo.audit.journal import registered
from spoiwo.kit.actor import Actor, Role
from spoiwo.partnerships.models import Agreement, Partnership
from spoiwo.partnerships.permissions import agreement_verbs, partnership_verbs
from tests.cast import Cast
from tests.make import make_agreement

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "spoiwo"
PYTHON = [path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts]
# file → why it may be longer than four hundred lines
LONG: dict[str, str] = {}


@pytest.mark.parametrize(
    "path", [*PYTHON, *(ROOT / "tests").rglob("*.py"), *(ROOT / "tools").rglob("*.py")], ids=str
)
def test_no_file_is_longer_than_four_hundred_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400 or path.name in LONG


@pytest.mark.parametrize(
    "path", [path for path in PYTHON if path.read_text(encoding="utf-8").strip()], ids=str
)
def test_every_module_starts_with_a_sentence(path: Path) -> None:
    assert re.match(r'"""\S.*[.?!:;]', path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", list(PACKAGE.rglob("views/*.py")) + list(PACKAGE.rglob("views.py")), ids=str)
def test_views_never_fetch_past_the_permissions(path: Path) -> None:
    assert not re.search(
        r"objects\.get\(pk=(?!found\.pk|pk\)|organ\.pk|request\.(user|actor))",
        path.read_text(encoding="utf-8"),
    )


@pytest.mark.parametrize("path", list(PACKAGE.rglob("*.html")), ids=str)
def test_templates_hold_no_inline_style_or_script(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(
        r"\sstyle=|\son[a-z]+=|<style|<script>|<script(?![^>]*(src=|application/(?:ld[+])?json))", text
    )
    assert len(text.splitlines()) <= 120


@pytest.mark.parametrize("path", list(PACKAGE.rglob("templates/**/*.html")), ids=str)
def test_errors_of_a_form_are_said_once(path: Path) -> None:
    """`fields` begins with the summary of errors; only where the fields are written one by one it is asked for."""
    twice = r"\{% form_errors (\S+) %\}(?:(?!\{% else).)*?\{% fields \1 %\}"
    assert not re.search(twice, path.read_text(encoding="utf-8"), re.DOTALL)


def test_every_verb_has_a_sentence() -> None:
    verbs = {
        value
        for module in PACKAGE.glob("*/audit.py")
        for value in re.findall(
            r'^    [A-Z_]+ = "([a-z_.]+)"', module.read_text(encoding="utf-8"), re.MULTILINE
        )
    }
    assert verbs and verbs == set(registered())


def test_model_names_are_in_the_glossary() -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    ours = {m.__name__ for m in apps.get_models() if m.__module__.startswith("spoiwo.")}
    missing = sorted(name for name in ours if f"`{name}`" not in glossary)
    assert not missing


def test_no_registry_and_no_machine_is_named_in_the_tree() -> None:
    hosts = "|".join(
        ["py" + r"pi\.org", "python" + r"hosted\.org", "npm" + r"js\.(org|com)", r"deb\." + r"debian\.org"]
    )
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    for name in listed.stdout.splitlines():
        path = ROOT / name
        if path.is_file() and path.suffix in {
            ".py",
            ".txt",
            ".json",
            ".md",
            ".toml",
            ".html",
            ".yaml",
            ".yml",
            "",
        }:
            assert not re.search(hosts, path.read_text(encoding="utf-8", errors="ignore")), name


@pytest.mark.parametrize("player", ["nobody", "anna", "bartek", "celina", "dorota", "ewa", "roman", "adam"])
@pytest.mark.parametrize("is_public", [True, False])
def test_view_is_among_the_verbs_exactly_when_the_row_is_in_the_query(
    player: str, is_public: bool, cast: Cast
) -> None:
    Partnership.objects.update(is_public=is_public)
    make_agreement(cast.ours)
    make_agreement(cast.ours, opened_on=None)
    actor = getattr(cast, player).actor
    seen = set(Partnership.objects.visible_to(actor))
    for partnership in Partnership.objects.all():
        can = partnership_verbs(actor, partnership_id=partnership.pk, is_public=partnership.is_public)
        assert ("view" in can) == (partnership in seen)
    rows = set(Agreement.objects.visible_to(actor))
    for agreement in Agreement.objects.select_related("partnership"):
        can = agreement_verbs(
            actor,
            partnership_id=agreement.partnership_id,
            is_public=is_public,
            is_opened=agreement.opened_on is not None,
        )
        assert ("view" in can) == (agreement in rows)


@pytest.mark.parametrize("role", list(Role))
def test_no_role_reaches_into_another_partnership(role: Role, cast: Cast) -> None:

    stranger = Actor(user_id=1, roles={cast.theirs.pk: frozenset({role})})
    assert partnership_verbs(stranger, partnership_id=cast.ours.pk, is_public=False) == set()
    assert agreement_verbs(stranger, partnership_id=cast.ours.pk, is_public=False, is_opened=True) == set()


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("templates/**/*.html")), ids=str)
def test_no_template_writes_an_id_as_a_reader_would(path: Path) -> None:
    """A Polish reader's 1 429 is no id: in an address or a value it must stay 1429."""
    assert not re.findall(r"\{\{ *[\w.]+(?:\.pk|page_number) *\}\}", path.read_text(encoding="utf-8"))
