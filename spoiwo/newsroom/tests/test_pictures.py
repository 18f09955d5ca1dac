"""Pictures of articles: taken in, described, ordered, removed; the image for sharing."""

import io
import struct
import zlib
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from spoiwo.files.models import StoredFile
from spoiwo.kit.request import Refused
from spoiwo.meetings.actions.photos import add_photo, remove_photo
from spoiwo.newsroom.actions.pictures import add_picture, copy_photos, remove_picture
from spoiwo.newsroom.models import Article, Picture
from spoiwo.newsroom.rules.pictures import MOST, in_order
from spoiwo.newsroom.tasks import draw_share_image
from tests.cast import Cast
from tests.make import make_meeting
from tests.make_newsroom import make_article

pytestmark = pytest.mark.django_db
GPS = 0x8825


def photo(
    name: str = "hala.jpg", size: tuple[int, int] = (800, 600), colour: str = "#0e5a4b", **options: Any
) -> SimpleUploadedFile:
    content = io.BytesIO()
    Image.new("RGB", size, colour).save(content, "JPEG", **options)
    return SimpleUploadedFile(name, content.getvalue(), "image/jpeg")


def bomb() -> bytes:
    """A PNG that says it has two thousand million pixels, in a few hundred bytes."""
    head = struct.pack(">IIBBBBB", 45_000, 45_000, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 9999)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )


def url(name: str, *args: Any) -> str:
    return reverse(f"newsroom:{name}", args=args)


def sent(*rows: dict[str, Any], **more: Any) -> dict[str, Any]:
    """The page's form as a browser sends it."""
    form: dict[str, Any] = {"picture-TOTAL_FORMS": len(rows), "picture-INITIAL_FORMS": len(rows)}
    for number, row in enumerate(rows):
        form |= {f"picture-{number}-{name}": value for name, value in row.items()}
    return form | more


def draft(cast: Cast, count: int = 0) -> Article:
    article = make_article(cast.ours, state="draft")
    for number in range(count):
        add_picture(article, photo(f"{number}.jpg"), by=cast.ewa.actor)
    return article


def test_pictures_are_added_described_and_shown(cast: Cast) -> None:
    article = draft(cast)
    page = url("pictures", article.slug)
    cast.ewa.client.post(page, sent(files=[photo("a.jpg"), photo("b.jpg")]))
    first, second = article.pictures.all()
    refused = cast.ewa.client.post(url("article_state", article.slug), {"state": "submitted"}, follow=True)
    assert "Say of every picture what it shows" in refused.content.decode()
    assert "describe the 2 pictures" in cast.ewa.client.get(page).content.decode()
    rows = [
        {"row": first.pk, "place": 2, "alt": "Stoiska w hali", "caption": "Hala", "author": "Jan Nowak"},
        {"row": second.pk, "place": 1, "alt": "Kolejka", "caption": "", "author": ""},
    ]
    assert cast.ewa.client.post(page, sent(*rows)).status_code == 302
    assert [one.alt for one in article.pictures.all()] == ["Kolejka", "Stoiska w hali"]
    shown = cast.ewa.client.get(article.get_absolute_url()).content.decode()
    assert 'alt="Stoiska w hali"' in shown and "Photograph: Jan Nowak" in shown
    cast.ewa.client.post(url("article_state", article.slug), {"state": "submitted"})
    article.refresh_from_db()
    assert (article.state, article.revision) == ("submitted", 4)


def test_one_bad_file_stops_no_other_and_is_named(cast: Cast) -> None:
    article = draft(cast)
    bad = SimpleUploadedFile("notatka.jpg", b"to nie jest zdjecie", "image/jpeg")
    answer = cast.ewa.client.post(url("pictures", article.slug), sent(files=[bad, photo("dobra.jpg")]))
    assert answer.status_code == 422 and "notatka.jpg:" in answer.content.decode()
    assert article.pictures.count() == 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a" + b"0" * 50,
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\xff\xd8\xff" + b"0" * 90,
        b"%PDF-1.7",
        bomb(),
        photo(size=(90, 90)).read(),
        photo().read()[:900],
    ],
)
def test_what_is_no_sound_picture_is_refused(cast: Cast, content: bytes) -> None:
    with pytest.raises(Refused):
        add_picture(draft(cast), SimpleUploadedFile("a.jpg", content), by=cast.ewa.actor)
    assert not Picture.objects.exists() and not StoredFile.objects.exists()


