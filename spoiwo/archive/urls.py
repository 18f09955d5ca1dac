"""Addresses of the archive."""

from django.urls import path, re_path

from spoiwo.archive.views import proposals, queue, sources

app_name = "archive"
SOURCE = "archive/<int:source_pk>/"
PROPOSAL = SOURCE + "proposals/<int:proposal_pk>/"
urlpatterns = [
    path("archive/", queue.queue, name="queue"),
    path("archive/bring/", queue.upload, name="upload"),
    path("archive/conflicts/", queue.conflicts, name="conflicts"),
    path("archive/shipments/<int:shipment_pk>/", queue.shipment, name="shipment"),
    re_path(
        r"^archive/of/(?P<record_kind>[a-z]+\.[a-z]+)/(?P<object_pk>[0-9]{1,18})/$",
        queue.provenance,
        name="provenance",
    ),
    path(SOURCE, sources.source, name="source"),
    path(SOURCE + "file/", sources.source_file, name="source_file"),
    path(SOURCE + "pages/<int:page>.png", sources.source_page, name="source_page"),
    path(SOURCE + "reading/", sources.source_reading, name="source_reading"),
    path(SOURCE + "state/", sources.source_state, name="source_state"),
    path(SOURCE + "removal/", sources.source_removal, name="source_removal"),
    path(SOURCE + "notes/", sources.notes, name="notes"),
    path(SOURCE + "missing/", sources.missing, name="missing"),
    path(SOURCE + "known/", proposals.known, name="known"),
    path(PROPOSAL, proposals.proposal, name="proposal"),
    path(PROPOSAL + "joining/", proposals.proposal_joining, name="proposal_joining"),
    path(PROPOSAL + "rejection/", proposals.proposal_rejection, name="proposal_rejection"),
    path(PROPOSAL + "reopening/", proposals.proposal_reopening, name="proposal_reopening"),
]
