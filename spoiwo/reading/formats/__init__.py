"""One module for each format: bytes in, an `Extract` out."""
