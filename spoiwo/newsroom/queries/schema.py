"""What machines read of an article: schema.org as JSON-LD, and the address of its share image."""

import json
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString

from spoiwo.newsroom.models import Article
from spoiwo.newsroom.rules.bodies import summary

# Inside the element nothing may look like its end; JSON knows these letters under their numbers, too.
_PLAIN = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def news_article(article: Article, root: str) -> SafeString:
    """The article as schema.org's NewsArticle, ready to stand in a script element; `root` begins every address.

    https://schema.org/NewsArticle; the day of publication is the first one, wherever that was.
    """
    published = article.first_published_on or article.publish_at
    said: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title[:110],
        "description": summary(article.lead, article.body),
        "inLanguage": "pl",
        "mainEntityOfPage": root + article.get_absolute_url(),
        "datePublished": published.isoformat() if published else None,
        "dateModified": article.changed_at.isoformat(),
        "author": {"@type": "Person", "name": article.author} if article.author else None,
        "publisher": {"@type": "Organization", "name": article.partnership.name},
        "contentLocation": {"@type": "Place", "name": article.place.full_name} if article.place else None,
        "image": image_address(article, root) or None,
    }
    written = json.dumps({key: value for key, value in said.items() if value is not None}, ensure_ascii=False)
    return SafeString(written.translate(_PLAIN))


def image_address(article: Article, root: str) -> str:
    """The whole address of the image for sharing; empty before it is drawn."""
    if article.share_image_id is None:
        return ""
    return root + reverse("newsroom:share_image", args=[article.slug])
