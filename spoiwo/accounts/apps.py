"""The fuse box of `accounts`."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "spoiwo.accounts"
    label = "accounts"

    def ready(self) -> None:
        from spoiwo import audit
        from spoiwo.accounts.audit import SENTENCES
        from spoiwo.accounts.emails import invitation
        from spoiwo.accounts.models import User
        from spoiwo.mail.post import register

        audit.register(SENTENCES)
        sample = User(pk=0, email="anna.zielinska@example.org", name="Anna Zielińska")
        register("accounts/invitation", lambda: invitation(sample, "Celina Dąbrowska"))
