"""HTML and e-mail: the article apart from the page around it, its title and its days."""

from datetime import date
from email.message import EmailMessage

import pytest

from spoiwo.reading import Document, Unreadable, read_document
from spoiwo.reading.tests.papers import STORY

PAGE = f"""<!DOCTYPE html><html lang="pl"><head><meta charset="utf-8"><title>Partnerstwo w Opocznie - PUP Opoczno</title>
<style>p {{ color: red }}</style><script>var x = "<p>nie</p>";</script></head><body>
<a href="#tresc" class="skip-link">Przejdź do treści</a>
<header class="site-header"><h1>Powiatowy Urząd Pracy</h1></header>
<nav><ul><li><a href="/">Strona główna</a></li><li><a href="/a">Aktualności</a></li></ul></nav>
<div class="cookie-bar">Strona używa plików cookies.</div>
<div id="tresc"><h1>Partnerstwo w Opocznie</h1><p class="data">Data publikacji: 16.10.2019</p>
<p>{STORY[0]}</p><p>{STORY[1]}<br>Zapraszamy.</p>
<ul><li>pierwszy punkt</li><li>drugi <b>punkt</b></li></ul>
<table><tr><th>Gmina</th><th>Liczba</th></tr><tr><td>Bielsk<td>12</table>
<div class="galeria"><a href="1.jpg"><img alt="Zdjęcie 1">powiększ</a></div>
<div class="social-share"><a>Udostępnij</a></div></div>
<aside>Pogoda</aside><form><label>Szukaj</label><input></form>
<footer>ul. Rolna 6, Opoczno</footer></body></html>"""


def read(page: str, encoding: str = "utf-8") -> Document:
    return read_document(page.encode(encoding), "strona.html")


def test_the_article_is_read_and_nothing_around_it() -> None:
    document = read(PAGE)
    assert document.text == (
        f"Partnerstwo w Opocznie\n\n{STORY[0]}\n\n{STORY[1]}\nZapraszamy.\n• pierwszy punkt\n• drugi punkt\n"
        "Gmina\tLiczba\nBielsk\t12"
    )
    assert (document.format, document.title) == ("html", "Partnerstwo w Opocznie")
    assert document.published == date(2019, 10, 16)


def test_what_is_around_is_furniture_by_kind() -> None:
    found = {(piece.kind, piece.text) for piece in read(PAGE).furniture}
    assert {
        ("menu", "Przejdź do treści"),
        ("header", "Powiatowy Urząd Pracy"),
        ("cookie", "Strona używa plików cookies."),
        ("gallery", "powiększ"),
        ("share", "Udostępnij"),
        ("menu", "Pogoda"),
        ("footer", "ul. Rolna 6, Opoczno"),
        ("header", "Data publikacji: 16.10.2019"),
    } <= found


def test_everything_beside_a_named_article_is_furniture() -> None:
    page = f"<html><body><div><p>Ogłoszenie obok.</p></div><main><article><h1>Tytuł wpisu</h1><p>{STORY[0]} {STORY[1]}</p></article></main></body></html>"
    document = read(page)
    assert document.text == f"Tytuł wpisu\n\n{STORY[0]} {STORY[1]}"
    assert [piece.text for piece in document.furniture] == ["Ogłoszenie obok."]


@pytest.mark.parametrize(
    "told",
    [
        '<meta property="article:published_time" content="2020-05-04T10:00:00+02:00">',
        '<meta name="DC.date.issued" content="2020-05-04">',
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2020-05-04T08:00"}]}</script>',
        '<time datetime="2020-05-04T08:00">4 maja</time>',
    ],
)
def test_the_day_is_taken_from_what_the_page_says_of_itself(told: str) -> None:
    document = read(f"<html><head>{told}</head><body>{told}<p>{STORY[0]}</p></body></html>")
    assert (document.published, document.first_published) == (date(2020, 5, 4), None)


def test_a_page_changed_since_keeps_the_day_it_was_first_published() -> None:
    data = '{"datePublished": "2020-05-04", "dateModified": "2021-01-02"}'
    document = read(f'<html><script type="application/ld+json">{data}</script><p>{STORY[0]}</p></html>')
    assert document.first_published == date(2020, 5, 4)


def test_the_encoding_of_the_page_is_honoured() -> None:
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"></head><p>{STORY[0]}</p></html>'
    assert read(page, "iso8859-2").text == STORY[0]


def test_hidden_words_are_not_read() -> None:
    assert read(f'<div style="display: none">Ukryte</div><p hidden>Też</p><p>{STORY[0]}</p>').text == STORY[0]


def test_broken_and_bottomless_html_is_read_all_the_same() -> None:
    assert read("<div>" * 50_000 + STORY[0] + "</p></b><p").text.startswith(STORY[0])
    assert read(f"<html><p>{STORY[0]}</p><![bad <p>x").text.startswith(STORY[0])


def test_a_page_without_words_is_empty() -> None:
    with pytest.raises(Unreadable, match="no text"):
        read("<html><body><img src=a><script>x</script></body></html>")


def letter(**parts: str) -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "anna@urzad.example", "biuro@powiat.example"
    message["Subject"] = "Zaproszenie na spotkanie partnerów"
    message["Date"] = "Mon, 14 Oct 2019 09:30:00 +0200"
    if "plain" in parts:
        message.set_content(parts["plain"])
    if "html" in parts:
        message.add_alternative(parts["html"], subtype="html")
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="program.pdf")
    return message.as_bytes()


def test_of_a_letter_its_words_subject_and_day_are_kept() -> None:
    document = read_document(letter(plain="\n".join(STORY)), "list.txt")
    assert (document.format, document.text) == ("eml", "\n".join(STORY))
    assert (document.title, document.published) == ("Zaproszenie na spotkanie partnerów", date(2019, 10, 14))


def test_a_letter_in_html_alone_is_read_too() -> None:
    assert (
        read_document(letter(html=f"<p>{STORY[0]}</p><p>{STORY[1]}</p>")).text == f"{STORY[0]}\n\n{STORY[1]}"
    )


def test_a_letter_without_words_is_empty() -> None:
    with pytest.raises(Unreadable, match="no text"):
        read_document(letter(plain=" "))


def test_a_text_that_begins_like_a_form_is_no_letter() -> None:
    assert read_document(f"Data: 12.05.2019\nTemat: współpraca\n\n{STORY[0]}".encode()).format == "txt"