def test_what_the_camera_wrote_is_gone(cast: Cast) -> None:
    marked = Image.new("RGB", (800, 600))
    exif = marked.getexif()
    exif[0x010E] = "Dom Ewy"
    exif.get_ifd(GPS)[1] = "N"
    picture = add_picture(draft(cast), photo(exif=exif), by=cast.ewa.actor)
    for stored in (picture.file, picture.small):
        content = stored.content.read()
        assert b"Dom Ewy" not in content
        assert not Image.open(io.BytesIO(content)).getexif()


def test_a_picture_of_a_draft_is_for_those_who_write(cast: Cast) -> None:
    article = draft(cast, 1)
    picture = article.pictures.get()
    address = url("picture_file", article.slug, picture.pk, "small")
    assert [getattr(cast, who).client.get(address).status_code for who in ("ewa", "celina", "nobody")] == [
        200,
        404,
        404,
    ]
    assert cast.ewa.client.get(address)["Cache-Control"] == "private, no-store"
    Article.objects.update(state="approved", publish_at=article.created_at)
    answer = cast.nobody.client.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    assert "max-age=600" in answer["Cache-Control"]
    other = make_article(cast.ours, "Gala")
    for wrong in (
        url("picture_file", other.slug, picture.pk, "small"),
        url("picture_file", article.slug, picture.pk, "huge"),
    ):
        assert cast.nobody.client.get(wrong).status_code == 404


def test_a_removed_picture_takes_its_files_with_it_and_the_words_beside_it_stay(
    cast: Cast, django_capture_on_commit_callbacks: Any
) -> None:
    article = draft(cast, 2)
    first, second = article.pictures.select_related("file")
    kept = first.file.content
    rows = [{"row": first.pk, "alt": "x", "place": 1}, {"row": second.pk, "alt": "Kolejka", "place": 2}]
    with django_capture_on_commit_callbacks(execute=True):
        cast.ewa.client.post(url("picture_removal", article.slug, first.pk), sent(*rows))
    assert [one.alt for one in article.pictures.all()] == ["Kolejka"]
    assert not kept.storage.exists(str(kept.name))
    assert StoredFile.objects.filter(pk__in=[first.file_id, first.small_id]).count() == 0


def test_a_picture_of_another_article_is_not_touched(cast: Cast) -> None:
    article, other = draft(cast, 1), make_article(cast.ours, "Inny", state="draft")
    picture = article.pictures.get()
    cast.ewa.client.post(url("picture_removal", other.slug, picture.pk), sent())
    cast.ewa.client.post(
        url("pictures", other.slug), sent({"row": picture.pk, "alt": "Podmiana", "place": 1})
    )
    assert article.pictures.get().alt == ""


def test_the_forty_first_picture_is_refused(cast: Cast) -> None:
    article = draft(cast, 1)
    one = article.pictures.get()
    fields = {"article": article, "file": one.file, "small": one.small}
    Picture.objects.bulk_create(Picture(order=number, **fields) for number in range(2, MOST + 1))
    with pytest.raises(Refused, match="at most 40"):
        add_picture(article, photo(), by=cast.ewa.actor)


@pytest.mark.parametrize("value", ["", "0", "-3", "9" * 30, "x", "²", "1.5", "\0"])
def test_odd_numbers_break_nothing(cast: Cast, value: str) -> None:
    article = draft(cast, 1)
    pk = article.pictures.get().pk
    for row in ({"row": value, "alt": "a", "place": 1}, {"row": pk, "alt": "a", "place": value}):
        assert cast.ewa.client.post(url("pictures", article.slug), sent(row)).status_code in (302, 422)
    for total in ("TOTAL_FORMS", "INITIAL_FORMS"):
        form = sent({"row": pk, "alt": "a", "place": 1}) | {f"picture-{total}": value}
        assert cast.ewa.client.post(url("pictures", article.slug), form).status_code in (302, 422)


def test_what_was_typed_comes_back_with_what_is_wrong_at_its_place(cast: Cast) -> None:
    article = draft(cast, 2)
    first, second = article.pictures.all()
    rows = [
        {"row": first.pk, "alt": "Kolejka", "place": 1},
        {"row": second.pk, "alt": "Sala", "place": "9" * 30},
    ]
    answer = cast.ewa.client.post(url("pictures", article.slug), sent(*rows, files=[photo()]))
    page = answer.content.decode()
    assert answer.status_code == 422 and 'value="Kolejka"' in page and 'value="Sala"' in page
    assert page.count("One thing needs mending") == 1 and 'href="#id_picture-1-place"' in page
    assert "choose it again" in page and article.pictures.count() == 2


