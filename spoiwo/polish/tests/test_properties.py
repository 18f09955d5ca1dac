"""Truths that hold for any text."""

from hypothesis import given
from hypothesis import strategies as st

from spoiwo.polish import CASES, collation_key, fold, inflect_name, phrase_cases, salutation

polish = st.text("aąbcćdeęfghijklłmnńoóprsśtuwyzźżAŁŻ -’", min_size=1, max_size=14).filter(str.strip)


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str):
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=40), st.text(max_size=40))
def test_the_key_of_a_beginning_is_never_after_the_key_of_the_whole(start: str, rest: str):
    whole, part = f"{start.strip()}x {rest}".strip(), f"{start.strip()}x"
    assert collation_key(part) <= collation_key(whole)


@given(st.text(max_size=30))
def test_a_key_does_not_depend_on_case(text: str):
    assert collation_key(text.lower()) == collation_key(text)


@given(polish, polish, st.sampled_from(["f", "m", None]))
def test_any_name_has_all_its_forms_and_never_fails(first: str, last: str, gender: str | None):
    forms = inflect_name(first, last, gender)
    assert all(getattr(forms, case) for case in CASES)
    assert forms.gender or not forms.certain


@given(polish)
def test_a_womans_surname_not_in_a_is_never_inflected(family: str):
    if not family.strip().lower().endswith("a") and " " not in family and "-" not in family:
        forms = inflect_name("", family, "f").family_name
        assert len(set(forms)) == 1


@given(st.text(max_size=40), st.sampled_from(["f", "m", None]))
def test_any_office_gives_a_greeting_and_a_phrase(office: str, gender: str | None):
    assert salutation("Anna", "Nowak", gender=gender, office=office)
    assert phrase_cases(office, gender).nominative.lower() == " ".join(office.split()).lower()
