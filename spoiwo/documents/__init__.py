"""Tables to CSV and XLSX, blocks of text to accessible PDF (Typst) and DOCX; the only room that loads heavy libraries."""