def test_enter_in_a_field_saves_and_removes_nothing(cast: Cast) -> None:
    page = cast.ewa.client.get(url("pictures", draft(cast, 1).slug)).content.decode()
    form = page[page.index("nr-pictures") :]
    assert form.index("<button") < form.index("formaction")
    assert "formaction" not in form[form.index("<button") : form.index("</button>")]


def test_one_moved_to_a_taken_number_takes_it() -> None:
    assert in_order([7, 8, 9], {9: 1}) == [9, 7, 8]
    assert in_order([7, 8, 9], {7: 2}) == [8, 7, 9]
    assert in_order([7, 8, 9], {7: 99, 8: None}) == [8, 9, 7]
    assert in_order([7, 8], {7: 2, 8: 1}) == [8, 7]


def test_photographs_of_a_meeting_are_copied_and_not_shared(
    cast: Cast, django_capture_on_commit_callbacks: Any
) -> None:
    taken = add_photo(make_meeting(cast.ours), photo(), alt="Sala", caption="", author="", by=cast.anna.actor)
    article = draft(cast)
    copy_photos(article, [taken], by=cast.ewa.actor)
    assert not article.pictures.exists()  # nobody has published it yet
    taken.published_at = timezone.now()
    taken.save()
    copy_photos(article, [taken], by=cast.ewa.actor)
    with django_capture_on_commit_callbacks(execute=True):
        remove_photo(taken, by=cast.anna.actor)
    picture = article.pictures.get()
    assert picture.alt == "Sala" and len(picture.file.content.read()) > 1000


@pytest.mark.parametrize("title", ["Targi", "Żółć i gęślą jaźń " * 11, "W" * 200, "<b>&„”</b> #set text"])
def test_the_image_for_sharing_is_drawn_whatever_the_title(cast: Cast, title: str) -> None:
    article = make_article(cast.ours, title[:200])
    assert draw_share_image.func(article.pk) is True
    assert draw_share_image.func(article.pk) is False
    answer = cast.nobody.client.get(url("share_image", article.slug))
    assert answer["Content-Type"] == "image/png"
    drawn = Image.open(io.BytesIO(answer.getvalue()))
    assert drawn.size == (1200, 630)


def test_another_title_gives_another_image_and_the_old_one_goes(cast: Cast) -> None:
    article = make_article(cast.ours)
    draw_share_image.func(article.pk)
    article.refresh_from_db()
    before = article.share_image
    Article.objects.update(title="Zupełnie inny tytuł")
    draw_share_image.func(article.pk)
    article.refresh_from_db()
    assert before is not None and article.share_image is not None
    assert before.sha256 != article.share_image.sha256
    assert not StoredFile.objects.filter(pk=before.pk).exists()


def test_the_image_of_an_article_that_went_is_no_error() -> None:
    assert draw_share_image.func(987654) is False


def test_the_image_shows_the_first_picture_and_follows_it(cast: Cast) -> None:
    article = make_article(cast.ours)
    draw_share_image.func(article.pk)
    marks = []
    for colour in ("red", "blue"):
        add_picture(article, photo(colour=colour), by=cast.anna.actor)
        article.refresh_from_db()
        with article.share_image.content.open("rb") as content:
            marks.append(Image.open(content).convert("RGB").getpixel((1100, 300)))
    assert all(red > 200 > 50 > blue for red, _green, blue in marks)  # the second picture changes nothing
    remove_picture(article.pictures.first(), by=cast.anna.actor)
    article.refresh_from_db()
    with article.share_image.content.open("rb") as content:
        assert Image.open(content).convert("RGB").getpixel((1100, 300))[2] > 200


def test_the_image_of_a_draft_is_for_those_who_write(cast: Cast) -> None:
    address = url("share_image", draft(cast, 1).slug)
    assert cast.ewa.client.get(address)["Cache-Control"] == "private, no-store"
    assert cast.celina.client.get(address).status_code == cast.nobody.client.get(address).status_code == 404
    assert cast.nobody.client.get(url("share_image", make_article(cast.ours, "Gala").slug)).status_code == 404
