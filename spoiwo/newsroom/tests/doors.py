"""The doors of this room."""

DOORS = {
    "newsroom:articles": "public",
    "newsroom:atom": "public",
    "newsroom:rss": "public",
    "newsroom:partnership_atom": "public",
    "newsroom:partnership_rss": "public",
    "newsroom:article": "public",
    "newsroom:share_image": "public",
    "newsroom:picture_file": "public",
    "newsroom:desk": "director",
    "newsroom:article_new": "director",
    "newsroom:article_from_meeting": "director",
    "newsroom:article_edit": "director",
    "newsroom:article_publication": "director",
    "newsroom:article_state": "director",
    "newsroom:article_approval": "director",
    "newsroom:article_removal": "director",
    "newsroom:pictures": "director",
    "newsroom:picture_removal": "director",
}
