"""Marked words: the same whether all words of a text are looked up or only those the index says may be hits."""

from hypothesis import given
from hypothesis import strategies as st

from spoiwo.polish import find_terms
from spoiwo.search.snippets import hits, marked
from spoiwo.search.words import STOPS, flat, terms_of

WORDS = st.sampled_from([
    "Spółdzielnia", "spółdzielni", "socjalnych", "PUP-u", "PUP", "pup", "w", "i", "Opocznie", "2014", "żółwi", "zolwi",
    "targi", "Targów", "aktywizująco-", "pracy,", "osób", "(30)", "ludzie", "człowieka", "ósemka", "_nagłówek_", "|", "jak",
])  # fmt: skip


@given(st.lists(WORDS, max_size=30), st.lists(WORDS, min_size=1, max_size=3))
def test_words_are_marked_as_if_each_were_looked_up(text: list[str], question: list[str]) -> None:
    written = " ".join(text)
    groups = [group for word in question for group in terms_of(word)]
    wanted = {term for group in groups for term in group}
    expected = [
        (start, end)
        for start, end, terms in find_terms(written)
        if not wanted.isdisjoint(terms) and terms[-1] not in STOPS
    ]
    assert [(start, end) for start, end, _ in hits(written, flat(terms_of(written)), groups)] == expected


def test_other_forms_of_a_word_are_marked_and_other_words_are_not() -> None:
    text = "Targi w Opocznie: pracownicy PUP-u i pracodawcy"
    groups = terms_of("PUP Opoczno targów")
    found = [piece.text for piece in marked(text, flat(terms_of(text)), groups) if piece.is_hit]
    assert found == ["Targi", "Opocznie", "PUP-u"]
