"""Collects phrases into each room's catalogues; with --check says whether a phrase is missing, empty or doubtful.

Every room keeps its own `locale/`, so that two people working in two rooms never meet in one file.
"""

import argparse
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("pl", "uk")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    if not shutil.which("xgettext"):
        print("not run – phrases: install Debian’s package gettext")
        return 0
    with ThreadPoolExecutor(max_workers=2) as pool:
        found = pool.map(lambda room: _collect(room, options.check), _rooms())
    problems = [problem for some in found for problem in some]
    print("\n".join(problems) or "The catalogues are complete.")
    return int(options.check and bool(problems))


def _rooms() -> list[Path]:
    return sorted(path.parent for path in (ROOT / "spoiwo").glob("*/apps.py"))


def _collect(room: Path, only_check: bool) -> list[str]:
    targets = {language: room / "locale" / language / "LC_MESSAGES" / "django.po" for language in LANGUAGES}
    before = {name: path.read_bytes() if path.exists() else b"" for name, path in targets.items()}
    for target in targets.values():
        target.parent.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, str(ROOT / "manage.py"), "makemessages"]
    command += [part for language in LANGUAGES for part in ("-l", language)]
    command += ["--no-location", "--no-obsolete", "--no-wrap", "-v", "0"]
    command += ["--ignore=tests/*", "--ignore=migrations/*"]
    subprocess.run(command, cwd=room, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    problems = []
    for language, target in targets.items():
        if target.exists():
            _tidy(target)
            problems += _problems(room.name, language, target, before[language], only_check)
            if only_check and target.read_bytes() != before[language]:
                target.write_bytes(before[language]) if before[language] else target.unlink()
    return problems


def _tidy(target: Path) -> None:
    """No dates and no names in the head: they would make every run a change."""
    catalogue = polib.pofile(str(target), wrapwidth=0)
    plural = {
        "pl": "nplurals=4; plural=(n==1 ? 0 : (n%10>=2 && n%10<=4) && (n%100<12 || n%100>14) ? 1 : n!=1 && (n%10>=0 && "
        "n%10<=1) || (n%10>=5 && n%10<=9) || (n%100>=12 && n%100<=14) ? 2 : 3);",
        "uk": "nplurals=4; plural=(n % 1 == 0 && n % 10 == 1 && n % 100 != 11 ? 0 : n % 1 == 0 && n % 10 >= 2 && "
        "n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? 1 : n % 1 == 0 && (n % 10 ==0 || (n % 10 >=5 && n % 10 <=9) || "
        "(n % 100 >=11 && n % 100 <=14 )) ? 2: 3);",
    }
    language = target.parts[-3]
    catalogue.header = ""
    catalogue.metadata = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": language,
        "MIME-Version": "1.0",
        "Plural-Forms": plural[language],
    }
    catalogue.metadata_is_fuzzy = False
    catalogue.sort(key=lambda entry: (entry.msgid, entry.msgctxt or ""))
    catalogue.save(str(target))


def _problems(room: str, language: str, target: Path, before: bytes, only_check: bool) -> list[str]:
    catalogue = polib.pofile(str(target))
    found = [
        f"{room}/{language}: not translated: “{entry.msgid}”" for entry in catalogue.untranslated_entries()
    ]
    found += [f"{room}/{language}: doubtful: “{entry.msgid}”" for entry in catalogue.fuzzy_entries()]
    known = {(entry.msgctxt, entry.msgid) for entry in polib.pofile(before.decode())} if before else set()
    fresh = [entry for entry in catalogue if (entry.msgctxt, entry.msgid) not in known]
    if only_check and fresh:
        found.append(f"{room}/{language}: {len(fresh)} new phrases, run “make i18n”")
    return found


if __name__ == "__main__":
    sys.exit(main())
