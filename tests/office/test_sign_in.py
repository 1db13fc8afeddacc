"""Sign-in: password and code, lock-out, where it leads, and no door that the office does not need."""

import re
import time

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.core.cache import cache
from django.test import Client
from django.urls import NoReverseMatch, reverse

from lantoa.common.sealing import unseal
from tests.factories.people import World, person
from tests.journeys.browser import ENGLISH

pytestmark = [pytest.mark.django_db, pytest.mark.db]
PASSWORD = "bến gỗ mùa nước nổi"
LOGIN = "/tai-khoan/dang-nhap/"


@pytest.fixture(autouse=True)
def fresh_rates() -> None:
    cache.clear()


@pytest.fixture
def lan(world: World) -> World:
    world.lan.set_password(PASSWORD)
    world.lan.save()
    return world


def enter(client: Client, password: str = PASSWORD, login: str = "lan", **more: str) -> object:
    return client.post(LOGIN, {"login": login, "password": password, **more})


def signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def confirm_password(client: Client) -> None:
    """What touches the safety of the account asks for the password once more."""
    assert client.post(reverse("account_reauthenticate"), {"password": PASSWORD}).status_code == 302


def activate_second_factor(client: Client) -> str:
    confirm_password(client)
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    answer = client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    assert answer.status_code == 302
    return secret


def code_of(secret: str, steps_ahead: int = 0) -> str:
    counter = int(time.time()) // 30
    return totp.format_hotp_value(totp.hotp_value(secret, counter + steps_ahead))


def words_of(answer: object) -> str:
    """What a reader sees: markup, addresses and machine words left out."""
    html = answer.content.decode()
    html = re.sub(
        r"<(script|style|svg|head)\b.*?</\1>|<\w+[^>]* lang=\"zxx\".*?</\w+>", " ", html, flags=re.S
    )
    shown = " ".join(re.findall(r'(?:aria-label|placeholder|title|alt)="([^"]*)"', html))
    return re.sub(r"<[^>]+>", " ", html) + shown


def test_password_leads_to_her_work(client: Client, lan: World) -> None:
    answer = enter(client)
    assert (answer.status_code, answer["Location"]) == (302, "/viec-cua-toi/")
    assert signed_in(client)


def test_returns_to_the_page_she_wanted(client: Client, lan: World) -> None:
    answer = client.get("/tat-ca/")
    assert answer["Location"] == f"{LOGIN}?next=/tat-ca/"
    assert enter(client, next="/tat-ca/")["Location"] == "/tat-ca/"


@pytest.mark.parametrize(
    "target", ["https://xau.example/", "//xau.example/", "/\\xau.example", "javascript:1"]
)
def test_never_leads_to_another_host(client: Client, lan: World, target: str) -> None:
    assert enter(client, next=target)["Location"] == "/viec-cua-toi/"


def test_second_factor_is_asked_and_its_secret_lies_sealed(client: Client, lan: World) -> None:
    enter(client)
    secret = activate_second_factor(client)
    kept = Authenticator.objects.get(type="totp").data["secret"]
    assert secret not in kept
    assert unseal(kept) == secret == get_adapter().decrypt(kept)

    visitor = Client()
    answer = enter(visitor)
    assert answer["Location"] == reverse("mfa_authenticate")
    assert not signed_in(visitor)
    refused = visitor.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert refused.status_code == 200
    assert "Mã chưa đúng" in refused.content.decode()
    cache.clear()  # the code of this half minute was used to activate
    accepted = visitor.post(reverse("mfa_authenticate"), {"code": code_of(secret, 1)})
    assert (accepted.status_code, accepted["Location"]) == (302, "/viec-cua-toi/")
    assert signed_in(visitor)


def test_a_recovery_code_opens_once(client: Client, lan: World) -> None:
    enter(client)
    activate_second_factor(client)
    client.post(reverse("mfa_generate_recovery_codes"))
    code = client.get(reverse("mfa_view_recovery_codes")).context["unused_codes"][0]
    for expected in (True, False):
        visitor = Client()
        enter(visitor)
        visitor.post(reverse("mfa_authenticate"), {"code": code})
        assert signed_in(visitor) is expected


