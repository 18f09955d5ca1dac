"""Forms of an article's gallery: the words of each picture, and files to be added."""

from collections.abc import Iterable
from typing import Any, Self

from django import forms
from django.forms import formset_factory
from django.utils.translation import gettext_lazy as _

from spoiwo.files.fields import ManyFiles, ManyFilesField
from spoiwo.newsroom.models import Picture
from spoiwo.newsroom.rules.pictures import MOST, PictureWords


class PictureForm(forms.ModelForm):
    """The words of one picture and the number it stands at; `row` says which one it is."""

    row = forms.IntegerField(required=False, widget=forms.HiddenInput)
    place = forms.IntegerField(label=_("place in the gallery"), required=False, min_value=1, max_value=999)

    class Meta:
        model = Picture
        fields = ["alt", "caption", "author"]
        help_texts = {
            "alt": _(
                "Tell those who cannot see it what matters in the picture, for example: seven people look at a map."
            ),
        }

    def words(self) -> PictureWords:
        """What the action takes."""
        data = self.cleaned_data
        return PictureWords(data["row"], data["alt"], data["caption"], data["author"], data["place"])


class PictureRows(forms.BaseFormSet):
    """One row for each picture."""

    pictures: dict[int, Picture]

    @classmethod
    def of(cls, pictures: Iterable[Picture], data: Any = None) -> Self:
        """The rows of these pictures, with what was sent if something was."""
        shown = {one.pk: one for one in pictures}
        initial = [
            {"row": one.pk, "place": place, "alt": one.alt, "caption": one.caption, "author": one.author}
            for place, one in enumerate(shown.values(), 1)
        ]
        rows = cls(data, initial=initial if data is None else None, prefix="picture")
        rows.pictures = shown
        return rows

    @property
    def without_words(self) -> int:
        """How many pictures say nothing to those who cannot see them."""
        return sum(1 for picture in self.pictures.values() if not picture.alt)

    def pairs(self) -> list[tuple[Picture, forms.BaseForm]]:
        """Each picture with its row; one that has gone meanwhile is left out."""
        rows = [(_number(form["row"].value()), form) for form in self]
        return [(self.pictures[pk], form) for pk, form in rows if pk in self.pictures]

    def words(self) -> list[PictureWords]:
        """What was written to each picture."""
        return [form.words() for form in self if form.cleaned_data.get("row")]


PictureForms = formset_factory(PictureForm, formset=PictureRows, extra=0, max_num=MOST, absolute_max=2 * MOST)


class AddForm(forms.Form):
    """Files to be added; none is needed where only words change."""

    files = ManyFilesField(
        label=_("photographs (JPEG or PNG)"),
        required=False,
        widget=ManyFiles(attrs={"multiple": True, "accept": "image/jpeg,image/png"}),
        help_text=_("Several can be chosen at once. Describe each of them afterwards."),
    )


def _number(value: Any) -> int:
    return int(value) if str(value).isdecimal() and len(str(value)) < 19 else 0
