"""The catalogue: only what is published, narrowed by facets that count, drawn as a map that says the same as its table."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from spoiwo.kit.actor import SYSTEM
from spoiwo.practices.actions.parts import load_shipped_terms
from spoiwo.practices.models import Module, Practice, Term
from tests.cast import Cast
from tests.make import make_card, make_unit
from tests.make_practices import make_practice, make_project

LIST = reverse("practices:practices")
pytestmark = pytest.mark.django_db


def page(cast: Cast, who: str = "nobody", **asked: Any) -> str:
    response = getattr(cast, who).client.get(LIST, asked)
    assert response.status_code == 200
    content = b"".join(response) if response.streaming else response.content
    return content.decode()


def counts(text: str, heading: str) -> dict[str, int]:
    """The values of one facet with their counts, as the page shows them."""
    part = text.partition(f">{heading}</h2>")[2].partition("</ul>")[0]
    found = re.findall(r"<span>([^<]+).*?pr-count\">(\d+)<", part, re.DOTALL)
    return {label: int(count) for label, count in found}


def test_only_published_practices_are_listed_and_others_for_who_writes_or_checks(cast: Cast) -> None:
    for state in ("published", "draft", "formal", "expert", "withdrawn"):
        make_practice(cast.ours, f"Praktyka {state}", state=state)
    assert re.findall(r"Praktyka (\w+)</a>", page(cast)) == ["published"]
    assert re.findall(r"Praktyka (\w+)</a>", page(cast, "nobody", state="draft")) == ["published"]
    assert re.findall(r"Praktyka (\w+)</a>", page(cast, "anna", state="draft")) == ["draft"]
    assert re.findall(r"Praktyka (\w+)</a>", page(cast, "celina", state="draft")) == []
    assert re.findall(r"Praktyka (\w+)</a>", page(cast, "roman", state="formal")) == ["formal"]


def test_facets_count_what_the_others_leave_and_narrow_together(cast: Cast) -> None:
    theme, other = (Term.objects.create(facet="theme", name=name) for name in ("Szkolenia", "Doradztwo"))
    group = Term.objects.create(facet="group", name="Młodzi")
    make_unit("14", "MAZOWIECKIE", kind="voivodeship")
    one = make_practice(cast.ours, "Pierwsza", evidence_grade="told", until_year=2024)
    two = make_practice(cast.ours, "Druga", evidence_grade="repeated", scale="region")
    one.terms.set([theme, group])
    two.terms.set([theme, other])
    Module.objects.create(practice=two, title="Dyżur")
    Module.objects.create(practice=one, title="Całość", is_alone=False)
    text = page(cast)
    assert counts(text, "Theme") == {"Szkolenia": 2, "Doradztwo": 1}
    assert counts(text, "Evidence") == {"Told": 1, "Repeated": 1}
    assert counts(text, "Voivodeship") == {"MAZOWIECKIE": 2}
    assert counts(text, "Running") == {"Still running": 1, "Ended": 1}
    assert counts(text, "Modules") == {"Can be taken in parts": 1}
    narrowed = page(cast, theme=other.pk)
    assert "Druga</a>" in narrowed and "Pierwsza</a>" not in narrowed
    assert counts(narrowed, "Theme") == {"Szkolenia": 2, "Doradztwo": 1}
    assert counts(narrowed, "Evidence") == {"Repeated": 1}
    for asked in ({"group": group.pk}, {"life": "ended"}, {"evidence": "told"}, {"scale": "county"}):
        assert "Pierwsza</a>" in page(cast, **asked) and "Druga</a>" not in page(cast, **asked)
    assert "Druga</a>" in page(cast, parts="alone", place="14", q="druga")
    assert "No practice fits" in page(cast, group=group.pk, parts="alone")


@pytest.mark.parametrize(
    "asked",
    [
        {"theme": "x"},
        {"theme": "9" * 30},
        {"place": "14%"},
        {"scale": "world"},
        {"life": "x"},
        {"page": "-3"},
        {"q": "\x00"},
    ],
)
def test_nonsense_in_the_address_does_not_narrow(cast: Cast, asked: dict[str, str]) -> None:
    make_practice(cast.ours, "Pierwsza")
    assert cast.nobody.client.get(LIST, asked).status_code == 200


def test_the_order_is_newest_by_title_or_most_taken_over(cast: Cast) -> None:
    first, second = make_practice(cast.ours, "Żłobek"), make_practice(cast.ours, "Aleja")
    for day in (1, 2):
        first.adoptions.create(taker="PUP", place=first.place, adopted_on=f"2029-01-0{day}")
    order = {
        sort: re.findall(r"(Żłobek|Aleja)</a>", page(cast, sort=sort))
        for sort in ("newest", "title", "-adopted")
    }
    assert order["title"] == ["Aleja", "Żłobek"]
    assert order["newest"] == ["Aleja", "Żłobek"]
    assert re.findall(r"(Żłobek|Aleja)</a>", page(cast, sort="adopted")) == ["Żłobek", "Aleja"]
    assert "taken over 2 times" in page(cast)
    assert second.adoptions.count() == 0


def test_the_map_and_its_table_say_the_same(cast: Cast) -> None:
    voivodeship = make_unit("14", "MAZOWIECKIE", kind="voivodeship", latitude=52.2, longitude=21.0)
    drawn = make_unit("1419", "płocki", latitude=52.55, longitude=19.7)
    commune = make_unit("1419032", "Bielsk")
    unknown = make_unit("1408", "legionowski")
    make_unit("1408", "dawny", valid_to=dt.date(2005, 1, 1))
    for title, place in (("a", drawn), ("b", commune), ("c", unknown), ("d", voivodeship)):
        make_practice(cast.ours, title, place=place)
    text = page(cast)
    svg = text.partition('<svg class="pr-map"')[2].partition("</svg>")[0]
    assert sorted(re.findall(r'href="\?place=(\d+)"', svg)) == ["14", "1419"]
    assert 'aria-label="płocki county: 2 practices"' in svg
    assert "," not in re.search(r'cx="([^"]+)"', svg)[1]
    table = text.partition("Practices by county</caption>")[2].partition("</table>")[0]
    assert sorted(re.findall(r'href="\?place=(\d+)".*?text-end" data-label="Practices">(\d+)', table)) == [
        ("14", "1"), ("1408", "1"), ("1419", "2"),
    ]  # fmt: skip
    assert "legionowski" in table and "dawny" not in table
    assert "in 3 counties (voivodeships: 1); most of them in płocki county (2)" in text
    assert len(re.findall(r"<h3><a", page(cast, place="1419"))) == 2


def test_lists_and_exports_ask_as_often_for_many_as_for_few(
    cast: Cast, same_queries: Callable[..., None]
) -> None:
    titles = iter(range(100))

    def make() -> None:
        practice = make_practice(cast.ours, f"Praktyka {next(titles)}")
        practice.terms.set([Term.objects.get_or_create(facet="theme", name="Szkolenia")[0]])
        practice.adoptions.create(
            taker="PUP", place=practice.place, adopted_on="2029-01-01", partnership=cast.theirs
        )

    same_queries(lambda: cast.anna.client.get(LIST), make)
    same_queries(lambda: cast.anna.client.get(LIST, {"format": "csv"}), make)
    same_queries(lambda: cast.roman.client.get(reverse("practices:to_check")), make)


def test_an_export_holds_what_is_narrowed(cast: Cast) -> None:
    make_practice(cast.ours, "Pierwsza", scale="region")
    make_practice(cast.ours, "Druga")
    text = page(cast, format="csv", scale="region")
    assert "Pierwsza" in text and "Druga" not in text


def test_a_page_asks_as_often_for_many_adoptions_as_for_few(
    cast: Cast, same_queries: Callable[..., None]
) -> None:
    practice = make_practice(cast.ours)
    days = iter(range(1, 28))

    def make() -> None:
        last = practice.adoptions.last()
        adoption = practice.adoptions.create(
            taker="PUP", place=practice.place, adopted_on=f"2029-01-{next(days):02}", taken_from=last,
            partnership=cast.theirs, project=make_project(cast.theirs), card=make_card(cast.theirs),
        )  # fmt: skip
        adoption.modules.create(practice=practice, title="Dyżur")

    address = reverse("practices:practice", args=[practice.pk])
    same_queries(lambda: cast.celina.client.get(address), make)


def test_shipped_terms_are_loaded_into_an_empty_catalogue_only() -> None:
    assert load_shipped_terms(SYSTEM) == 18
    assert load_shipped_terms(SYSTEM) == 0
    Term.objects.exclude(name="Cudzoziemcy").delete()
    assert load_shipped_terms(SYSTEM) == 0


def rows(*values: dict[str, str]) -> dict[str, str]:
    posted = {"form-TOTAL_FORMS": str(len(values)), "form-INITIAL_FORMS": "0"}
    return posted | {
        f"form-{number}-{name}": text for number, row in enumerate(values) for name, text in row.items()
    }


def test_terms_are_renamed_ordered_added_and_taken_out_unless_they_are_used(cast: Cast) -> None:
    used = Term.objects.create(facet="theme", name="Szkolenia")
    spare = Term.objects.create(facet="theme", name="Zbędny")
    make_practice(cast.ours).terms.add(used)
    address = reverse("practices:terms")
    keep = {"facet": "theme", "name": "Szkolenia i kursy", "row": str(used.pk)}
    new = {"facet": "group", "name": "Młodzi", "row": ""}
    gone = {"facet": "theme", "name": "", "row": str(spare.pk)}
    cast.adam.client.post(address, rows(new, keep, gone, {"facet": "theme", "name": "", "row": ""}))
    assert list(Term.objects.order_by("order").values_list("name", flat=True)) == [
        "Młodzi",
        "Szkolenia i kursy",
    ]
    refused = cast.adam.client.post(address, rows({"facet": "theme", "name": "", "row": str(used.pk)}))
    twice = cast.adam.client.post(address, rows(new, new))
    assert [refused.status_code, twice.status_code] == [422, 422]
    assert Term.objects.count() == 2
    assert cast.roman.client.post(address, rows(new)).status_code == 403


def test_modules_are_kept_in_order_and_one_that_was_taken_over_stays(cast: Cast) -> None:
    practice = make_practice(cast.ours, state="draft")
    other = make_practice(cast.theirs, "Cudza").modules.create(title="Cudzy moduł")
    address = reverse("practices:modules", args=[practice.pk])
    data = rows(
        {"title": "Dyżur", "text": "raz w tygodniu", "is_alone": "on", "row": ""},
        {"title": "Cudzy", "row": str(other.pk)},
        {"title": "", "is_alone": "on", "row": ""},
    )
    assert cast.anna.client.post(address, data).status_code == 302
    assert list(practice.modules.values_list("title", "is_alone")) == [("Dyżur", True), ("Cudzy", False)]
    other.refresh_from_db()
    assert other.title == "Cudzy moduł"
    taken = practice.modules.first()
    adoption = practice.adoptions.create(taker="PUP", place=practice.place, adopted_on="2029-01-01")
    adoption.modules.add(taken)
    assert cast.anna.client.post(address, rows({"title": "", "row": str(taken.pk)})).status_code == 422
    assert practice.modules.filter(pk=taken.pk).exists()
    untitled = cast.anna.client.post(address, rows({"title": "", "text": "bez tytułu", "row": ""}))
    assert untitled.status_code == 422 and "bez tytułu" in untitled.content.decode()


def test_a_file_is_seen_by_who_sees_the_practice_and_a_wrong_one_is_refused(cast: Cast) -> None:
    practice = make_practice(cast.ours, state="draft")
    address = reverse("practices:files", args=[practice.pk])
    good = SimpleUploadedFile("regulamin.pdf", b"%PDF-1.4 x", "application/pdf")
    bad = SimpleUploadedFile("wirus.pdf", b"MZ", "application/pdf")
    assert cast.anna.client.post(address, {"file": bad, "title": "Regulamin"}).status_code == 422
    cast.anna.client.post(address, {"file": good, "title": "Regulamin"})
    file = practice.files.get()
    load = reverse("practices:file", args=[practice.pk, file.pk])
    assert [getattr(cast, who).client.get(load).status_code for who in ("bartek", "celina", "nobody")] == [
        200,
        404,
        404,
    ]
    other = make_practice(cast.theirs, "Cudza")
    assert cast.celina.client.get(reverse("practices:file", args=[other.pk, file.pk])).status_code == 404
    removal = reverse("practices:file_removal", args=[practice.pk, file.pk])
    for _time in range(2):
        assert cast.anna.client.post(removal).status_code == 302
    assert not Practice.objects.get(pk=practice.pk).files.exists()
