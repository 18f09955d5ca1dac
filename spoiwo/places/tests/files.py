"""Official files as the tests need them, from one line to the whole register."""

import io
import zipfile
from pathlib import Path

HEADER = "WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA"
SHARED = Path(__file__).resolve().parents[3] / ".." / "shared" / "data" / "TERC.csv"
MAZOWSZE = (
    ("14", "MAZOWIECKIE"),
    ("1414", "nowodworski"),
    ("1414011", "Nowy Dwór Mazowiecki"),
    ("1414022", "Czosnów"),
    ("1414032", "Leoncin"),
    ("1414043", "Nasielsk"),
    ("1414044", "Nasielsk"),
    ("1414045", "Nasielsk"),
    ("1414052", "Pomiechówek"),
    ("1465", "Warszawa"),
    ("1465011", "Warszawa"),
    ("1465028", "Bemowo"),
)


def terc(units: tuple[tuple[str, str], ...] = MAZOWSZE, day: str = "2020-01-01") -> str:
    """A file in the official form with these codes and names."""
    rows = [f"{code[:2]};{code[2:4]};{code[4:6]};{code[6:]};{name};dodatek;{day}" for code, name in units]
    return "\r\n".join([HEADER, *rows, ""])


def zipped(*files: tuple[str, bytes]) -> bytes:
    """A ZIP archive with these files."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return content.getvalue()
