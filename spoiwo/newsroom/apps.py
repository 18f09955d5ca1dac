"""The fuse box of `newsroom`."""

from django.apps import AppConfig


class NewsroomConfig(AppConfig):
    name = "spoiwo.newsroom"
    label = "newsroom"

    def ready(self) -> None:
        from django.utils.translation import pgettext_lazy

        from spoiwo import audit, search, trail
        from spoiwo.kit import links
        from spoiwo.mail.post import register
        from spoiwo.newsroom.audit import SENTENCES
        from spoiwo.newsroom.emails.samples import SAMPLES
        from spoiwo.newsroom.queries import articles
        from spoiwo.newsroom.search import article_documents

        audit.register(SENTENCES)
        trail.register("newsroom.article", articles.article_steps)
        links.register("meetings.meeting", articles.links_of_meeting)
        search.register("newsroom.article", pgettext_lazy("kind of record", "News"), article_documents)
        for name, sample in SAMPLES.items():
            register(f"newsroom/{name}", sample)
