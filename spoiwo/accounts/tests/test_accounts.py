"""People who sign in: by invitation, with a code or a password, a second factor; closing an account ends it at once."""

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client

from spoiwo.accounts.models import User
from tests.cast import Cast
from tests.make import make_user

PASSWORD = "długie hasło testowe"


@pytest.fixture(autouse=True)
def english(settings: Any) -> None:
    settings.LANGUAGE_CODE = "en"


def test_nobody_can_sign_up_by_themselves(client: Client, db: None) -> None:
    client.post("/account/signup/", {"email": "obcy@example.org", "password1": PASSWORD})
    assert not User.objects.filter(email="obcy@example.org").exists()


def test_a_password_signs_in_whatever_the_letter_case_of_the_address(client: Client, db: None) -> None:
    make_user(email="anna@example.org")
    client.post("/account/login/", {"login": "ANNA@example.org", "password": PASSWORD})
    assert client.get("/desk/").status_code == 200


def test_a_wrong_password_says_so_and_does_not_tell_whether_the_account_exists(
    client: Client, db: None
) -> None:
    make_user(email="anna@example.org")
    texts = []
    for email in ("anna@example.org", "nikt@example.org"):
        body = client.post("/account/login/", {"login": email, "password": "złe"}).content.decode()
        texts.append(re.findall(r'<div class="sp-errors".*?</ul>', body, re.DOTALL)[0])
    assert texts[0] == texts[1]


def test_a_code_for_an_unknown_address_sends_no_code(client: Client, db: None, mailoutbox: list) -> None:
    client.post("/account/login/code/", {"email": "nikt@example.org"})
    assert not [
        message for message in mailoutbox if re.search(r"^[A-Z0-9-]{6,}$", message.body, re.MULTILINE)
    ]


def test_guessing_passwords_is_slowed_down(client: Client, db: None, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login_failed": "3/m/ip"}
    make_user(email="anna@example.org")
    for _attempt in range(4):
        client.post("/account/login/", {"login": "anna@example.org", "password": "złe"})
    client.post("/account/login/", {"login": "anna@example.org", "password": PASSWORD})
    assert client.get("/desk/").status_code == 302


def test_with_a_second_factor_the_password_alone_is_not_enough(client: Client, db: None) -> None:
    user = make_user(email="anna@example.org")
    secret = "JBSWY3DPEHPK3PXP"
    TOTP.activate(user, secret)
    assert Authenticator.objects.filter(user=user).exists()
    client.post("/account/login/", {"login": "anna@example.org", "password": PASSWORD})
    assert client.get("/desk/").status_code == 302
    code = format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))
    client.post("/account/2fa/authenticate/", {"code": code})
    assert client.get("/desk/").status_code == 200


def test_closing_an_account_ends_its_sessions_at_once(cast: Cast) -> None:
    client = Client()
    client.post("/account/login/", {"login": cast.bartek.user.email, "password": PASSWORD})
    assert client.get("/desk/").status_code == 200
    cast.adam.client.post(f"/account/users/{cast.bartek.user.pk}/closing/")
    assert client.get("/desk/").status_code == 302
    client.post("/account/login/", {"login": cast.bartek.user.email, "password": PASSWORD})
    assert client.get("/desk/").status_code == 302


def test_an_administrator_cannot_lock_themselves_out(cast: Cast) -> None:
    pk = cast.adam.user.pk
    cast.adam.client.post(f"/account/users/{pk}/closing/")
    cast.adam.client.post(f"/account/users/{pk}/", {"name": "Adam"})
    user = User.objects.get(pk=pk)
    assert (user.is_active, user.is_admin) == (True, True)


def test_ones_own_name_can_be_changed_but_not_ones_rights(cast: Cast) -> None:
    cast.anna.client.post("/account/", {"name": "Anna Nowa", "is_admin": "on"})
    user = User.objects.get(pk=cast.anna.user.pk)
    assert (user.name, user.is_admin) == ("Anna Nowa", False)


def test_sessions_are_listed_and_the_others_can_be_ended(db: None) -> None:
    make_user(email="anna@example.org")
    here, there = Client(), Client()
    for one in (there, here):
        one.post("/account/login/", {"login": "anna@example.org", "password": PASSWORD})
        one.get("/desk/")
    assert here.get("/account/sessions/").content.decode().count("<tr>") == 3
    here.post("/account/sessions/")
    assert [one.get("/desk/").status_code for one in (here, there)] == [200, 302]


def test_pages_answer_with_a_strict_policy(client: Client, db: None) -> None:
    policy = client.get("/")["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http:" not in policy
