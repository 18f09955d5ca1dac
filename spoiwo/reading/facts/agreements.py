"""Agreements that were concluded: what kind, about what, when, where, between whom and who signed."""

import re
from itertools import pairwise

from spoiwo.reading.facts.agreement_former import with_former
from spoiwo.reading.facts.agreement_parts import Agreement, days_of, read
from spoiwo.reading.facts.agreement_series import in_series
from spoiwo.reading.facts.agreement_sides import sides
from spoiwo.reading.facts.agreement_subjects import subject_of
from spoiwo.reading.facts.agreement_words import (
    ABOUT_FAR,
    ABOUT_NEAR,
    CHANGED,
    DONE,
    DONE_NOW,
    EARLIER,
    FORM,
    FORMS,
    JOINED,
    JOINS_NOW,
    NO_AGREEMENT,
    OF_ANYTHING_NOW,
    OWN_TEXT,
    SAME_DAY,
    SIGNATURE,
    WHAT_ONE_JOINS,
)
from spoiwo.reading.facts.clauses import clause
from spoiwo.reading.facts.events import only_event
from spoiwo.reading.facts.fact import Fact, Field, Kind, confidence, spanning
from spoiwo.reading.facts.masks import Masked, pattern
from spoiwo.reading.facts.predicates import Predicate, predicates
from spoiwo.reading.facts.record_facts import records_of
from spoiwo.reading.facts.records import Record
from spoiwo.reading.facts.writers import writer_of

_FORM = pattern(rf"\b{FORM}")
_TITLE_OF_TEXT = pattern(rf"\s*{FORM}(?: (?:nr|o|partnersk|intencyjn|współprac)[^.\n]{{0,60}})?\s*")
_FORM_OF = [(pattern(words), form) for words, form in FORMS]
_JOINS = pattern(
    rf"\bdo (?:(?:grona|grupy) (?:(?:sygnatariuszy|członków|partnerów|uczestników) )?)?(?P<what>(?:(?:lokaln|powiatow|regionaln)\w+ )?{WHAT_ONE_JOINS})"
)
_IT = pattern(r"\b(?:go|je|ją|dokument\w*|podpisy|podpis)\b")
_SIGNERS = pattern(
    r"(?:^|\n)\s*(?:Strony|Sygnatariusze|Podpisali|Partnerzy|Strony porozumienia|Strony umowy):\s+(?P<who>[^\n]+)"
)


def find_agreements(masked: Masked) -> list[Fact]:
    """Return the agreements a text says were concluded; plans and agreements only spoken of give nothing."""
    told: list[Agreement] = []
    for start, end in _passages(masked):
        for found in _concluded(masked, start, end):
            is_again = any(one.form.value == found.form.value for one in told)
            at_event = _AT_EVENT.search(masked.text, start, end) and only_event(masked)
            if (
                told
                and not at_event
                and SAME_DAY.search(masked.text, start, end)
                and not days_of(masked, start, end)
            ):
                found.add([one for one in told[-1].fields if one.name in ("date", "place")])
            read(masked, found, is_again)
            _of_what_it_changes(masked, found, told)
            _add_to(told, found)
    if any(not one.is_heading for one in told):
        told = [one for one in told if not one.is_heading]
    series = list(in_series(masked))
    told = [one for one in told if not _is_in(one, series)] + series
    told = _with_records(masked, told)
    told = with_former(masked, told)
    told += _earlier(masked, told)
    facts = []
    for one in told:
        fields = [one.form, *one.fields, *_ourselves(masked, one)]
        if _is_enough(fields):
            facts.append(spanning(Kind.AGREEMENT, fields, _confidence(fields)))
    return facts


_TO_IT = pattern(r" do (?:niej|niego|tej umowy|tego porozumienia|tego dokumentu)\b")


def _of_what_it_changes(masked: Masked, found: Agreement, told: list[Agreement]) -> None:
    """Give "Aneksem do niej" the subject and the parties of the document told just before."""
    if found.form.value != "aneks" or not told or not _TO_IT.match(masked.text, found.form.end):
        return
    found.fields = [one for one in found.fields if one.name != "subject"]
    found.add([one for one in told[-1].fields if one.name == "subject"])
    if not found.value("party"):
        found.add([one for one in told[-1].fields if one.name == "party"])


# "Podczas konferencji przystąpiły …": on its day, and not on that of a document told before.
_AT_EVENT = pattern(
    r"\b(?:podczas|w trakcie|w czasie|na zakończenie) (?:\w+ )?(?:konferencj|spotkani|gal|posiedzeni|sesj|uroczystoś|debat|seminari|targ|obrad|forum)\w*"
)


