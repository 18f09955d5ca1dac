"""A bare Django project of one view: no apps, no middleware, no database; it answers with what it is given.

`BENCH_PAGE` names a JSON file with the `headers` and the `body` of an answer of ours. Whoever knows its ETag gets 304.
"""

import json
import os
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.urls import path

if not settings.configured:
    settings.configure(
        ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, SECRET_KEY="of the bare project", MIDDLEWARE=[]
    )

_saved = json.loads(Path(os.environ["BENCH_PAGE"]).read_text(encoding="utf-8"))
BODY: bytes = _saved["body"].encode()
HEADERS: dict[str, str] = _saved["headers"]


def answer(request: HttpRequest) -> HttpResponse:
    """The saved answer, or that it has not changed."""
    if "etag" in HEADERS and request.headers.get("If-None-Match") == HEADERS["etag"]:
        return HttpResponseNotModified(
            headers={k: v for k, v in HEADERS.items() if not k.startswith("content-")}
        )
    return HttpResponse(BODY, headers=HEADERS)


urlpatterns = [path("", answer)]
application = get_wsgi_application()
