"""Front page, desk, language, components, error pages."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from spoiwo.home import cards, samples
from spoiwo.home.forms import SearchForm
from spoiwo.kit.request import Request, page_or_fragment
from spoiwo.mail.post import samples as letter_samples
from spoiwo.mail.post import written
from spoiwo.newsroom.models import Article
from spoiwo.newsroom.queries.articles import led_on
from spoiwo.search import finding

RESULTS_ON_A_PAGE = 20


@login_not_required
def front(request: Request) -> HttpResponse:
    """What Spoiwo is, and the public partnerships."""
    if request.user.is_authenticated:
        return redirect("home:desk")
    response = render(request, "home/front.html", cards.front())
    if not Article.objects.scheduled().exists():  # a kept page would not show it when its moment comes
        response["X-Public-Page"] = "1"
    return response


def desk(request: Request) -> HttpResponse:
    """What waits for the signed-in person."""
    return render(request, "home/desk.html", cards.desk(request.actor))


@login_not_required
def search(request: Request) -> HttpResponse:
    """Everything the reader may find, in every room and in the text of files."""
    form = SearchForm(request.GET, actor=request.actor)
    context: dict[str, object] = {"form": form}
    if form.is_asked:
        found = finding.find(form.question, form.filters, request.actor, timezone.localdate())
        page = Paginator(found.numbers, RESULTS_ON_A_PAGE).get_page(request.GET.get("page"))
        address = request.GET.copy()
        address.pop("page", None)
        context |= {
            "found": found,
            "page": page,
            "results": finding.results(found, page.object_list),
            "address": address.urlencode(),
        }
    return page_or_fragment(request, "home/search.html", "results", context)


@login_not_required
def search_suggestions(request: Request) -> HttpResponse:
    """Titles that go on as somebody begins to type."""
    found = finding.suggest(request.GET.get("q", ""), request.actor)
    return render(request, "home/_search_suggestions.html", {"items": found})


@csrf_exempt  # a forged change of language harms nobody, and public pages stay free of cookies
@require_POST
@login_not_required
def language(request: Request) -> HttpResponse:
    """Remembers the chosen language for a year and goes back."""
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure()):
        back = "/"
    response = HttpResponseRedirect(back)
    chosen = request.POST.get("language", "")
    if chosen in dict(settings.LANGUAGES) and check_for_language(chosen):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            chosen,
            max_age=31_536_000,
            samesite="Lax",
            secure=settings.HTTPS,
            httponly=True,
        )
    return response


@login_not_required
def components(request: Request) -> HttpResponse:
    """Every component of the look in every state."""
    return render(request, "home/components.html", samples.components(request))


def letters(request: Request) -> HttpResponse:
    """Every kind of letter, filled with sample data; for administrators."""
    if not request.actor.is_admin:
        raise PermissionDenied
    previews = [(name, *written(make())) for name, make in sorted(letter_samples().items())]
    return render(request, "home/letters.html", {"previews": previews})


@login_not_required
def accessibility(request: Request) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "home/accessibility.html")


@login_not_required
def health(request: HttpRequest) -> HttpResponse:
    """For the service manager: the web process answers."""
    return HttpResponse("ok", content_type="text/plain")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "home/error.html", {"code": 400}, status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "home/error.html", {"code": 403}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Nothing is here; unless an older site had an article under this address."""
    if request.method in ("GET", "HEAD") and (address := led_on(request.get_full_path())):
        return redirect(address, permanent=True)
    return render(request, "home/error.html", {"code": 404}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    return render(request, "home/server_error.html", status=500)