def _is_in(one: Agreement, series: list[Agreement]) -> bool:
    """Whether an agreement read from a sentence is one of those told one by one."""
    return any(
        other.form.value == one.form.value and (one.start < other.end and other.start < one.end)
        for other in series
    )


def _passages(masked: Masked) -> list[tuple[int, int]]:
    """Return the sentences; a heading that only names a document goes with the text of the document below it."""
    found: list[tuple[int, int]] = []
    for start, end, _paragraph in masked.sentences:
        above = found[-1] if found else None
        if (
            above
            and _TITLE_OF_TEXT.fullmatch(masked.text, *above)
            and (masked.text[start].islower() or OWN_TEXT.search(masked.text, start, end))
        ):
            found[-1] = (above[0], end)
        else:
            found.append((start, end))
    return found


def _is_own_text(masked: Masked, start: int, end: int) -> bool:
    """Whether a passage is the document itself: its name as the title, the parties as "my"."""
    first = masked.sentence(start)
    is_titled = first[1] < end and _TITLE_OF_TEXT.fullmatch(masked.text, *first)
    return bool(is_titled and OWN_TEXT.search(masked.text, first[1], end) and masked.under(start, end, "Δ"))


# What was concluded


def _concluded(masked: Masked, start: int, end: int) -> list[Agreement]:
    """Return the documents a sentence says were concluded, one for each verb, or the one a body joined."""
    joined = predicates(masked, start, end, JOINED, told=JOINS_NOW)
    what = _JOINS.search(masked.text, start, end) if joined else None
    named = what and re.compile(r"\w*\s+Θ").match(masked.text, what.end())
    if (
        what
        and not named
        and what["what"].lower().startswith(("porozumieni", "umow", "deklaracj"))
        and (bare := _FORM.fullmatch(what["what"] + masked.text[what.end() :].split(" ")[0].strip(".,")))
    ):
        return [Agreement(Field("form", form_of(bare), *what.span("what"), 0.9), start, end)]
    if what:
        form = Field("form", "akces", joined[0].start, joined[0].end, 0.9)
        begin, stop = clause(masked, what.start("what"), until="Δ")
        stop = min([stop, *(one.start - 1 for one in joined if one.start > begin)])
        one = Agreement(form, start, end)
        one.fields.append(Field("subject", masked.words(begin, stop), begin, stop, 0.8))
        return [one]
    done = _done(masked, start, end)
    if not done and _is_own_text(masked, start, end):
        return [Agreement(_form(match), start, end) for match in masked.search(_FORM, start, end)][:1]
    if not done:
        return _listed(masked, start, end) or _in_force(masked, start, end)
    forms = [m for m in masked.search(_FORM, start, end) if not NO_AGREEMENT.match(masked.text, m.start())]
    if not forms:
        quoted = _quoted(masked, start, end)
        if quoted:
            return [quoted]
        goes_on = _IT.search(masked.text, start, end) or (done[0].start == start and done[0].how == "passive")
        before = _form_before(masked, start) if goes_on else None
        return [Agreement(before, start, end)] if before else []
    is_heading = masked.text[end - 1] not in ".!?…"
    if len(done) > 1 and len(forms) == 1 and len(days_of(masked, start, end)) > 1:
        return _one_for_each_day(masked, start, end, forms[0])
    titled = _is_own_text(masked, start, end) or masked.sentence(start)[1] < end
    first = forms[0] if titled else next((m for m in forms if _nominal(masked, m, done)), forms[0])
    return [Agreement(_form(first), start, end, is_heading)]


# "13.30 – podpisanie listu" stands in a programme: it is yet to be signed.
_AT_HOUR = re.compile(r"\b\d{1,2}[.:]\d\d(?:\s*[–-]\s*\d{1,2}[.:]\d\d)?\s*[–—-]?\s*(?:uroczyste\s+)?$")


def _done(masked: Masked, start: int, end: int) -> list[Predicate]:
    """Return what is done to a document; putting signatures and drawing up only where it is such a document."""
    found = predicates(masked, start, end, DONE, told=DONE_NOW)
    if not found and _BY_ANNEX.search(masked.text, start, end):
        found = predicates(masked, start, end, CHANGED)
    signed = SIGNATURE.search(masked.text, start, end)
    return [
        one
        for one in found
        if not _AT_HOUR.search(masked.text, max(start, one.start - 30), one.start)
        if one.lemma not in OF_ANYTHING_NOW
        or (signed and not masked.text[one.start : one.end].endswith("ąc"))
    ]


