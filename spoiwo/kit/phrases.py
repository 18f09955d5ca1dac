"""The words that many rooms share, so that they are translated once."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

SAVE = pgettext_lazy("button", "Save")
CANCEL = pgettext_lazy("button", "Cancel")
DELETE = pgettext_lazy("button", "Delete")
EDIT = pgettext_lazy("button", "Edit")
ADD = pgettext_lazy("button", "Add")
SAVED = _("The changes have been saved.")
REQUIRED = _("Fill in this field.")
