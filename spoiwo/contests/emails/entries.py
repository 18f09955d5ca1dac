"""Letters to those who write an entry: the beginning, an invitation, what was submitted, what was withdrawn."""

from collections.abc import Iterable, Iterator

from spoiwo.contests.emails.addresses import link_of, to_writer, to_writers
from spoiwo.contests.models import Entry, Submission, Writer
from spoiwo.contests.queries.editions import deadline_in_words
from spoiwo.contests.rules.states import WriterKind
from spoiwo.mail.post import Draft


def beginning_letters(entry: Entry, writers: Iterable[Writer], *, again: bool) -> Iterator[Draft]:
    """Each writer's own address; a nominated body is asked whether it agrees. `again`: there is another entry of theirs."""
    writers = list(writers)
    is_nomination = any(one.kind == WriterKind.NOMINATOR for one in writers)
    deadline = deadline_in_words(entry.edition)
    for writer in writers:
        if is_nomination and writer.kind == WriterKind.AUTHOR:
            link = link_of(writer, "contests:writing_agreement")
            yield to_writer(writer, entry, "entry_nominated", agreement=link, deadline=deadline)
        else:
            words = {"again": again, "is_nomination": is_nomination, "deadline": deadline}
            yield to_writer(writer, entry, "entry_begun", **words)


def invitation_letters(writer: Writer, *, invited_by: Writer) -> Iterator[Draft]:
    """To a colleague who is to write too."""
    entry = invited_by.entry
    words = {"invited_by": invited_by.name, "deadline": deadline_in_words(entry.edition)}
    yield to_writer(writer, entry, "entry_invited", **words)


def submission_letters(made: Submission) -> Iterator[Draft]:
    """The receipt with time, number and digest."""
    yield from to_writers(made.entry, "entry_submitted", submission=made)


def withdrawal_letters(entry: Entry) -> Iterator[Draft]:
    """That the entry is out of the contest."""
    yield from to_writers(entry, "entry_withdrawn")