_BY_ANNEX = pattern(r"\baneksem z (?:dnia )?Δ")  # "Aneksem z Δ rozszerzyliśmy deklarację"


def _quoted(masked: Masked, start: int, end: int) -> Agreement | None:
    """Read a document called by its full title: "… „Porozumienie o współdziałaniu …” podpisały …"."""
    for sign in masked.under(start, end, "Θ"):
        quote = sign.thing
        text = masked.document.text
        match = _FORM.match(text, quote.inner_start, quote.inner_end)
        about = ABOUT_NEAR.match(text, match.end(), quote.inner_end) if match else None
        if match:
            one = Agreement(_form(match), start, end)
            if about:
                span = (about.end(), quote.inner_end)
                one.fields.append(Field("subject", masked.words(*span), *span, 0.85))
            return one
    return None


def _nominal(masked: Masked, form: re.Match[str], done: list) -> bool:
    """Whether a verb stands near the document's name, no other document between."""
    return any(abs(one.start - form.start()) < 120 for one in done)


def form_of(match: re.Match[str]) -> str:
    """Return the form in the register of a document's noun."""
    return next(form for words, form in _FORM_OF if words.fullmatch(match["form"]))


def _form(match: re.Match[str]) -> Field:
    return Field("form", form_of(match), *match.span("form"), 0.95)


def _form_before(masked: Masked, start: int) -> Field | None:
    """Return the one document the sentence before names: "… list intencyjny. Podpisano go …"."""
    number = masked.document.sentence_number(start)
    for begin, stop, _paragraph in masked.sentences[max(0, number - 1) : number]:
        for match in masked.search(_FORM, begin, stop):
            if not NO_AGREEMENT.match(masked.text, match.start()):
                return _form(match)
    return None


def _one_for_each_day(masked: Masked, start: int, end: int, form: re.Match[str]) -> list[Agreement]:
    """Read "jedną podpisano Δ z Ω, drugą zawarto Δ z Ω": a part of the sentence for each day."""
    days = days_of(masked, start, end)
    cut = [m.end() for m in re.finditer(r",\s", masked.text[start:end])]
    found, begin = [], start
    for first, second in pairwise(days):
        stops = [start + at for at in cut if first.end < start + at < second.start]
        stop = stops[-1] if stops else second.start
        found.append(Agreement(_form(form), begin, stop))
        begin = stop
    return [*found, Agreement(_form(form), begin, end)]


def _listed(masked: Masked, start: int, end: int) -> list[Agreement]:
    """Read a document told in lines: "Dokument: porozumienie …", "Strony: Ω, Ω"."""
    match = re.match(r"\s*(?:Dokument|Rodzaj|Forma|Co podpisano):\s+", masked.text[start:end])
    form = _FORM.match(masked.text, start + match.end(), end) if match else None
    return [Agreement(_form(form), start, end)] if form else []


_BETWEEN = pattern(
    rf"\b{FORM}(?: \w+){{0,3}}? (?:po)?między [^.;]{{0,20}}[ΩΥΦ]+[^.;]{{0,80}} a (?:także )?(?:\w+ )?[ΩΥΦ]+[^.;]{{0,60}}? (?:dotyczy|obejmuje|obowiązuje|określa|reguluje|przewiduje|zakłada)\b"
)
_SIGNED_AFTER = pattern(r"\b(?:sygnatariusz\w*|podpis\w+|parafowa\w+|zawar\w+|pióra?)\b")


def _in_force(masked: Masked, start: int, end: int) -> list[Agreement]:
    """Read "Umowa między Υ a Ω dotyczy …" where the next sentence tells who signed it."""
    match = _BETWEEN.search(masked.text, start, end)
    number = masked.document.sentence_number(start)
    after = masked.sentences[number + 1 : number + 2]
    if not match or NO_AGREEMENT.match(masked.text, match.start()) or not after:
        return []
    return [Agreement(_form(match), start, end)] if _SIGNED_AFTER.search(masked.text, *after[0][:2]) else []


# Spoken of by their date


_SIGNERS_OF = pattern(r"\b(?:sygnatariusz|stron)(?:ami|e|y|om|ów)? (?:\w+ )?$")


