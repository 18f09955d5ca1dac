"""Runs Typst once, in a process of its own, for long documents: `python -m spoiwo.documents.press`, used by `pdf.py`.

Typst keeps what it has set for the next ten runs, some 0.7 MB for a page, and the memory never returns to the system.
What it prints for a thousand addressees must not stay in a web process.
"""

import json
import sys


def main() -> int:
    """Reads world, folders of fonts and options as JSON, writes the document; or says what is wrong and returns 1."""
    import typst

    order = json.load(sys.stdin.buffer)
    world = {name: content.encode() for name, content in order["world"].items()}
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=order["font_folders"]
    )
    try:
        content = typst.compile(world, font_paths=fonts, **order["options"])
    except RuntimeError as error:  # TypstError is one; a broken picture can raise the bare kind
        sys.stderr.buffer.write(str(getattr(error, "diagnostic", "") or error).encode())
        return 1
    sys.stdout.buffer.write(content)
    return 0


if __name__ == "__main__":
    sys.exit(main())
