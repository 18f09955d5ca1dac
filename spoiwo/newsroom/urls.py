"""Addresses of the news."""

from django.urls import path

from spoiwo.newsroom import feeds
from spoiwo.newsroom.views import pictures, reading, writing

app_name = "newsroom"
ARTICLE = "news/<slug:slug>/"
urlpatterns = [
    path("news/", reading.articles, name="articles"),
    path("news/atom.xml", feeds.feed, {"kind": "atom"}, name="atom"),
    path("news/rss.xml", feeds.feed, {"kind": "rss"}, name="rss"),
    path("news/of/<slug:partnership>/atom.xml", feeds.feed, {"kind": "atom"}, name="partnership_atom"),
    path("news/of/<slug:partnership>/rss.xml", feeds.feed, {"kind": "rss"}, name="partnership_rss"),
    path("news/desk/", writing.desk, name="desk"),
    path("news/new/", writing.article_new, name="article_new"),
    path("news/meeting/<int:meeting_pk>/", writing.article_from_meeting, name="article_from_meeting"),
    path(ARTICLE, reading.article, name="article"),
    path(ARTICLE + "edit/", writing.article_edit, name="article_edit"),
    path(ARTICLE + "publication/", writing.article_publication, name="article_publication"),
    path(ARTICLE + "state/", writing.article_state, name="article_state"),
    path(ARTICLE + "approval/", writing.article_approval, name="article_approval"),
    path(ARTICLE + "removal/", writing.article_removal, name="article_removal"),
    path(ARTICLE + "share.png", pictures.share_image, name="share_image"),
    path(ARTICLE + "pictures/", pictures.pictures, name="pictures"),
    path(ARTICLE + "pictures/<int:picture_pk>.<str:size>", pictures.picture_file, name="picture_file"),
    path(ARTICLE + "pictures/<int:picture_pk>/removal/", pictures.picture_removal, name="picture_removal"),
]
