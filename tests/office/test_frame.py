"""The frame: who may enter, what it costs, the unit one acts for, errors, files, text kept over a sign-in."""

import gzip

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client, RequestFactory, override_settings
from django.test.utils import CaptureQueriesContext

from lantoa.common.files import Upload, keep, path_of
from lantoa.common.models import StoredFile
from lantoa.office import errors, file_access, kept_text
from lantoa.people.models import Role, User
from tests.factories.people import World, duty
from tests.factories.pictures import picture

pytestmark = [pytest.mark.django_db, pytest.mark.db]
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
PNG = picture("lớp học", kind="PNG")


def as_(user: User) -> Client:
    client = Client()
    client.force_login(user, backend=BACKEND)
    return client


# -- What goes over the line ------------------------------------------------------------------------
def test_a_page_is_packed_for_whoever_reads_it_so(world: World) -> None:
    packed = as_(world.minh).get("/tat-ca/", headers={"accept-encoding": "gzip"})
    plain = as_(world.minh).get("/tat-ca/")

    assert packed["Content-Encoding"] == "gzip"
    assert len(packed.content) < len(plain.content) / 3
    assert "Việc của tôi" in gzip.decompress(packed.content).decode()
    assert "Content-Encoding" not in plain


# -- Who may enter ---------------------------------------------------------------------------------
@pytest.mark.parametrize("address", ["/viec-cua-toi/", "/tat-ca/", "/bo-thanh-phan/", "/tep/1/", "/gui-lai/"])
def test_a_visitor_is_led_to_sign_in(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer["Location"] == f"/tai-khoan/dang-nhap/?next={address}"


def test_the_frame_costs_at_most_three_queries_beside_session_and_person(world: World) -> None:
    client = as_(world.tam)
    with CaptureQueriesContext(
        connection,
    ) as seen:
        client.get("/tat-ca/")
    own = [
        q["sql"]
        for q in seen
        if "django_session" not in q["sql"] and '"people_user"."password"' not in q["sql"]
    ]
    scope_queries = 3  # duties, units, successions: asked once by the guard and kept
    assert len(own) <= scope_queries + 1, own


def test_the_address_of_the_page_marks_its_entry(world: World) -> None:
    page = as_(world.tam).get("/viec-cua-toi/").content.decode()
    assert page.count('aria-current="page"') == 1


# -- Acting for a unit -------------------------------------------------------------------------------
def test_she_acts_for_the_unit_she_chose(world: World) -> None:
    duty(world.tam, Role.SPEAKER, world.third_ward)
    client = as_(world.tam)
    assert "<summary>Phường Bến Gỗ" in client.get("/tat-ca/").content.decode()
    answer = client.post("/lam-viec-cho/", {"unit": world.third_ward.pk, "next": "/tat-ca/"}, follow=True)
    assert answer.redirect_chain == [("/tat-ca/", 302)]
    assert "<summary>Phường Đồng Cát" in answer.content.decode()
    assert "Từ giờ anh chị làm việc cho Phường Đồng Cát." in answer.content.decode()


def test_she_cannot_act_for_a_unit_without_a_duty(world: World) -> None:
    client = as_(world.tam)
    client.post("/lam-viec-cho/", {"unit": world.other_ward.pk})
    assert "Cù Lao" not in client.get("/tat-ca/").content.decode()


def test_switching_never_leads_to_another_host(world: World) -> None:
    answer = as_(world.tam).post("/lam-viec-cho/", {"unit": world.ward.pk, "next": "//xau.example/"})
    assert answer["Location"] == "/viec-cua-toi/"


# -- Text kept over a sign-in ---------------------------------------------------------------------------
def test_what_was_sent_after_the_session_ended_comes_back_after_sign_in(world: World) -> None:
    world.tam.set_password("bến gỗ mùa nước nổi")
    world.tam.save()
    client = Client()
    answer = client.post("/lam-viec-cho/", {"unit": "dòng 1\n<b>dòng 2</b>", "password": "bí mật"})
    assert answer["Location"] == "/tai-khoan/dang-nhap/?next=/gui-lai/"
    answer = client.post(
        "/tai-khoan/dang-nhap/", {"login": "tam", "password": "bến gỗ mùa nước nổi", "next": "/gui-lai/"}
    )
    page = client.get(answer["Location"]).content.decode()
    assert 'action="/lam-viec-cho/"' in page
    assert 'value="dòng 1\n&lt;b&gt;dòng 2&lt;/b&gt;"' in page
    assert "bí mật" not in page
    client.post("/lam-viec-cho/", {"unit": "dòng 1"})
    assert client.get("/gui-lai/")["Location"] == "/viec-cua-toi/"


def test_text_kept_too_long_is_gone(client: Client, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    client.post("/lam-viec-cho/", {"unit": "cũ"})
    session = client.session
    session[kept_text.KEY] = {**session[kept_text.KEY], "at": 0}
    session.save()
    client.force_login(world.tam, backend=BACKEND)
    assert client.get("/gui-lai/").status_code == 302


def test_a_forged_form_is_refused_and_keeps_nothing(world: World) -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/lam-viec-cho/", {"unit": "giả"})
    assert answer.status_code == 403
    assert "Trang này đã cũ, chưa lưu được" in answer.content.decode()
    assert kept_text.KEY not in client.session


def test_a_form_of_ours_with_an_old_proof_can_be_sent_again(world: World) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.tam, backend=BACKEND)
    answer = client.post("/lam-viec-cho/", {"unit": "chữ cũ"}, headers={"Sec-Fetch-Site": "same-origin"})
    assert answer["Location"] == "/gui-lai/"
    assert "chữ cũ" in client.get("/gui-lai/").content.decode()
    client.post("/tai-khoan/doi-mat-khau/", {"x": "y"}, headers={"Sec-Fetch-Site": "same-origin"})
    assert client.session[kept_text.KEY]["to"] == "/lam-viec-cho/"


# -- Errors ------------------------------------------------------------------------------------------
def test_every_failure_says_the_next_step_in_vietnamese(client: Client, rf: RequestFactory) -> None:
    request = client.get("/khong-co/").wsgi_request
    pages = {
        400: errors.bad_request(request),
        403: errors.forbidden(request),
        404: errors.not_found(request),
        413: errors.too_large(20 * 1024 * 1024),
        500: errors.server_error(request),
    }
    for status, page in pages.items():
        assert page.status_code == status
        assert '<html lang="vi">' in page.content.decode()
        assert 'class="btn"' in page.content.decode()


def test_too_many_fields_say_what_to_do(world: World) -> None:
    with override_settings(DATA_UPLOAD_MAX_NUMBER_FIELDS=3):
        answer = as_(world.tam).post("/lam-viec-cho/", {str(n): "x" for n in range(9)})
    assert answer.status_code == 400
    assert "tách làm nhiều lần" in answer.content.decode()


# -- Files -------------------------------------------------------------------------------------------
@pytest.fixture
def stored(world: World) -> StoredFile:
    return keep(Upload("ảnh lớp học.png", PNG), world.tam)


@pytest.fixture
def only_tam(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_access, "CHECKS", [lambda user, file: user == world.tam])


def test_a_file_that_no_area_vouches_for_does_not_exist(
    world: World, stored: StoredFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_access, "CHECKS", [])
    assert as_(world.tam).get(f"/tep/{stored.pk}/").status_code == 404


def test_a_file_opens_for_her_and_not_for_the_other_ward(
    world: World, stored: StoredFile, only_tam: None
) -> None:
    answer = as_(world.tam).get(f"/tep/{stored.pk}/")
    assert b"".join(answer.streaming_content) == path_of(stored.sha256).read_bytes()
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["Content-Disposition"].startswith("inline")
    assert as_(world.van).get(f"/tep/{stored.pk}/").status_code == 404


def test_a_file_goes_out_unpacked_with_its_length(world: World, stored: StoredFile, only_tam: None) -> None:
    """Ảnh, PDF đã nén sẵn; trình duyệt cần biết độ dài để báo tải được bao nhiêu."""
    answer = as_(world.tam).get(f"/tep/{stored.pk}/", headers={"accept-encoding": "gzip"})

    assert answer["Content-Length"] == str(stored.size)
    assert "Content-Encoding" not in answer


def test_what_is_no_photo_is_a_download_under_its_own_name(world: World, only_tam: None) -> None:
    paper = keep(Upload("hóa đơn số 5.pdf", b"%PDF-1.7"), world.tam)
    answer = as_(world.tam).get(f"/tep/{paper.pk}/")
    assert answer["Content-Disposition"].startswith("attachment")
    assert "h%C3%B3a%20%C4%91%C6%A1n" in answer["Content-Disposition"]


def test_every_page_forbids_foreign_and_inline_script(client: Client) -> None:
    policy = client.get("/tai-khoan/dang-nhap/")["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert settings.SESSION_COOKIE_HTTPONLY
