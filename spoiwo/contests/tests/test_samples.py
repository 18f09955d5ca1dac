"""The samples of this room's letters for /ui/letters/."""

from pathlib import Path

from spoiwo.contests.emails.samples import SAMPLES
from spoiwo.mail.post import written

LETTERS = Path(__file__).resolve().parents[1] / "templates" / "contests" / "email"


def test_every_letter_of_the_room_has_a_sample_and_no_sample_lacks_a_letter() -> None:
    assert set(SAMPLES) == {one.stem for one in LETTERS.glob("*.txt")}


def test_a_sample_shows_the_letter_of_its_name_filled() -> None:
    for name, make in SAMPLES.items():
        draft = make()
        subject, body = written(draft)
        assert draft.template == f"contests/email/{name}"
        assert subject and "http" in body and "None" not in body
