"""The index: a row for every document, words with their frequency, what waits to be read anew, texts of files."""

from django.db import models


class Item(models.Model):
    """One document as it is found and shown.

    `id` begins with the day, so that the newest come first by it (see `numbering`). The terms are what is searched:
    SQLite's full-text table and PostgreSQL's `tsv` column are made from them by the migration and `backends`.
    """

    id = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=60)
    object_id = models.BigIntegerField()
    title = models.CharField(max_length=400)
    note = models.CharField(max_length=400, blank=True)
    body = models.TextField(blank=True)
    url = models.CharField(max_length=300)
    day = models.DateField(null=True)
    scope_id = models.BigIntegerField(null=True)
    title_terms = models.TextField(blank=True)
    body_terms = models.TextField(blank=True)
    facets = models.TextField(blank=True)
    length = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "object_id"], name="each_record_once_in_the_index")
        ]

    def __str__(self) -> str:
        return self.title


class Word(models.Model):
    """A term of the index with the number of documents it stands in; for weights and for correcting typing errors."""

    word = models.CharField(primary_key=True, max_length=80)
    documents = models.IntegerField(default=0)

    def __str__(self) -> str:
        return self.word


class Touched(models.Model):
    """A record that changed, or will change by the clock alone (`due_at`), and whose document is not written yet."""

    kind = models.CharField(max_length=60)
    object_id = models.BigIntegerField()
    due_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "object_id"], name="each_touched_record_waits_once")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"


class FileText(models.Model):
    """What a stored file says, read once for its hash; empty for one that cannot be read, with why in `problem`."""

    sha256 = models.CharField(primary_key=True, max_length=64)
    text = models.TextField(blank=True)
    problem = models.CharField(max_length=40, blank=True)
    read_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.sha256
