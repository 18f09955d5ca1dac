"""Who is asking, once per request; and the short way for public pages that nobody is signed in for."""

from collections import OrderedDict, defaultdict
from collections.abc import Callable
from contextlib import suppress
from time import monotonic

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language_from_request

from spoiwo import audit
from spoiwo.kit.actor import NOBODY, Actor, Role
from spoiwo.kit.dates import today
from spoiwo.partnerships.models import RoleGrant

# Any other cookie (a session, a form's secret, a message to one person) makes a page somebody's own.
HARMLESS = {settings.LANGUAGE_COOKIE_NAME}
Handler = Callable[[HttpRequest], HttpResponse]


def load_actor(user) -> Actor:
    """The person's roles of today; one query."""
    if not user.is_authenticated:
        return NOBODY
    roles: dict[int, set[Role]] = defaultdict(set)
    books: dict[int, set[Role]] = defaultdict(set)
    grants = RoleGrant.objects.held(today()).filter(user=user)
    for partnership, book, role in grants.values_list("partnership_id", "partnership__book_id", "role"):
        roles[partnership].add(Role(role))
        books[book].add(Role(role))
    return Actor(
        user_id=user.pk,
        name=user.name or user.email,
        is_admin=user.is_admin,
        roles={pk: frozenset(held) for pk, held in roles.items()},
        books={pk: frozenset(held) for pk, held in books.items()},
    )


class ActorMiddleware:
    """Puts `request.actor` in place; the query runs only where something asks for it."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        setattr(request, "actor", SimpleLazyObject(lambda: load_actor(request.user)))  # noqa: B010 - see kit.Request
        return self.get_response(request)


class PublicPages:
    """Keeps finished public pages for readers without a session, as long as nothing was recorded since.

    A page may be kept when its view marked the response with `X-Public-Page`. The key holds everything such a page may
    depend on: address, language, host, day and the last audit entry, so nothing needs clearing. What this process writes
    shows at once, what another one writes after a twentieth of a second at most.
    """

    LIMIT = 256  # pages
    LARGEST = 60_000  # bytes; a thousand rows are rare to be asked for twice and would fill the memory

    FRESH = 0.05  # seconds another process's writing may go unnoticed
    stamp, stamped_at = (0, 0), 0.0  # the trail's stamp as this process last saw it, and when

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response
        self.pages: OrderedDict[tuple, tuple[bytes, dict[str, str]]] = OrderedDict()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        is_ours = request.method == "GET" and not request.path_info.startswith(settings.STATIC_URL)
        if not is_ours or request.COOKIES.keys() - HARMLESS:
            response = self._without_mark(self.get_response(request))
            if request.method != "GET":
                PublicPages.stamped_at = 0.0  # it may have written: the next reader of this process asks anew
            return response
        key = (
            request.get_host(),
            request.get_full_path(),
            get_language_from_request(request),
            "HTTP_HX_REQUEST" in request.META,
            today(),
            self._stamp(),
        )
        if (kept := self.pages.get(key)) is not None:
            with suppress(KeyError):  # another thread may have dropped it meanwhile
                self.pages.move_to_end(key)
            return HttpResponse(kept[0], headers=kept[1])
        response = self.get_response(request)
        if response.status_code == 200 and "X-Public-Page" in response and not response.streaming:
            del response["X-Public-Page"]
            if not response.cookies and len(response.content) <= self.LARGEST:
                self.pages[key] = (response.content, dict(response.headers))
                while len(self.pages) > self.LIMIT:
                    self.pages.popitem(last=False)
            return response
        return self._without_mark(response)

    def _stamp(self) -> tuple[int, int]:
        # A query gives up the interpreter's lock, which costs a busy process more than the query itself.
        if monotonic() - PublicPages.stamped_at > self.FRESH:
            PublicPages.stamp, PublicPages.stamped_at = audit.stamp(), monotonic()
        return PublicPages.stamp

    def _without_mark(self, response: HttpResponse) -> HttpResponse:
        if "X-Public-Page" in response:
            del response["X-Public-Page"]
        return response