def test_too_many_wrong_passwords_lock_the_name_and_say_so(client: Client, lan: World) -> None:
    for _ in range(7):
        assert enter(client, "sai").status_code == 200
    locked = enter(client, "sai")
    assert locked.status_code == 429
    assert "tạm khóa 15 phút" in words_of(locked)
    assert enter(client).status_code == 429
    assert enter(client, login="LAN").status_code == 429
    assert not signed_in(client)
    assert enter(Client(), login="minh", password="sai").status_code == 200


def test_behind_the_proxy_another_caller_is_not_locked_out(
    client: Client, lan: World, settings: object
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    callers = [Client(headers={"X-Forwarded-For": f"10.9.9.9, 203.0.113.{n}"}) for n in (1, 2)]
    for _ in range(8):
        enter(callers[0], "sai")
    assert enter(callers[0]).status_code == 429
    assert enter(callers[1]).status_code == 302


def test_wrong_name_and_wrong_password_read_the_same(client: Client, lan: World) -> None:
    said = [
        re.findall(r'class="errors".*?</div>', enter(client, "sai", login=name).content.decode(), re.S)
        for name in ("lan", "khong-co-ai")
    ]
    assert said[0] == said[1] != []


def test_signs_out_by_post_only(client: Client, lan: World) -> None:
    enter(client)
    assert client.get("/tai-khoan/dang-xuat/").status_code == 200
    assert signed_in(client)
    assert client.post("/tai-khoan/dang-xuat/")["Location"] == "/"
    assert not signed_in(client)


def test_someone_who_left_does_not_enter(client: Client, lan: World) -> None:
    lan.lan.is_active = False
    lan.lan.save()
    enter(client)
    assert not signed_in(client)


def test_without_a_duty_she_reads_whom_to_ask(client: Client, lan: World) -> None:
    new = person("Lê Thu Hà", "ha")
    client.force_login(new, backend="allauth.account.auth_backends.AuthenticationBackend")
    answer = client.get("/viec-cua-toi/")
    assert answer.status_code == 403
    assert "Anh chị chưa được giao nhiệm vụ nào" in answer.content.decode()


@pytest.mark.parametrize(
    "name", ["account_signup", "account_email", "account_reset_password", "account_set_password"]
)
def test_there_is_no_door_for_sign_up_or_mail(name: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_changes_her_password_after_typing_the_old_one(client: Client, lan: World) -> None:
    enter(client)
    address = reverse("account_change_password")
    new = "cù lao nắng sớm"
    wrong = client.post(address, {"oldpassword": "sai", "password1": new, "password2": new})
    assert "Mật khẩu đang dùng chưa đúng" in wrong.content.decode()
    short = client.post(address, {"oldpassword": PASSWORD, "password1": "ngắn", "password2": "ngắn"})
    assert "cần ít nhất 10 ký tự" in short.content.decode()
    assert (
        client.post(address, {"oldpassword": PASSWORD, "password1": new, "password2": new}).status_code == 302
    )
    lan.lan.refresh_from_db()
    assert lan.lan.check_password(new)


def test_no_english_sentence_at_the_door(client: Client, lan: World) -> None:
    said = [client.get(LOGIN), enter(client, "", login=""), enter(client, "sai")]
    enter(client)
    change = reverse("account_change_password")
    bad = {"oldpassword": "", "password1": "12345", "password2": "1"}
    same = {"oldpassword": PASSWORD, "password1": "1234567890", "password2": "1234567890"}
    said += [client.get(change), client.post(change, bad), client.post(change, same)]
    again = reverse("account_reauthenticate")
    said += [client.get(again), client.post(again, {"password": "sai"})]
    confirm_password(client)
    said += [client.get(reverse("mfa_index")), client.get(reverse("mfa_activate_totp"))]
    said += [client.post(reverse("mfa_activate_totp"), {"code": "12"}), client.get(reverse("account_logout"))]
    activate_second_factor(client)
    client.post(reverse("mfa_generate_recovery_codes"))
    for name in (
        "mfa_index",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_deactivate_totp",
    ):
        said.append(client.get(reverse(name)))
    visitor = Client()
    enter(visitor)
    said += [
        visitor.get(reverse("mfa_authenticate")),
        visitor.post(reverse("mfa_authenticate"), {"code": "1"}),
    ]
    for answer in said:
        assert answer.status_code == 200, answer.request
        found = ENGLISH.findall(words_of(answer))
        assert not found, (answer.request["PATH_INFO"], found)
