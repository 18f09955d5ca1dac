"""Recall of terms: a noun phrase in any of its forms is found by its base form."""

from itertools import product
from random import Random

import pytest
from wordfreq import top_n_list

from spoiwo.polish import Gazetteer, find_terms, term_groups, terms
from spoiwo.polish.dictionary import generated, readings
from spoiwo.polish.gazetteer_forms import declined, words_of


def lemmas_of(kind: str, case: str) -> list[str]:
    found = (
        (word, reading)
        for word in top_n_list("pl", 12_000)
        if word.isalpha() and len(word) > 3
        for reading in readings(word)
        if reading.kind == kind and reading.word == word and case in reading.cases
    )
    return list(dict.fromkeys(reading.lemma for _word, reading in found))


def forms_of(lemma: str, kind: str) -> list[str]:
    return list(dict.fromkeys(form for reading, form in generated(lemma) if reading.kind == kind))


def recall(phrases: list[tuple[str, str]]) -> float:
    found = sum(all(set(terms(form)) & set(group) for group in term_groups(base)) for base, form in phrases)
    return found / len(phrases)


def test_a_noun_is_found_in_every_form():
    pairs = [
        (lemma.split(":")[0], form)
        for lemma in lemmas_of("subst", "nom")
        for form in forms_of(lemma, "subst")
    ]
    assert len(pairs) > 15_000
    assert recall(pairs) >= 0.99


def test_a_noun_with_its_adjective_is_found_in_every_form():
    chance = Random("phrases")
    nouns, adjectives = lemmas_of("subst", "nom"), lemmas_of("adj", "nom")
    pairs = []
    for noun, adjective in zip(chance.choices(nouns, k=400), chance.choices(adjectives, k=400), strict=True):
        base = f"{noun.split(':')[0]} {adjective.split(':')[0]}"
        forms = product(forms_of(noun, "subst"), forms_of(adjective, "adj")[:12])
        pairs += [(base, " ".join(form)) for form in forms]
    assert len(pairs) > 20_000
    assert recall(pairs) >= 0.99


def test_an_official_place_is_found_in_every_case():
    names = {place.name for place in Gazetteer.shipped().places if len(place.code) == 7}
    pairs = [(" ".join(words_of(name)), " ".join(words)) for name in names for words, _case in declined(name)]
    assert len(pairs) > 15_000
    assert recall(pairs) >= 0.99


def test_letters_left_out_or_put_in_do_not_matter():
    nouns = [lemma.split(":")[0] for lemma in lemmas_of("subst", "nom") if not lemma.isascii()][:500]
    plain = str.maketrans("ąćęłńóśźż", "acelnoszz")
    pairs = [(noun.translate(plain), form) for noun in nouns for form in forms_of(noun, "subst")]
    assert recall(pairs) >= 0.90  # a plain spelling may be another word: "laka" is a form of lak


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("środki z KFS-u (2019)", ["środki", "z", "KFS-u", "2019"]),
        ("snake_case i Bielsko-Biała", ["snake", "case", "i", "Bielsko", "Biała"]),
        ("Mo\u0301wimy tak", ["Mo\u0301wimy", "tak"]),
    ],
)
def test_the_place_of_every_word_is_told(text: str, words: list[str]):
    found = find_terms(text)
    assert [text[start:end] for start, end, _ in found] == words
    assert [group for *_, group in found] == term_groups(text)
