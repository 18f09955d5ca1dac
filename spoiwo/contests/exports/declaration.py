"""The declaration of impartiality as a paper."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from spoiwo.contests.models import Member
from spoiwo.contests.queries.declaration import declaration_text, exclusions_of
from spoiwo.documents.blocks import (
    Block,
    Fields,
    Note,
    Numbered,
    Paragraph,
    Signatures,
    TableBlock,
    blocks_pdf,
)
from spoiwo.kit.dates import today, written_day

LANGUAGE = "pl"


def declaration_blocks(member: Member) -> list[Block]:
    """The person, the text, the entrants it keeps out of, and the signature or room for it.

    Names entrants that the person is shut out of: it is for the person, the office's file and the minutes. One query.
    """
    with override(LANGUAGE):
        blocks: list[Block] = [
            Fields(
                [
                    (pgettext("declaration", "Name and surname"), member.user.name),
                    (pgettext("declaration", "Function"), member.function or str(member.organisation or "–")),
                    (pgettext("declaration", "Role in the contest"), str(member.get_kind_display())),
                ]
            ),
            Numbered(declaration_text(member.edition)),
        ]
        shut = exclusions_of(member)
        if shut:
            header = [_("Entrant"), _("Connection")]
            rows = [[one.entry.organisation_name, str(one.get_tie_display())] for one in shut]
            blocks += [
                Paragraph(_("I keep out of everything that concerns:")),
                TableBlock(header, rows, widths=[6, 5]),
            ]
        else:
            blocks.append(Paragraph(_("No connection with an entrant keeps me out.")))
        return [*blocks, *_signature(member)]


def declaration_pdf(member: Member) -> bytes:
    """The paper, finished."""
    with override(LANGUAGE):
        title = _("Declaration of impartiality")
        footer = _("printed on %(day)s") % {"day": written_day(today())}
    subtitle = member.edition.name
    return blocks_pdf(
        declaration_blocks(member), title=title, language=LANGUAGE, subtitle=subtitle, footer=footer
    )


def _signature(member: Member) -> list[Block]:
    if member.declared_at is None:
        return [Signatures([[_("Place and day")], [_("Signature")]])]
    moment = date_format(timezone.localtime(member.declared_at), "d.m.Y H:i")
    words = _("Signed in the program by %(name)s on %(moment)s, signed in to the own account.")
    return [Note(words % {"name": member.user.name, "moment": moment})]
