"""From a paper to a proposal of law: identity, dates, tree, citations, relations. No database, no fact."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from lantoa.common.problems import Problem
from lantoa.language.citations import issuer_from_symbol
from lantoa.language.folding import fold
from lantoa.library.models import Document
from lantoa.library.rules import dates_fit_the_number
from lantoa.library.understanding.force import read_force
from lantoa.library.understanding.head import NATION, Head, body_lines, read_head
from lantoa.library.understanding.lines_told import doubts_of_tree
from lantoa.library.understanding.mentions import SAID, doubts_of, read_mentions, strongest
from lantoa.library.understanding.proposal import DAYS, FIELDS, NOTHING, Cited, Proposal, Value
from lantoa.library.understanding.text import PaperText
from lantoa.paper.reading import Reading
from lantoa.paper.structure import Signer

DIGITS = {"number", "year", *DAYS}

__all__ = [
    "DAYS",
    "FIELDS",
    "NOTHING",
    "SAID",
    "Cited",
    "Proposal",
    "Value",
    "strongest",
    "understand",
    "understand_lines",
]


def understand(reading: Reading) -> Proposal:
    """What a paper that was read proposes to be as law; each value beside its words, doubts listed."""
    signer = reading.document.signers[-1] if reading.document.signers else None
    at = reading.anchors.get(f"signers.{len(reading.document.signers) - 1}", []) if signer else []
    signed = _signed(signer, at) if signer else {}
    issuer = Value(reading.document.issuer, reading.quote("issuer"), tuple(reading.anchors.get("issuer", [])))
    proposal = understand_lines([line.text for line in reading.lines], issuer, signed)
    _doubt_scan(proposal, reading)
    return proposal


def understand_lines(
    lines: Sequence[str], issuer: Value = NOTHING, signed: Mapping[str, Value] = MappingProxyType({})
) -> Proposal:
    """The same from plain lines; `issuer` and `signed` (fields of the signer) as the reader saw them."""
    paper = PaperText(list(lines) or [""])
    head = read_head(paper)
    _read_issuer(head, paper, issuer)
    head.values |= signed
    proposal = Proposal(head.values, paper.lines, [], head.doubts)
    read_force(head, paper, proposal.day("issued_on"))
    own = head.values.get("number", NOTHING)
    proposal.cited = read_mentions(paper, proposal.get("kind"), own.value, proposal.get("symbol"))
    if own.words and not own.value:  # a number misread by the scan is nobody else's either
        proposal.cited = [one for one in proposal.cited if one.line not in own.lines]
    known = " ".join(
        doubt.says for doubt in proposal.doubts
    )  # "trừ ..." of a sentence that tells the force too
    proposal.doubts += [d for d in doubts_of(proposal.cited) if d.says not in known]
    _doubt_dates(proposal)
    proposal.doubts += doubts_of_tree(paper)
    return proposal


def _doubt_scan(proposal: Proposal, reading: Reading) -> None:
    """What a scan shows unclearly is told; a number or day that rests on it is not proposed at all."""
    for name, value in list(proposal.values.items()):
        unsure = {
            line.text[start:end]
            for line in (reading.lines[at] for at in value.lines if at < len(reading.lines))
            for start, end in line.doubtful
        }
        unsure = {word for word in unsure if word.strip(" .,;:") and word in value.words}
        if not unsure:
            continue
        listed = ", ".join(f"“{word}”" for word in sorted(unsure))
        if name in DIGITS and any(c.isdigit() for word in unsure for c in word):
            proposal.values[name] = Value("", value.words, value.lines)
            says = f"Chữ quét không rõ ({listed}) nên không nhận “{value.words}”. Ghi lại theo bản gốc."
        else:
            says = f"Chữ quét không rõ: {listed}. Đối chiếu với bản gốc."
        proposal.doubts.append(Problem("scan_unclear", says, name))
    if reading.confidence is not None:
        says = f"Văn bản quét, nhận chữ chắc {reading.confidence}%. Đọc lại lời trước khi xác nhận."
        proposal.doubts.append(Problem("scanned", says, "text"))


def _signed(signer: Signer, at: list[int]) -> dict[str, Value]:
    """Name, title and mode of the one who signs. A title in capitals that ran into the name goes."""
    words = signer.name.split()
    while words and words[0].isupper():
        words.pop(0)
    said = " · ".join(part for part in [*signer.lines, signer.name] if part)
    told = {
        "signer_name": " ".join(words),
        "signer_title": _title(signer.title),
        "signing_mode": signer.mode,
    }
    return {name: Value(value, said, tuple(at)) for name, value in told.items() if value}


def _title(printed: str) -> str:
    """PHÓ THỦ TƯỚNG -> Phó Thủ tướng; CHÁNH VĂN PHÒNG -> Chánh Văn phòng; what is in small letters stays."""
    if not printed.isupper():
        return printed
    words = printed.lower().split()
    second = 1 if words[0] in ("phó", "chánh") and len(words) > 1 else 0
    return " ".join(w.capitalize() if at in (0, second) else w for at, w in enumerate(words))


def _read_issuer(head: Head, paper: PaperText, printed: Value) -> None:
    symbol = head.values.get("symbol", NOTHING)
    told = issuer_from_symbol(symbol.value) if symbol.value else None
    names = body_lines(paper)
    if NATION.search(printed.value):  # the other column of the head
        printed = NOTHING
    if not printed.value and names:
        at, name = names[-1]
        printed = Value(name, name, (at,))
    if told and (not printed.value or _same(told, printed.value)):
        words = printed if printed.value else symbol
        head.values["issuer"] = Value(told, words.words, words.lines)
    elif told and any(_same(told, name) for _, name in names):
        at, name = next((at, name) for at, name in names if _same(told, name))
        head.values["issuer"] = Value(told, name, (at,))
    elif printed.value:
        head.values["issuer"] = Value(_spelt(printed.value), printed.words or printed.value, printed.lines)
        if told:
            says = f"Văn bản in “{printed.value}” nhưng ký hiệu “{symbol.value}” là của {told}. Kiểm lại."
            head.doubt("issuer_differs", says, "issuer")
    else:
        head.doubt("issuer_missing", "Không thấy tên cơ quan ban hành. Ghi theo bản gốc.", "issuer")


def _same(a: str, b: str) -> bool:
    return "".join(c for c in fold(a) if c.isalnum()) == "".join(c for c in fold(b) if c.isalnum())


_BODY = (
    "ủy ban nhân dân",
    "uỷ ban nhân dân",
    "hội đồng nhân dân",
    "ban chấp hành",
    "ban chỉ đạo",
    "văn phòng",
)
_PLACE = re.compile(
    r"(?:(?:tỉnh|thành|thị|huyện|đảng) (?:ủy|uỷ)|tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã"
    r"|phường|đặc khu)\b"
)
_SHORT = re.compile(r"\b(?:ubnd|hđnd|ubmttq|mttq|vp)\b", re.I)  # names that stay in capitals
_FIELD = re.compile(r"(?:bộ|sở|phòng|ban|cục|chi cục|tổng cục|vụ|trung tâm|hội|liên đoàn)\b")


def _spelt(name: str) -> str:
    """ỦY BAN NHÂN DÂN TỈNH SÔNG LAM -> Ủy ban nhân dân tỉnh Sông Lam; SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG -> Sở Nông
    nghiệp và Môi trường (Nghị định 30/2020/NĐ-CP, Phụ lục II); what is in small letters stays."""
    name = name.strip(" -_*")
    if not name.isupper():
        return name
    low = " ".join(name.lower().split())
    found = _PLACE.search(low)
    body, place = (low[: found.start()] if found else low), ""
    kind = _FIELD.match(body)
    if kind and not body.startswith(_BODY):
        fields = re.split(r"( và | & | - |, )", body[kind.end() :].strip())
        body = f"{kind[0]} " + "".join(part[:1].upper() + part[1:] for part in fields) + " "
    if found:
        names = low[found.end() :].split()
        place = " ".join([found[0], *(n if _PLACE.fullmatch(n) else n.capitalize() for n in names)])
    told = f"{body}{place}".strip()
    told = _SHORT.sub(lambda short: short[0].upper(), told)
    return told[:1].upper() + told[1:]


def _doubt_dates(proposal: Proposal) -> None:
    year = proposal.get("year")
    draft = Document(
        year=int(year) if year else None,
        issued_on=proposal.day("issued_on"),
        effective_on=proposal.day("effective_on"),
    )
    proposal.doubts += dates_fit_the_number.warnings(draft)
