"""Certificates: the office's register and the page where anybody confirms one."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spoiwo.documents.web import file_response, table_response
from spoiwo.kit.listing import Listing
from spoiwo.kit.request import Refused, Request, page_or_fragment
from spoiwo.meetings.actions import certificates as actions
from spoiwo.meetings.exports.certificate_papers import certificate_papers, certificate_table
from spoiwo.meetings.forms.afterwards import CertificateCodeForm, CertificateFilters, RevocationForm
from spoiwo.meetings.queries import certificates as queries
from spoiwo.meetings.rules.codes import shown
from spoiwo.meetings.views.meetings import fetch

SORTS = {
    "number": ("number",),
    "name": ("attendee__name_key", "number"),
    "institution": ("attendee__organisation_name", "number"),
    "issued": ("-issued_on", "number"),
}


def certificates(request: Request, meeting_pk: int) -> HttpResponseBase:
    """The register of a meeting's certificates."""
    found, can = fetch(request, meeting_pk, "view_people")
    rows = queries.certificates_of(found)
    listing = Listing(request, rows, sorts=SORTS, filters=CertificateFilters)
    if listing.export:
        return table_response(certificate_table(found, listing.queryset), listing.export)
    context = {
        "meeting": found,
        "can": can,
        "listing": listing,
        "waiting_count": queries.without_certificate(found).count(),
        "lines": [(one, queries.number_of(one), shown(one.code)) for one in listing.page],
    }
    return page_or_fragment(request, "meetings/certificates.html", "rows", context)


def certificates_issue(request: Request, meeting_pk: int) -> HttpResponse:
    """Whom to issue certificates to: all who came, unless somebody is unticked."""
    found, can = fetch(request, meeting_pk, "issue")
    problem = ""
    if request.method == "POST":
        try:
            people = [int(pk) for pk in request.POST.getlist("person") if pk.isdecimal()]
            made = actions.issue_certificates(found, people, by=request.actor, at=timezone.now())
            said = ngettext(
                "%(count)d certificate has been issued.",
                "%(count)d certificates have been issued.",
                len(made),
            )
            messages.success(request, said % {"count": len(made)})
            return redirect("meetings:certificates", found.pk)
        except Refused as refusal:
            problem = refusal.reason
    people = queries.without_certificate(found)
    context = {"meeting": found, "can": can, "people": people, "problem": problem}
    return render(request, "meetings/certificates_issue.html", context, status=422 if problem else 200)


def certificates_file(request: Request, meeting_pk: int) -> HttpResponse:
    """All certificates in force in one file, or with `?certificate=` one person's."""
    found, _can = fetch(request, meeting_pk, "view_people")
    rows = queries.certificates_of(found).filter(revoked_at=None).exclude(name="").order_by("number")
    if (one := request.GET.get("certificate", "")).isdecimal():
        rows = rows.filter(pk=int(one))
    if not rows:
        raise Http404
    return file_response(
        certificate_papers(found, rows), _("Certificates %(title)s") % {"title": found.title}, "pdf"
    )


def certificate_revocation(request: Request, meeting_pk: int, certificate_pk: int) -> HttpResponse:
    """Revokes a certificate with a reason, and issues another where the first was wrong."""
    found, can = fetch(request, meeting_pk, "issue")
    certificate = get_object_or_404(queries.certificates_of(found), pk=certificate_pk)
    form = RevocationForm(request.POST or None)
    if form.is_valid():
        act = actions.reissue_certificate if "reissue" in request.POST else actions.revoke_certificate
        try:
            act(certificate, form.cleaned_data["reason"], by=request.actor, at=timezone.now())
            messages.success(request, _("The certificate has been revoked; its page says so from now on."))
            return redirect("meetings:certificates", found.pk)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {"meeting": found, "can": can, "certificate": certificate, "form": form}
    context["number"] = queries.number_of(certificate)
    return render(
        request, "meetings/certificate_revocation.html", context, status=422 if form.errors else 200
    )


@login_not_required
def certificate_check(request: Request) -> HttpResponse:
    """Where the code from a paper certificate is typed."""
    form = CertificateCodeForm(request.GET if "code" in request.GET else None)
    if form.is_valid():
        return redirect("meetings:certificate", form.cleaned_data["code"])
    return render(
        request, "meetings/guest/certificate_check.html", {"form": form}, status=422 if form.errors else 200
    )


@login_not_required
def certificate(request: Request, certificate_code: str) -> HttpResponse:
    """Confirms a certificate to anybody who has its code: what it says, and whether it is in force."""
    found = queries.certificate_by(certificate_code)
    context = {"certificate": found, "form": CertificateCodeForm()}
    if found is not None:
        context |= {"number": queries.number_of(found), "code": shown(found.code)}
    response = render(request, "meetings/guest/certificate.html", context, status=200 if found else 404)
    response["Cache-Control"] = "no-store"
    return response


@login_not_required
def certificate_paper(request: Request, certificate_code: str) -> HttpResponse:
    """The certificate itself, for its holder, who has the code."""
    found = queries.certificate_by(certificate_code)
    if found is None or found.revoked_at is not None or not found.name:
        raise Http404
    response = file_response(certificate_papers(found.meeting, [found]), str(found.meeting), "pdf")
    response["Cache-Control"] = "no-store"
    return response
