"""Nobody reaches a screen of the office without a duty: a new route is closed or says why it is open."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from tests.guards.routes import Route, every_route

pytestmark = [pytest.mark.django_db, pytest.mark.db]

PUBLIC = {
    "portal:home": "a household finds what it is entitled to without an account",
    "portal:benefits": "policies that are published and checked",
    "portal:household": "figures are compared with checked lines and forgotten, throttled",
    "portal:articles": "approved articles",
    "portal:article": "one approved article",
    "portal:printed": "whoever holds a printed sheet may ask whether it is still true",
    "portal:search": "only what the other public pages show",
    "portal:documents": "law is public",
    "portal:document": "law is public",
    "portal:changes_feed": "changes of checked law, without notes or reasons of the office",
    "portal:answers": "answers published without identity",
    "portal:answer": "one of them",
    "portal:ask": "anyone may ask, throttled",
    "portal:look_up": "the asker's own answer, by her code, throttled",
    "account_login": "the door itself, throttled",
    "account_logout": "shows nothing of the office",
    "account_inactive": "one sentence for a closed account",
    "mfa_authenticate": "the second half of signing in, throttled",
}
SIGNED_IN = {
    "account_reauthenticate": "her own password, asked again",
    "account_change_password": "her own password",
    "mfa_index": "her own second factor",
    "mfa_reauthenticate": "her own second factor",
    "mfa_activate_totp": "her own second factor",
    "mfa_deactivate_totp": "her own second factor",
    "mfa_view_recovery_codes": "her own codes",
    "mfa_generate_recovery_codes": "her own codes",
    "mfa_download_recovery_codes": "her own codes",
}
SAMPLE: dict[str, Any] = {"form": "pdf", "key": "khoa", "token": "khoa"}

CLOSED = [r for r in every_route() if r.name not in PUBLIC]


def address_of(route: Route) -> str:
    return reverse(route.name, kwargs={name: SAMPLE.get(name, 1) for name in route.parameters})


def test_every_route_has_a_name_of_its_own() -> None:
    names = [route.name for route in every_route()]
    assert len(names) == len(set(names)) > 100


def test_the_lists_of_open_routes_name_only_routes_that_exist() -> None:
    assert (PUBLIC.keys() | SIGNED_IN.keys()) <= {route.name for route in every_route()}


def test_every_other_route_carries_the_mark_of_the_office() -> None:
    unguarded = [
        route.name
        for route in CLOSED
        if route.name not in SIGNED_IN and not getattr(route.view, "office_login", False)
    ]
    assert not unguarded, f"without office_login and on no list: {unguarded}"


def test_a_visitor_is_sent_to_sign_in() -> None:
    """By GET and by POST; a route that takes only one of them may refuse the other."""
    visitor = Client()
    let_in = []
    for route in CLOSED:
        address = address_of(route)
        answers = [visitor.get(address), visitor.post(address)]
        sent = [a for a in answers if a.status_code == 302 and a.url.startswith(reverse(settings.LOGIN_URL))]
        if not sent or any(answer.status_code != 405 for answer in answers if answer not in sent):
            let_in.append((route.name, [answer.status_code for answer in answers]))
    assert not let_in
