"""A bare Django project of one view, which reads an upload and does one INSERT: no middleware, no look-up, no model."""

import json
import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.urls import path

TABLE = "CREATE TABLE scan (id INTEGER PRIMARY KEY, nonce VARCHAR(36), code VARCHAR(13), scanned_at DATETIME)"
INSERT = "INSERT INTO scan (nonce, code, scanned_at) VALUES (%s, %s, %s)"

if not settings.configured:
    settings.configure(
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF=__name__,
        SECRET_KEY="of the bare project",
        MIDDLEWARE=[],
        USE_TZ=True,
        # the very settings of ours, with another file
        DATABASES={"default": json.loads(os.environ["BENCH_DATABASE"])},
    )


def insert(request: HttpRequest) -> JsonResponse:
    """One row of each reading."""
    for row in json.loads(request.body)["scans"]:
        with connection.cursor() as cursor:
            cursor.execute(INSERT, [row["nonce"], row["code"], row["at"]])
    answer = JsonResponse({"results": [{"nonce": row["nonce"], "outcome": "admitted"}]})
    answer["Content-Length"] = len(answer.content)  # there is no middleware to do it
    return answer


def hello(_request: HttpRequest) -> JsonResponse:
    """That it is there."""
    return JsonResponse({})


urlpatterns = [path("", hello), path("scans/", insert)]
application = get_wsgi_application()
