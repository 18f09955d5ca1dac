"""The fuse box of `partnerships`: audit sentences, stops of the trail, a sample of each letter."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class PartnershipsConfig(AppConfig):
    name = "spoiwo.partnerships"
    label = "partnerships"

    def ready(self) -> None:
        from spoiwo import audit, trail
        from spoiwo.kit import links
        from spoiwo.mail.post import register
        from spoiwo.partnerships import receivers  # noqa: F401 - importing connects it
        from spoiwo.partnerships import search as documents
        from spoiwo.partnerships.audit import SENTENCES
        from spoiwo.partnerships.emails import sample_notice
        from spoiwo.partnerships.queries import stops
        from spoiwo.search import registry

        audit.register(SENTENCES)
        trail.register("partnerships.partnership", stops.partnership_steps)
        trail.register("partnerships.agreement", stops.agreement_steps)
        links.register("register.contactbook", stops.links_of_book)
        register("partnerships/act_notice", sample_notice)
        registry.register(
            "partnerships.partnership",
            pgettext_lazy("kind of thing found", "partnerships"),
            documents.partnership_documents,
        )
        registry.register(
            "partnerships.agreement",
            pgettext_lazy("kind of thing found", "agreements"),
            documents.agreement_documents,
        )
        registry.register(
            "partnerships.act", pgettext_lazy("kind of thing found", "files of acts"), documents.act_documents
        )
        registry.part_of("partnerships.partnership", documents.agreements_of)
        registry.part_of("partnerships.party", documents.agreement_of_party)
        registry.part_of("partnerships.act", documents.agreement_of_act)
