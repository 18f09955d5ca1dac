"""Forms of an article: its text, its address and dates, the decision on it, the filters of the lists."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from spoiwo.contests.forms.fields import MomentField
from spoiwo.kit.actor import Actor
from spoiwo.kit.dates import today
from spoiwo.kit.listing import Filters
from spoiwo.newsroom.forms.editor import EditorField
from spoiwo.newsroom.labels import DECISION_LABELS, STATE_LABELS
from spoiwo.newsroom.models import Article
from spoiwo.newsroom.permissions import WRITERS
from spoiwo.newsroom.rules.addresses import TAKEN, NoPath, former_path
from spoiwo.newsroom.rules.bodies import plain
from spoiwo.newsroom.rules.states import Decision
from spoiwo.partnerships.forms.whose import WhoseField
from spoiwo.register.forms.fields import DayField, PlaceField

MOST_PATHS = 50
LONGEST_LEAD = 1000
EARLIEST = dt.date(1900, 1, 1)


class ArticleForm(forms.ModelForm):
    """What is read: title, lead, text, author, place; for a new article also whose it is."""

    partnership = WhoseField()
    lead = forms.CharField(
        label=pgettext_lazy("of an article", "lead"),
        required=False,
        max_length=LONGEST_LEAD,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "Two sentences: what happened, where and for whom. They stand in the list and in the feeds."
        ),
    )
    body = EditorField(label=pgettext_lazy("of an article", "text"), required=False)
    place = PlaceField(label=pgettext_lazy("of an article", "place"))
    revision = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)

    class Meta:
        model = Article
        fields = ("title", "lead", "body", "author", "place")
        help_texts = {"author": _("As it is to be read below the title; may stay empty.")}

    field_order = ("partnership", "title", "lead", "body", "author", "place", "revision")

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.instance.pk:
            del self.fields["partnership"]
            self.initial["revision"] = self.instance.revision
            return
        del self.fields["revision"]
        self.fields["partnership"].offer(actor, WRITERS)

    def written(self) -> dict[str, Any]:
        """What the actions take."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}

    def catch_up(self, standing: Article) -> list[tuple[str, str]]:
        """Takes note of what stands now, so that saving again is meant so; gives the texts that differ from those typed."""
        self.data = self.data.copy()
        self.data["revision"] = str(standing.revision)
        typed = self.cleaned_data
        pairs = [(name, str(getattr(standing, name) or "")) for name in ("title", "lead")]
        found = [(str(self.fields[name].label), text) for name, text in pairs if text != typed.get(name)]
        if plain(standing.body) != plain(typed.get("body", "")):
            found.append((str(self.fields["body"].label), plain(standing.body)))
        return found


class PublicationForm(forms.ModelForm):
    """Address, dates, where it was published first, and its addresses on older sites."""

    publish_at = MomentField(
        label=_("comes out"),
        required=False,
        help_text=_("Empty: at once when it is approved. Later: it waits, and comes out by itself."),
    )
    first_published_on = DayField(
        label=_("first published on"),
        required=False,
        help_text=_("For what was published somewhere else before; it keeps that day here."),
    )
    paths = forms.CharField(
        label=_("addresses on an older site"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One a line, for example /news.php?id=12. Who comes by them to this server is led here."),
    )

    class Meta:
        model = Article
        fields = ("slug", "publish_at", "first_published_on", "source_note")
        help_texts = {
            "slug": _("The last part of the address. The old one leads to the new one for ever."),
            "source_note": _("For example: the newspaper’s name with its number, or the older site’s."),
        }

    field_order = ("slug", "publish_at", "first_published_on", "source_note", "paths")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        paths = self.instance.former_addresses.exclude(path="").order_by("path")
        self.initial["paths"] = "\n".join(paths.values_list("path", flat=True))

    def clean_slug(self) -> str:
        slug = self.cleaned_data["slug"].lower()
        if slug in TAKEN:
            raise forms.ValidationError(gettext("This word is a page of its own here. Choose another one."))
        return slug

    def clean_first_published_on(self) -> Any:
        day = self.cleaned_data["first_published_on"]
        if day and not EARLIEST <= day <= today():
            raise forms.ValidationError(gettext("Write a day from 1900 until today."))
        return day

    def clean_publish_at(self) -> Any:
        moment = self.cleaned_data["publish_at"]
        if moment and not 2000 <= moment.year < 2100:
            raise forms.ValidationError(gettext("Write a year between 2000 and 2099."))
        if moment is None and self.instance.state == "approved":
            return self.instance.publish_at
        return moment

    def clean_paths(self) -> list[str]:
        found = []
        for line in filter(str.strip, self.cleaned_data["paths"].splitlines()):
            try:
                found.append(former_path(line))
            except NoPath:
                said = gettext("“%(line)s” is no address of a page: it begins with / or https://.")
                raise forms.ValidationError(said % {"line": line.strip()[:80]}) from None
        if len(found) > MOST_PATHS:
            raise forms.ValidationError(gettext("At most %(most)d addresses.") % {"most": MOST_PATHS})
        return list(dict.fromkeys(found))

    def validate_unique(self) -> None:
        """The action tells of an address that is another article's."""


class DecisionForm(forms.Form):
    """Approved or returned, with words to the author, and the revision that was read."""

    decision = forms.ChoiceField(
        label=_("decision"), widget=forms.RadioSelect, choices=list(DECISION_LABELS.items())
    )
    note = forms.CharField(
        label=_("note to the author"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Whoever returns an article says what has to be changed."),
    )
    revision = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def decided(self) -> Decision:
        """What was chosen."""
        return Decision(self.cleaned_data["decision"])


class NewsFilters(Filters):
    """The list of news: words of title and lead, a year, a partnership."""

    year = forms.IntegerField(required=False, min_value=1900, max_value=2200, widget=forms.HiddenInput)
    partnership = forms.SlugField(required=False, max_length=100, widget=forms.HiddenInput)

    def narrow(self, queryset: Any) -> Any:
        asked = self.cleaned_data
        queryset = super().narrow(queryset)
        if year := asked.get("year"):
            queryset = queryset.filter(shown_on__year=year)
        if slug := asked.get("partnership"):
            queryset = queryset.filter(partnership__slug=slug)
        return queryset


class DeskFilters(Filters):
    """The desk: words and a state."""

    state = forms.ChoiceField(
        label=_("state"), required=False, choices=[("", _("all")), *STATE_LABELS.items()]
    )

    def narrow(self, queryset: Any) -> Any:
        state = self.cleaned_data.get("state")
        queryset = super().narrow(queryset)
        return queryset.filter(state=state) if state else queryset
