"""Themes of tables as people write them: one a line."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LONGEST = 200


def read_themes(text: str, most: int) -> list[str]:
    """The themes, each once, in their order; raises `ValidationError` for more than `most`, or one too long."""
    lines = (line.strip() for line in text.splitlines())
    themes = list(dict.fromkeys(line for line in lines if line))
    if len(themes) > most or any(len(theme) > LONGEST for theme in themes):
        raise ValidationError(
            _("There can be up to %(most)d themes of at most 200 characters each.") % {"most": most}
        )
    return themes
