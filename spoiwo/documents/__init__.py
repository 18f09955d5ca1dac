"""Tables to CSV and XLSX, blocks of text to accessible PDF (Typst) and DOCX; the only room that loads heavy libraries.

A room's `exports.py` returns a `table.Table` or a list of `blocks.Block`; its view answers with `web.table_response`
or with `web.file_response(blocks.blocks_pdf(…), …)`. A page that needs a face of its own (a certificate) is a Typst
template in the room's `templates/<room>/documents/`, printed by `pdf.pdf`; `house.typ` says how it begins.
"""
