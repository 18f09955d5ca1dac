"""Every list of the house: search, filters, sorting, pages and the wish for an export, out of the address alone."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from django import forms
from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from spoiwo.polish import fold

PAGE_SIZES = (25, 50, 100, 1000)


class Filters(forms.Form):
    """Base of a list's filters: a subclass adds fields and says in `narrow` what they do.

    `search_field` names the column that holds folded text (see `spoiwo.polish.fold`); each word must occur in it.
    """

    search_field = "search_key"
    is_filter = True
    q = forms.CharField(label=_("Search"), required=False, max_length=200)

    def narrow(self, queryset: QuerySet) -> QuerySet:
        """The rows that match the filled fields; a field with nonsense in it does not narrow."""
        words = fold(self.cleaned_data.get("q", "")).split()
        condition = Q()
        for word in words[:8]:
            condition &= Q(**{f"{self.search_field}__contains": word})
        return queryset.filter(condition)


class Listing:
    """One list as a request asks for it.

    `sorts` maps a column's name in the address to the fields it orders by; the first one is the default. With `columns`
    the page holds dictionaries of these instead of records, which a thousand rows are much quicker with.
    Costs one count and one page query when rendered.
    """

    def __init__(
        self,
        request: HttpRequest,
        queryset: QuerySet,
        *,
        sorts: Mapping[str, Sequence[str]],
        filters: type[Filters] = Filters,
        per_page: int = 50,
        columns: Sequence[str] = (),
    ) -> None:
        self.request = request
        self.sorts, self.columns = sorts, columns
        self.form = filters(request.GET)
        self.form.is_valid()
        wanted = request.GET.get("sort", "")
        self.descending = wanted.startswith("-")
        self.sort = wanted.lstrip("-") if wanted.lstrip("-") in sorts else next(iter(sorts))
        order = [_turned(field) if self.descending else field for field in sorts[self.sort]]
        self.queryset = self.form.narrow(queryset).order_by(*order, "pk")
        asked = request.GET.get("rows", "")
        self.per_page = int(asked) if asked.isdigit() and int(asked) in PAGE_SIZES else per_page

    @property
    def export(self) -> str:
        """`csv` or `xlsx` where the address asks for one, else empty."""
        wanted = self.request.GET.get("format", "")
        return wanted if wanted in {"csv", "xlsx"} else ""

    @cached_property
    def page(self) -> Page:
        """The page asked for, or the nearest that exists."""
        rows = self.queryset.values(*self.columns) if self.columns else self.queryset
        pages = Paginator(rows, self.per_page)
        # Counted without the columns: those of other tables would be joined in for nothing, row by row.
        pages.count = self.queryset.count()
        return pages.get_page(self.request.GET.get("page"))

    @property
    def is_narrowed(self) -> bool:
        """Whether a search or a filter is in force."""
        return any(self.form.cleaned_data.get(name) for name in self.form.fields)

    def address(self, **changes: Any) -> str:
        """This list's address with `changes` applied (None removes) and the page forgotten unless given."""
        query = {name: values for name, values in self.request.GET.lists() if name not in ("page", "format")}
        for name, value in changes.items():
            query.pop(name, None)
            if value is not None:
                query[name] = [value]
        return "?" + urlencode(query, doseq=True)

    def sort_address(self, column: str) -> str:
        """Sorts by `column`, or turns the order where it is sorted by it already."""
        turned = column == self.sort and not self.descending
        return self.address(sort=f"-{column}" if turned else column)

    def sort_state(self, column: str) -> str:
        """The value of aria-sort for that column's header: how its values stand, also where newest first is its own order."""
        if column != self.sort:
            return "none"
        is_turned = self.sorts[column][0].startswith("-")
        return "descending" if self.descending != is_turned else "ascending"

    def hidden(self) -> Iterator[tuple[str, str]]:
        """What a filter form must carry along besides its own fields."""
        for name in ("sort", "rows"):
            if value := self.request.GET.get(name):
                yield name, value


def _turned(field: str) -> str:
    """The same field the other way round; a list may be newest first by itself."""
    return field[1:] if field.startswith("-") else f"-{field}"
