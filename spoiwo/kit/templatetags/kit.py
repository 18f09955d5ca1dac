"""Components of the look: leaves as inclusion tags, wrappers as block tags; see /ui/ for all of them."""

import datetime as dt
from typing import Any

from django import template
from django.forms import BoundField, CheckboxInput, CheckboxSelectMultiple, RadioSelect, Select, Textarea
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from spoiwo.kit.actor import NOBODY
from spoiwo.kit.dates import written_day
from spoiwo.kit.links import Link, links_for
from spoiwo.kit.listing import Listing

register = template.Library()


@register.filter(expects_localtime=True)
def words(day: dt.date | None) -> str:
    """The day in words in the reader's language."""
    return written_day(day)


@register.simple_block_tag
def card(content: str, title: str = "", id: str = "", extra: str = "") -> SafeString:
    """A framed section with its heading; `id` lets a link lead to it."""
    heading = format_html("<h2>{}</h2>", title) if title else ""
    anchor = format_html(' id="{}"', id) if id else ""
    return format_html('<section class="sp-card {}"{}>{}{}</section>', extra, anchor, heading, content)


@register.simple_block_tag
def next_step(content: str) -> SafeString:
    """The resin panel that says what waits for the person: one sentence, one or two links."""
    return format_html('<div class="sp-next"><strong>{}</strong> {}</div>', gettext("Next step:"), content)


@register.simple_tag
def chip(text: str, tone: str = "") -> SafeString:
    """A state in words; `tone` is empty, `wait`, `stop` or `off`."""
    return format_html('<span class="sp-chip {}">{}</span>', tone, text)


@register.inclusion_tag("kit/_head.html")
def page_head(title: str, eyebrow: str = "", eyebrow_url: str = "", lead: str = "") -> dict[str, Any]:
    """The page's heading: eyebrow (with its way back), title, lead."""
    return {"title": title, "eyebrow": eyebrow, "eyebrow_url": eyebrow_url, "lead": lead}


@register.inclusion_tag("kit/_figure.html")
def figure(number: Any, label: str, url: str = "", hint: str = "") -> dict[str, Any]:
    """A number with what it counts, leading to the records behind it."""
    return {"number": number, "label": label, "url": url, "hint": hint}


@register.inclusion_tag("kit/_empty.html")
def empty_state(title: str, text: str, url: str = "", action: str = "") -> dict[str, Any]:
    """What stands where nothing is yet: what it is, why it helps, one button to begin."""
    return {"title": title, "text": text, "url": url, "action": action}


@register.inclusion_tag("kit/_field.html")
def field(bound: BoundField) -> dict[str, Any]:
    """A form's field: label, help before the control, error at the control."""
    widget = bound.field.widget
    described = " ".join(
        f"{bound.auto_id}-{part}"
        for part, is_there in (("help", bound.help_text), ("error", bound.errors))
        if is_there
    )
    attributes: dict[str, Any] = {"class": _control_class(widget), "aria-describedby": described or None}
    if bound.errors:
        attributes["class"] += " is-invalid"
        attributes["aria-invalid"] = "true"
    # Nobody has to fill a filter: there it goes without saying.
    is_optional = not bound.field.required and not getattr(bound.form, "is_filter", False)
    if isinstance(widget, RadioSelect | CheckboxSelectMultiple):
        return {"bound": bound, "kind": "choices", "is_optional": is_optional}
    kind = "check" if isinstance(widget, CheckboxInput) else "plain"
    bound.field.widget.use_fieldset = False
    return {
        "bound": bound,
        "kind": kind,
        "is_optional": is_optional,
        "control": bound.as_widget(attrs={k: v for k, v in attributes.items() if v}),
    }


@register.inclusion_tag("kit/_fields.html")
def fields(form: Any) -> dict[str, Any]:
    """The summary of errors and all visible fields of a form, in order."""
    return {"form": form}


@register.inclusion_tag("kit/_errors.html")
def form_errors(form: Any) -> dict[str, Any]:
    """The summary of a form's errors, each a link to its field."""
    return {"form": form}


@register.inclusion_tag("kit/_toolbar.html")
def toolbar(listing: Listing) -> dict[str, Any]:
    """Search box, filters and export links of a list."""
    return {"listing": listing, "form": listing.form}


@register.inclusion_tag("kit/_pages.html")
def pages(listing: Listing) -> dict[str, Any]:
    """Where in the list one is, and the ways to the other pages."""
    page = listing.page
    around = [
        (number, listing.address(page=number) if isinstance(number, int) else "")
        for number in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    ]
    return {
        "page": page,
        "around": around,
        "before": listing.address(page=page.number - 1) if page.has_previous() else "",
        "after": listing.address(page=page.number + 1) if page.has_next() else "",
        "csv": listing.address(format="csv"),
        "xlsx": listing.address(format="xlsx"),
    }


@register.simple_tag
def sort_header(listing: Listing, column: str, label: str, numeric: bool = False) -> SafeString:
    """A column's header that sorts by it."""
    state = listing.sort_state(column)
    arrow = {"ascending": "↑", "descending": "↓"}.get(state, "")
    return format_html(
        '<th scope="col" aria-sort="{}" class="{}"><a href="{}">{} <span aria-hidden="true">{}</span></a></th>',
        state,
        "text-end" if numeric else "",
        listing.sort_address(column),
        label,
        arrow,
    )


@register.simple_tag(takes_context=True)
def more_links(context: template.Context, thing: Any, look: str = "") -> SafeString:
    """Links that rooms above put onto the page of `thing` for whoever reads it; `look` are their classes."""
    found = [(link.url, look, link.label) for link in _links(context, thing) if not link.is_post]
    return format_html_join(" ", '<a href="{}" class="{}">{}</a>', found)


@register.simple_tag(takes_context=True)
def more_deeds(context: template.Context, thing: Any, look: str = "") -> SafeString:
    """Buttons of rooms above that do something with `thing` at one press."""
    secret = context.get("csrf_token", "")
    found = [(link.url, secret, look, link.label) for link in _links(context, thing) if link.is_post]
    button = (
        '<form method="post" action="{}"><input type="hidden" name="csrfmiddlewaretoken" value="{}">'
        '<button class="{}">{}</button></form>'
    )
    return format_html_join(" ", button, found)


def _links(context: template.Context, thing: Any) -> list[Link]:
    return links_for(thing, getattr(context.get("request"), "actor", NOBODY))


def _control_class(widget: Any) -> str:
    if isinstance(widget, CheckboxInput):
        return "form-check-input"
    if isinstance(widget, Select):
        return "form-select"
    return "form-control" if not isinstance(widget, Textarea) else "form-control sp-text"
