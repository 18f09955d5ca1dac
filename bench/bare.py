"""A bare Django project of one page: no apps, no middleware; it answers with the bytes it is given."""

import json
import os
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

if not settings.configured:
    settings.configure(
        ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, SECRET_KEY="of the bare project", MIDDLEWARE=[]
    )

_saved = json.loads(Path(os.environ["BENCH_PAGE"]).read_text(encoding="utf-8"))
BODY: bytes = _saved["body"].encode()
HEADERS: dict[str, str] = _saved["headers"]


def page(_request: HttpRequest) -> HttpResponse:
    """The saved page."""
    return HttpResponse(BODY, headers=HEADERS)


urlpatterns = [path("", page)]
application = get_wsgi_application()
