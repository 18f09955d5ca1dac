"""One page of a PDF that this program made itself, as a picture."""

import io


def page_picture(content: bytes, number: int, width: int = 1000) -> bytes:
    """Page `number` (from 1) as PNG, `width` pixels wide; some 0.1 s. Raises IndexError for a page there is not,
    also where the file cannot be read at all.

    Only for files of our own making: a stranger's file belongs into the process of `blackout`.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        raise IndexError(number) from None
    with document:
        if not 1 <= number <= len(document):
            raise IndexError(number)
        page = document[number - 1]
        picture = page.render(scale=width / page.get_width()).to_pil().convert("RGB")
    made = io.BytesIO()
    picture.save(made, "PNG")
    return made.getvalue()
