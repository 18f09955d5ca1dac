"""Text as it may be set, and the fonts it is set in."""

from pathlib import Path

import pytest

from spoiwo.documents import fonts
from spoiwo.documents.lettering import bound, clean, is_blank, settable

HARD = "\u00a0"


def test_polish_and_ukrainian_letters_are_in_the_font() -> None:
    text = "Zażółć gęślą jaźń ĄĆĘŁŃÓŚŹŻ „”–— § 1 040 zł. Ґанок, їжак, є щастя."
    assert settable(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u0328 z\u0307", "ą ż"),
        ("ok 😀", "ok □"),
        ("ﬁrma ①", "firma 1"),
        ("a\u200d\ufeff\x00\x07b", "ab"),
        ("a\tb\r\nc", "a b\nc"),
        ("\ue000", "□"),
    ],
)
def test_what_the_font_lacks_gets_a_stand_in(text: str, shown: str) -> None:
    assert settable(text).replace("ﬁ", "fi").replace("①", "1") == shown


def test_control_characters_are_left_out_of_every_document() -> None:
    assert clean("a\x00\x0b\ud800b\x85") == "ab"


@pytest.mark.parametrize(
    ("text", "language", "shown"),
    [
        ("spotkanie w Płocku i w Łącku", "pl", f"spotkanie w{HARD}Płocku i{HARD}w{HARD}Łącku"),
        ("18 września 2024 r.", "pl", f"18 września 2024{HARD}r."),
        ("art. 5 ust. 2, § 3, 100 zł", "pl", f"art.{HARD}5 ust.{HARD}2, §{HARD}3, 100{HARD}zł"),
        ("a w English", "en", "a w English"),
        ("kawa z mlekiem", "pl", f"kawa z{HARD}mlekiem"),
    ],
)
def test_short_words_and_numbers_cling_to_their_neighbours(text: str, language: str, shown: str) -> None:
    assert bound(text, language) == shown


def test_dots_alone_are_a_line_to_write_on() -> None:
    assert [is_blank(text) for text in ("", "……… …", ".....", "-", "0")] == [True, True, True, False, False]


def test_missing_fonts_say_how_to_mend_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(fonts, "FOLDER", tmp_path)
    with pytest.raises(fonts.FontsMissing, match=r"Lato-Regular\.ttf.*make start"):
        fonts.font_paths()


def test_fonts_are_collected_with_their_licence_and_old_ones_go(tmp_path: Path) -> None:
    package = tmp_path / "node_modules" / fonts.PACKAGE
    (package / "fonts").mkdir(parents=True)
    for name in (*fonts.FILES, "Lato-Thin.ttf"):
        (package / "fonts" / name).write_bytes(b"font")
    (package / fonts.LICENCE).write_text("SIL Open Font License")
    target = tmp_path / "fonts"
    target.mkdir()
    (target / "old.ttf").touch()
    fonts.collect_fonts(tmp_path / "node_modules", target)
    assert {path.name for path in target.iterdir()} == {*fonts.FILES, fonts.LICENCE}
    assert fonts.font_folder(target) == target


def test_collecting_without_the_package_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(fonts.FontsMissing, match="lato-webfont"):
        fonts.collect_fonts(tmp_path, tmp_path / "fonts")