def _earlier(masked: Masked, told: list[Agreement]) -> list[Agreement]:
    """Return agreements spoken of by their date: "na mocy porozumienia z 18 grudnia, zawartego przez Ω i Υ"."""
    found: list[Agreement] = []
    for match in masked.search(EARLIER):
        date = masked.under(*match.span("date"))
        if not date or any(one.value("date") == date[0].thing.value for one in told):
            continue
        _start, end = masked.sentence(match.start())
        one = Agreement(_form(match), match.start(), end)
        one.add([*masked.fields("date", date[:1]), *subject_of(masked, match.end(), one.form)])
        by = re.match(r",?\s+(?:zawart\w+|podpisan\w+)\s", masked.text[match.end() : end])
        skip = next(((f.start, f.end) for f in one.fields if f.name == "subject"), (0, 0))
        if by:
            others = (s for s in masked.under(match.end(), end, "ΩΥΦ") if not skip[0] <= s.start < skip[1])
            one.add(masked.fields("party", others))
        elif _SIGNERS_OF.search(masked.text, max(0, match.start() - 60), match.start()):
            one.add(sides(masked, match.end(), end, skip))
            one.add(subject_of(masked, end, one.form) if ABOUT_FAR.match(masked.text, end + 1) else [])
        if len(one.fields) > 1:
            found.append(one)
    return found


# Told in labels


def _with_records(masked: Masked, told: list[Agreement]) -> list[Agreement]:
    """Give the only agreement of a text what labels say of it; a record that names its document is an agreement itself."""
    for record, fields in records_of(masked, Kind.AGREEMENT):
        form = _form_of_record(masked, record)
        one = told[0] if len(told) == 1 and (form is None or form.value == told[0].form.value) else None
        if one is None and form is None and not told:
            form = _form_above(masked, record)
            fields += subject_of(masked, form.end, form) if form else []
        if one is None and form is not None:
            one = Agreement(form, record.start, record.end)
            told.append(one)
        if one is not None:
            names = {field.name for field in fields}
            one.fields = [*fields, *(f for f in one.fields if f.name not in names)]
            for value in record.all("signed", "party"):
                for span in value.spans:
                    one.add(sides(masked, *span, (0, 0)))
    return told


def _form_above(masked: Masked, record: Record) -> Field | None:
    """Return the document a sentence just before the labels of its day and its parties only names."""
    start = masked.sentence(max(record.before, record.start - 2))[0]
    is_whole = {"date", "party"} <= record.names() and start < record.start
    match = _FORM.match(masked.text, start) if is_whole else None
    return _form(match) if match else None


def _form_of_record(masked: Masked, record: Record) -> Field | None:
    for value in record.all("document"):
        match = _FORM.search(masked.text, *value.spans[0])
        if match:
            return _form(match)
    return None


# Putting together


def _add_to(told: list[Agreement], found: Agreement) -> None:
    """Add an agreement, or what is said of it to the same one told before: same form, and no other day."""
    if told and _is_paper_of_joining(told[-1], found):
        told[-1].add(found.fields)
        return
    for one in told:
        if one.form.value == found.form.value:
            dates = one.value("date"), found.value("date")
            subjects = one.value("subject"), found.value("subject")
            if not all(dates) or (
                dates[0] == dates[1] and (not all(subjects) or one.is_heading or subjects[0] == subjects[1])
            ):
                if one.is_heading and not found.is_heading:  # the sentence says it better than the heading
                    one.fields, found.fields = found.fields, one.fields
                one.add(found.fields)
                one.is_heading = one.is_heading and found.is_heading
                return
    told.append(found)


def _is_paper_of_joining(one: Agreement, found: Agreement) -> bool:
    """Whether a declaration signed is the paper by which a body joined, told just before."""
    same_day = None in (one.value("date"), found.value("date")) or one.value("date") == found.value("date")
    return (
        one.form.value == "akces"
        and found.form.value == "deklaracja"
        and same_day
        and not found.value("subject")
    )


_WITH_US = pattern(r"\b(?:podpisa|zawar|parafowa)(?:liśmy|łyśmy)\b|\b(?:podpisujemy|zawieramy)\b|\bz nami\b")


def _ourselves(masked: Masked, one: Agreement) -> list[Field]:
    """Return whoever writes as a party of what "we" signed."""
    writer = writer_of(masked) if _WITH_US.search(masked.text, one.start, one.end) else None
    is_told = writer and any(field.value == writer.thing.name for field in one.fields)
    return [masked.field("party", writer, 0.75)] if writer and not is_told else []


def _is_enough(fields: list[Field]) -> bool:
    names = {one.name for one in fields}
    return "date" in names or {"subject", "party"} <= names


def _confidence(fields: list[Field]) -> float:
    names = {one.name for one in fields}
    return confidence(Kind.AGREEMENT, "date" in names and len(names) >= 3)
