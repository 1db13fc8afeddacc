"""Fill the issuer of the local papers that are held: their numbers run in every province and ward anew."""

import re
import unicodedata

from django.db import migrations

# As it stood on the day of this migration.
_CENTRAL = set(
    "BTC BLĐTBXH LĐTBXH BTTTT BNV BNNMT BNNPTNT BTNMT BYT BGDĐT BKHĐT BXD BCT BTP BCA BQP BNG BGTVT BKHCN"
    " BVHTTDL BDTTG UBDT NHNN TTCP VPCP VPQH VPCTN KBNN KTNN BHXH TTG CP CTN HĐBT".split()
)
_SHORT = (("ubnd", "uy ban nhan dan"), ("hdnd", "hoi dong nhan dan"), ("tp", "thanh pho"), ("tx", "thi xa"))
_PERSON = re.compile(r"(?:pho )?(?:chu tich|giam doc|truong (?:phong|ban)|chi cuc truong) ")


def _is_local(symbol):
    upper = symbol.strip().upper()
    groups = re.split(r"[-/]", upper)
    if not upper or re.fullmatch(r"QH\d{1,2}|.*UBTVQH\d*", upper) or groups[-1] == "TW":
        return False
    if groups[0] in ("NĐ", "TT", "TTLT", "TTLB", "NQLT"):
        return False
    whose = groups[1] if len(groups) > 1 and groups[0] not in _CENTRAL else groups[0]
    return whose not in _CENTRAL


def _name(printed):
    plain = unicodedata.normalize("NFD", printed.casefold().replace("đ", "d").replace("ð", "d"))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    name = " ".join(re.sub(r"[^a-z0-9]+", " ", plain).split())
    for short, whole in _SHORT:
        name = re.sub(rf"\b{short}\b", whole, name)
    return _PERSON.sub("", name, count=1) if _PERSON.match(name) else name


def fill(apps, schema_editor):
    documents = apps.get_model("library", "Document").objects.exclude(number="").exclude(issuer="")
    for document in documents.only("pk", "symbol", "issuer").iterator():
        if _is_local(document.symbol):
            type(document).objects.filter(pk=document.pk).update(issuer_key=_name(document.issuer)[:200])


class Migration(migrations.Migration):
    dependencies = [("library", "0018_documents_hold_their_local_issuer")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
