"""Channels, counting units, programmes: loaded once, an office's edits stay."""

import pytest

from lantoa.plans.models import Channel, CountingUnit, Programme
from lantoa.plans.reading.vocabulary import CHANNELS as READ
from lantoa.plans.reference import CHANNELS, DECREE_FORMS, load_reference

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def test_loading_twice_adds_nothing_and_keeps_what_an_office_edited():
    load_reference()
    Channel.objects.filter(key="website").update(name="Trang của phường")

    assert load_reference() == 0
    assert Channel.objects.get(key="website").name == "Trang của phường"


def test_the_eight_channels_of_the_plan_are_there():
    load_reference()

    wanted = {
        "lop-truyen-thong", "hoi-nghi", "noi-chuyen-chuyen-de", "doi-thoai-chinh-sach",
        "dai-truyen-thanh-co-so", "pano-ap-phich", "bang-ron", "website",
    }  # fmt: skip
    assert wanted <= set(Channel.objects.values_list("key", flat=True))


def test_every_type_of_the_decree_on_grassroots_information_has_a_channel():
    load_reference()

    forms = set(Channel.objects.exclude(decree_form="").values_list("decree_form", flat=True))

    assert forms == set(DECREE_FORMS)
    assert len(DECREE_FORMS) == 8


def test_every_channel_is_counted_in_a_unit():
    load_reference()

    assert not Channel.objects.filter(counting_unit=None).exists()
    assert CountingUnit.objects.count() == 12


def test_every_channel_that_the_reader_knows_is_in_the_reference_data():
    assert {word.key for word in READ} <= {key for key, *_ in CHANNELS}


def test_a_programme_belongs_to_its_period():
    load_reference()

    part = Programme.objects.get(code="GNBV-2021-2025-DA6-TDA2")
    assert part.parent.parent.code == "GNBV-2021-2025"
    assert str(part.valid_to) == "2025-12-31"
