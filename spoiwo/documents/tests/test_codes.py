"""QR codes: many at once are the same as each alone, and too much text is refused."""

import io

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spoiwo.documents.blocks import Paragraph, blocks_pdf
from spoiwo.documents.codes import code_picture, code_pictures
from spoiwo.documents.pdf import Logo, light

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><rect width="90" height="30" fill="#039"/></svg>'
SYMBOLS = st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=1, max_size=3)


@settings(max_examples=15, deadline=None)
@given(st.lists(SYMBOLS, min_size=1, max_size=60))
def test_codes_made_together_are_the_same_as_codes_made_alone(endings: list[str]) -> None:
    texts = [f"https://spoiwo.example/ż/{ending}" for ending in endings]
    together = code_pictures(texts)
    assert together == {text: code_picture(text) for text in texts}


def test_a_run_of_links_is_the_same_as_each_link_alone() -> None:
    texts = [f"https://spoiwo.example/z/{number:05d}" for number in range(300)]
    together = code_pictures(texts)
    assert all(together[text] == code_picture(text) for text in texts[::29])
    assert len(set(together.values())) == 300


def test_the_quiet_zone_is_part_of_the_picture_where_it_is_wanted() -> None:
    assert 'viewBox="0 0 21 21"' in code_picture("a")
    assert 'viewBox="-4 -4 29 29"' in code_picture("a", quiet=4)


def test_no_texts_give_no_pictures() -> None:
    assert code_pictures([]) == {}


def test_a_text_longer_than_a_code_can_hold_is_refused() -> None:
    code_picture("x" * 2331)
    with pytest.raises(ValueError, match="version"):
        code_picture("x" * 2332)


def test_a_bitmap_is_printed_like_a_drawing() -> None:
    logos = light([Logo(SVG, "Fundusze Europejskie")])
    assert logos[0].picture.startswith(b"\x89PNG")
    reader = pypdf.PdfReader(io.BytesIO(blocks_pdf([Paragraph("a")], title="T", language="pl", logos=logos)))
    kinds = [one.get_object()["/Subtype"] for one in reader.pages[0]["/Resources"]["/XObject"].values()]
    assert "/Image" in kinds
