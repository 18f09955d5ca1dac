"""Photographs: stripped of what the camera wrote, described, published after a look at the consents."""

import datetime as dt
import io
import struct
import zlib

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from spoiwo.files.models import StoredFile
from spoiwo.kit.request import Refused
from spoiwo.meetings.actions.consents import allow_image, withdraw_image
from spoiwo.meetings.actions.photos import add_photo, publish_photos
from spoiwo.meetings.importers.photos import read_photo
from spoiwo.meetings.models import ImageConsent, Meeting, Photo
from spoiwo.meetings.queries.privacy import consents_of, image_consent, withdrawn_after_publication
from spoiwo.meetings.rules.states import Via
from tests.cast import Cast
from tests.make import make_attendee, make_campaign, make_invitation, make_meeting

AT = dt.datetime(2024, 10, 9, 9, 0, tzinfo=dt.UTC)
LATER = AT + dt.timedelta(days=3)
GPS, ORIENTATION, ARTIST = 0x8825, 0x0112, 0x013B
pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    return make_meeting(cast.ours, is_public=True)


def camera_picture(size: tuple[int, int] = (3000, 1500), kind: str = "JPEG", turn: int = 6) -> bytes:
    """A picture as a telephone makes it: lying, with place, owner and a comment in it; the left half is red."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[ORIENTATION], exif[ARTIST] = turn, "Jan Kowalski"
    exif.get_ifd(GPS).update({1: "N", 2: (52.0, 26.0, 0.0), 3: "E", 4: (20.0, 41.0, 0.0)})
    content = io.BytesIO()
    more = {"comment": b"Nowy Dwor"} if kind == "JPEG" else {}
    image.save(content, kind, exif=exif, dpi=(300, 300), **more)
    return content.getvalue()


def upload(content: bytes, name: str = "jan-kowalski.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "image/jpeg")


def rows(*photos: dict) -> dict:
    data = {"photo-TOTAL_FORMS": "4", "photo-INITIAL_FORMS": "0"}
    for number, photo in enumerate(photos):
        data |= {f"photo-{number}-{name}": value for name, value in photo.items()}
    return data


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_place_owner_and_comment_are_gone_and_the_picture_stands_upright(kind: str) -> None:
    content = camera_picture(kind=kind)
    assert b"Kowalski" in content and Image.open(io.BytesIO(content)).getexif().get_ifd(GPS)
    picture = read_photo(io.BytesIO(content))
    for made, side in ((picture.large, 2000), (picture.small, 600)):
        image = Image.open(io.BytesIO(made))
        assert not image.getexif() and not image.getexif().get_ifd(GPS)
        assert not {"comment", "exif", "xmp", "icc_profile", "photoshop"} & image.info.keys()
        assert b"Kowalski" not in made and b"Nowy Dwor" not in made
        assert image.size == (side // 2, side)
        assert image.getpixel((image.width // 2, 5))[0] > 200  # what was left is on top now
    assert (picture.width, picture.height) == (1000, 2000)


def test_what_is_clear_in_a_drawing_becomes_white() -> None:
    content = io.BytesIO()
    Image.new("RGBA", (300, 300), (0, 0, 0, 0)).save(content, "PNG")
    assert Image.open(io.BytesIO(read_photo(content).large)).getpixel((9, 9)) == (255, 255, 255)


def bomb() -> bytes:
    """A PNG that says it has two thousand million pixels, in a few hundred bytes."""
    head = struct.pack(">IIBBBBB", 45_000, 45_000, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 9999)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )


@pytest.mark.parametrize(
    "content",
    [
        bomb(),
        b"\xff\xd8\xff" + b"<script>alert(1)</script>" * 9,
        b"\x89PNG\r\n\x1a\n",
        camera_picture()[:4000],
        camera_picture((60, 60)),
        b"GIF89a" + b"\0" * 99,
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"",
    ],
    ids=["bomb", "page", "head", "half", "tiny", "gif", "svg", "empty"],
)
def test_hostile_and_broken_files_are_refused_with_words(
    cast: Cast, meeting: Meeting, content: bytes
) -> None:
    with pytest.raises(Refused) as problem:
        add_photo(meeting, upload(content), alt="Sala", by=cast.anna.actor)
    assert problem.value.field == "file"
    assert not Photo.objects.exists() and not StoredFile.objects.exists()


def test_of_several_those_in_order_are_taken_and_the_others_say_what_is_missing(
    cast: Cast, meeting: Meeting
) -> None:
    data = rows(
        {"file": upload(camera_picture()), "alt": "Pełna sala", "caption": "Otwarcie", "author": "E. Nowak"},
        {"file": upload(camera_picture()), "alt": " ", "caption": "Bez opisu"},
        {"file": upload(b"nic"), "alt": "Nie zdjęcie"},
    )
    answer = cast.anna.client.post(f"/meetings/{meeting.pk}/photos/", data)
    assert answer.status_code == 422
    taken = Photo.objects.get()
    assert (taken.alt, taken.width, taken.height) == ("Pełna sala", 1000, 2000)
    assert "kowalski" not in taken.file.name
    page = answer.content.decode()
    assert "Bez opisu" in page and "Nie zdjęcie" in page


def test_words_without_a_photograph_come_back(cast: Cast, meeting: Meeting) -> None:
    answer = cast.anna.client.post(f"/meetings/{meeting.pk}/photos/", rows({"alt": "Prezydium"}))
    assert answer.status_code == 422
    assert "Prezydium" in answer.content.decode()


def test_nothing_is_public_before_somebody_says_to_have_looked(cast: Cast, meeting: Meeting) -> None:
    photo = add_photo(meeting, upload(camera_picture()), alt="Sala", by=cast.anna.actor)
    picture, gallery = (
        f"/meetings/{meeting.pk}/photos/{photo.pk}/small.jpg",
        f"/meetings/{meeting.pk}/gallery/",
    )
    assert cast.nobody.client.get(picture).status_code == 404
    assert cast.nobody.client.get(gallery).status_code == 404
    assert cast.anna.client.get(picture)["Cache-Control"] == "private, no-store"
    url = f"/meetings/{meeting.pk}/photos/publication/"
    assert cast.anna.client.post(url).status_code == 422
    assert cast.nobody.client.get(picture).status_code == 404
    cast.anna.client.post(url, {"looked": "1"})
    shown = cast.nobody.client.get(picture)
    assert (shown.status_code, shown["Cache-Control"]) == (200, "public, max-age=600")
    page = cast.nobody.client.get(gallery).content.decode()
    assert 'alt="Sala"' in page and 'loading="lazy"' in page and 'width="1000" height="2000"' in page
    cast.anna.client.post(f"/meetings/{meeting.pk}/photos/{photo.pk}/", {"hide": "1"})
    assert cast.nobody.client.get(picture).status_code == 404


def test_of_a_meeting_for_insiders_nobody_else_sees_photographs(cast: Cast) -> None:
    inside = make_meeting(cast.ours)
    photo = add_photo(inside, upload(camera_picture()), alt="Sala", by=cast.anna.actor)
    publish_photos(inside, by=cast.anna.actor, at=AT)
    url = f"/meetings/{inside.pk}/photos/{photo.pk}/large.jpg"
    assert cast.nobody.client.get(url).status_code == 404
    assert cast.bartek.client.get(url)["Cache-Control"] == "private, no-store"
    assert cast.bartek.client.get(f"/meetings/{inside.pk}/photos/{photo.pk}/raw.jpg").status_code == 404


def test_a_removed_photograph_leaves_no_file(
    cast: Cast, meeting: Meeting, django_capture_on_commit_callbacks
) -> None:
    photo = add_photo(meeting, upload(camera_picture()), alt="Sala", by=cast.anna.actor)
    names = [photo.file.content.name, photo.small.content.name]
    with django_capture_on_commit_callbacks(execute=True):
        cast.anna.client.post(f"/meetings/{meeting.pk}/photos/{photo.pk}/", {"remove": "1"})
    assert not StoredFile.objects.exists()
    assert not any(default_storage.exists(name) for name in names)


def test_people_are_told_apart_by_what_they_said(cast: Cast, meeting: Meeting) -> None:
    invitation = make_invitation(make_campaign(cast.ours, meeting), meeting=meeting, reply="yes")
    by_link = make_attendee(meeting, "Jan", "Link", invitation=invitation)
    on_paper, gone = make_attendee(meeting, "Ewa", "Papier"), make_attendee(meeting, "Ola", "Rozmyślona")
    make_attendee(meeting, "Iza", "Milcząca")
    allow_image(meeting, invitation, via=Via.LINK, at=AT, by=cast.nobody.actor)
    for who in (by_link, on_paper, gone):
        allow_image(meeting, who, via=Via.DESK, at=AT, by=cast.ewa.actor)
    withdraw_image(meeting, gone, at=LATER, by=cast.ewa.actor)
    assert ImageConsent.objects.count() == 3  # the paper slip of an invited person repeats the link's consent
    found = consents_of(meeting)
    assert {one.attendee.family_name for one in found.allowing} == {"Link", "Papier"}
    assert [one.attendee.family_name for one in found.silent] == ["Milcząca"]
    assert [one.attendee.family_name for one in found.withdrawn] == ["Rozmyślona"]


def test_a_slip_entered_for_an_invited_person_is_seen_and_withdrawn_by_the_link(
    cast: Cast, meeting: Meeting
) -> None:
    campaign = make_campaign(cast.ours, meeting, asks_image=True)
    invitation = make_invitation(campaign, meeting=meeting, reply="yes")
    place = make_attendee(meeting, invitation=invitation)
    url = f"/meetings/{meeting.pk}/consents/"
    for _press in range(2):
        cast.ewa.client.post(url, {"person": place.pk, "say": "allow"})
    assert image_consent(meeting, invitation) is not None
    cast.nobody.client.post(f"/i/{invitation.code}/photographs/", {"consent": "0"})
    assert [one.attendee for one in consents_of(meeting).withdrawn] == [place]
    cast.ewa.client.post(url, {"person": place.pk, "say": "allow"})
    assert consents_of(meeting).allowing and ImageConsent.objects.count() == 2


def test_a_withdrawal_after_publishing_is_pointed_out_until_somebody_looked(
    cast: Cast, meeting: Meeting
) -> None:
    person = make_attendee(meeting, "Ola", "Rozmyślona")
    add_photo(meeting, upload(camera_picture()), alt="Sala", by=cast.anna.actor)
    allow_image(meeting, person, via=Via.DESK, at=AT, by=cast.anna.actor)
    publish_photos(meeting, by=cast.anna.actor, at=AT)
    assert "Rozmyślona" not in cast.anna.client.get(f"/meetings/{meeting.pk}/photos/").content.decode()
    withdraw_image(meeting, person, at=LATER, by=cast.anna.actor)
    assert "Rozmyślona" in cast.anna.client.get(f"/meetings/{meeting.pk}/photos/").content.decode()
    publish_photos(meeting, by=cast.anna.actor, at=LATER + dt.timedelta(hours=1))
    assert withdrawn_after_publication(meeting) == []


def test_wrong_roles_and_other_partnerships_are_kept_out(cast: Cast, meeting: Meeting) -> None:
    photo = add_photo(meeting, upload(camera_picture()), alt="Sala", by=cast.anna.actor)
    theirs = make_meeting(cast.theirs)
    stranger = make_attendee(theirs)
    assert (
        cast.celina.client.post(f"/meetings/{theirs.pk}/photos/{photo.pk}/", {"remove": "1"}).status_code
        == 404
    )
    assert cast.dorota.client.post(f"/meetings/{meeting.pk}/photos/{photo.pk}/").status_code == 403
    assert cast.bartek.client.post(f"/meetings/{meeting.pk}/consents/", {"person": 1}).status_code == 403
    url = f"/meetings/{meeting.pk}/consents/"
    assert cast.anna.client.post(url, {"person": stranger.pk, "say": "allow"}).status_code == 404
    assert cast.anna.client.post(url, {"person": "x", "say": "allow"}).status_code == 404
    assert Photo.objects.exists() and not ImageConsent.objects.exists()
