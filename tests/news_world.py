"""The news of the small furnished world: an article that is out with a picture, and a draft with another."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from spoiwo.newsroom.actions.pictures import add_picture
from spoiwo.newsroom.models import Article
from spoiwo.newsroom.tasks import draw_share_image
from spoiwo.partnerships.models import Partnership
from tests.cast import Cast
from tests.make_newsroom import make_article


def news_of(partnership: Partnership, cast: Cast) -> dict[str, Any]:
    """Both articles with their pictures; the one that is out has its share image."""
    article = make_article(partnership, f"Targi pracy, {partnership.name}")
    draft = make_article(partnership, f"Spotkanie rady, {partnership.name}", state="draft")
    picture, other = (_picture(one, cast) for one in (article, draft))
    draw_share_image.func(article.pk)
    return {
        "article_slug": article.slug,
        "draft_slug": draft.slug,
        "picture_pk": picture,
        "draft_picture_pk": other,
    }


def _picture(article: Article, cast: Cast) -> int:
    content = BytesIO()
    Image.new("RGB", (640, 480), "#0e5a4b").save(content, "JPEG")
    upload = SimpleUploadedFile("hala.jpg", content.getvalue(), "image/jpeg")
    return add_picture(article, upload, by=cast.anna.actor, alt="Hala sportowa z rzędami stoisk").pk
