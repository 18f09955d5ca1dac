"""What is kept of a written text, what an address looks like, who may decide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoiwo.newsroom.rules.addresses import LONGEST, TAKEN, NoPath, former_path, slug_of
from spoiwo.newsroom.rules.bodies import clean, is_empty, plain, summary
from spoiwo.newsroom.rules.states import Bar, Decision, bar_to_decide, bar_to_submit

EVIL = [
    '<p onclick="steal()">Zapraszamy</p>',
    '<a href="javascript:alert(1)">Zapraszamy</a>',
    '<a href="  JaVaScRiPt:alert(1)">Zapraszamy</a>',
    '<a href="data:text/html,<script>alert(1)</script>">Zapraszamy</a>',
    "<script>alert(1)</script><p>Zapraszamy</p>",
    '<img src=x onerror="alert(1)">Zapraszamy',
    "<svg><script>alert(1)</script></svg><p>Zapraszamy</p>",
    '<p style="position:fixed;inset:0">Zapraszamy</p>',
    '<iframe src="https://example.org"></iframe><p>Zapraszamy</p>',
    '<form action="/account/"><button>Zapraszamy</button></form>',
    "<p>Zapraszamy<!-- <script>alert(1)</script> --></p>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math><p>Zapraszamy</p>",
]


@pytest.mark.parametrize("text", EVIL)
def test_nothing_that_acts_gets_through_and_the_words_stay(text: str) -> None:
    cleaned = clean(text)
    assert "Zapraszamy" in cleaned
    for sign in ("script", "onclick", "onerror", "javascript", "style", "iframe", "form", "img", "data:"):
        assert sign not in cleaned.lower()


@given(
    st.text(alphabet=st.characters(codec="utf-8"), max_size=300)
    | st.text("<>/ apbscript\"'=&;!-\n", max_size=200)
)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert "<script" not in once.lower()


def test_words_without_marks_become_paragraphs() -> None:
    assert (
        clean("Ala & Ola\nrazem\n\n  \nDrugi <3 akapit")
        == "<p>Ala &amp; Ola<br>razem</p><p>Drugi &lt;3 akapit</p>"
    )


def test_what_the_editor_makes_stays_as_it_is() -> None:
    body = (
        '<h2>Program</h2><p>Najpierw <strong>powitanie</strong>, potem <a href="https://example.org/a?b=1&amp;c=2" '
        'rel="noopener">targi</a>.<br>Koniec.</p><ul><li><p>jeden</p></li></ul><ol start="3"><li><p>trzy</p></li></ol>'
        "<blockquote><p>Dziękuję.</p></blockquote><table><tbody><tr><th>Gmina</th><td>12</td></tr></tbody></table>"
    )
    assert clean(body) == body


def test_headings_of_pasted_pages_stand_below_the_title_and_empty_ends_go() -> None:
    assert (
        clean("<h1>Tytuł</h1><h4 class=x>Niżej</h4><p>a</p><p></p><p>&nbsp;</p>")
        == "<h2>Tytuł</h2><h3>Niżej</h3><p>a</p>"
    )
    assert clean("<p></p><p> <br> </p>") == ""


def test_plain_text_has_a_line_for_each_part() -> None:
    body = "<h2>A &amp; B</h2><ul><li><p>jeden</p></li><li><p>dwa</p></li></ul><table><tbody><tr><th>x</th><td>y</td></tr></tbody></table>"
    assert plain(body) == "A & B\njeden\ndwa\nx y"
    assert is_empty("<p>&nbsp;</p>") and not is_empty("<p>a</p>")


def test_a_summary_is_the_lead_or_the_beginning_cut_at_a_word() -> None:
    assert summary("W hali  spotkali się.", "<p>x</p>") == "W hali spotkali się."
    assert summary("", "<p>Raz dwa trzy cztery</p>", 12) == "Raz dwa …"


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Łódź: 20 lat Klastra „Razem”!", "lodz-20-lat-klastra-razem"),
        ("…", "wiadomosc"),
        ("Desk", "desk-wiadomosc"),
        ("Żółć " * 40, "-".join(["zolc"] * 16)),
        ("a" * 200, "a" * LONGEST),
    ],
)
def test_an_address_is_made_of_the_titles_words(title: str, slug: str) -> None:
    assert slug_of(title) == slug


@given(st.text(max_size=300))
def test_every_title_gives_an_address_that_is_no_page_of_the_room(title: str) -> None:
    slug = slug_of(title)
    assert slug and len(slug) <= 90 and slug not in TAKEN
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("https://stara.example.org/news.php?id=12", "/news.php?id=12"),
        (" /aktualno%C5%9Bci/2005/ ", "/aktualności/2005"),
        ("/index.php", "/index.php"),
    ],
)
def test_pasted_addresses_become_paths(line: str, path: str) -> None:
    assert former_path(line) == path


@pytest.mark.parametrize(
    "line", ["ftp://a/b", "news.php", "", "/", "https://example.org/", "/" + "a" * 400, "/a\0b", "//["]
)
def test_what_is_no_address_of_a_page_is_refused(line: str) -> None:
    with pytest.raises(NoPath):
        former_path(line)


def test_an_article_is_handed_in_with_title_text_and_words_for_every_picture() -> None:
    assert bar_to_submit(title=" ", is_empty=False, pictures_without_words=0) == Bar.NO_TITLE
    assert bar_to_submit(title="a", is_empty=True, pictures_without_words=0) == Bar.NO_TEXT
    assert bar_to_submit(title="a", is_empty=False, pictures_without_words=1) == Bar.NO_ALT
    assert bar_to_submit(title="a", is_empty=False, pictures_without_words=0) is None


@pytest.mark.parametrize(
    ("is_author", "others", "decision", "note", "changed", "bar"),
    [
        (True, True, Decision.APPROVED, "", False, Bar.OWN),
        (True, True, Decision.RETURNED, "x", False, Bar.OWN),
        (True, False, Decision.APPROVED, "", False, None),
        (False, True, Decision.APPROVED, "", True, Bar.NOT_READ),
        (False, True, Decision.RETURNED, " ", True, Bar.NO_REASON),
        (False, True, Decision.RETURNED, "Skrócić.", True, None),
        (False, True, Decision.APPROVED, "", False, None),
    ],
)
def test_a_second_pair_of_eyes_decides_on_what_it_has_read(
    is_author: bool, others: bool, decision: Decision, note: str, changed: bool, bar: Bar | None
) -> None:
    said = bar_to_decide(
        is_author=is_author, others_may=others, decision=decision, note=note, has_changed=changed
    )
    assert said == bar
