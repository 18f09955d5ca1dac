"""Exports of accounts."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from spoiwo.accounts.models import User
from spoiwo.documents.table import Column, Table


def user_table(users: QuerySet[User]) -> Table:
    """Accounts without anything secret."""
    columns = [
        Column("name", _("name and surname")),
        Column("email", _("e-mail address")),
        Column("admin", _("administrator"), kind="boolean"),
        Column("active", _("may sign in"), kind="boolean"),
        Column("invited", _("invited"), kind="datetime"),
    ]
    rows = users.values_list("name", "email", "is_admin", "is_active", "invited_at").iterator()
    return Table(_("Users"), columns, rows)
