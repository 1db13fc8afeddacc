"""From a paper to a proposal of law: identity, dates, tree, citations, relations. No database, no fact."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from lantoa.common.problems import Problem
from lantoa.language.citations import issuer_from_symbol
from lantoa.language.folding import fold, nfc
from lantoa.language.official_names import in_small_letters
from lantoa.language.provisions import without_notes
from lantoa.language.slips import slips_in
from lantoa.library.models import Document
from lantoa.library.rules import dates_fit_the_number
from lantoa.library.understanding.annex import annex_alone, settle_annex
from lantoa.library.understanding.consolidated import settle_head
from lantoa.library.understanding.force import read_force
from lantoa.library.understanding.head import NATION, Head, body_lines, read_head
from lantoa.library.understanding.lines_told import doubts_of_tree
from lantoa.library.understanding.mentions import SAID, doubts_of, read_mentions, strongest
from lantoa.library.understanding.proposal import DAYS, FIELDS, NOTHING, Cited, Proposal, Value
from lantoa.library.understanding.shapes import doubts_of_shape, signed_fields
from lantoa.library.understanding.text import PaperText
from lantoa.paper.reading import Reading

MOST_MISPRINTS = 30
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
    signed, unsigned = signed_fields(signer, tuple(at)) if signer else ({}, [])
    issuer = Value(reading.document.issuer, reading.quote("issuer"), tuple(reading.anchors.get("issuer", [])))
    proposal = understand_lines([line.text for line in reading.lines], issuer, signed)
    proposal.doubts += unsigned
    proposal.doubts += [Problem(d.code, d.says, "text") for d in reading.doubts if d.code == "reading_unsure"]
    _doubt_scan(proposal, reading)
    return proposal


def understand_lines(
    lines: Sequence[str], issuer: Value = NOTHING, signed: Mapping[str, Value] = MappingProxyType({})
) -> Proposal:
    """The same from plain lines; `issuer` and `signed` (fields of the signer) as the reader saw them."""
    printed = [nfc(line) for line in lines] or [""]
    paper = PaperText(without_notes(printed).lines)  # what notes tell is not said by the paper
    head = read_head(paper)
    if paper.is_consolidated:
        settle_head(head, paper)
    _read_issuer(head, paper, issuer)
    head.values |= signed
    proposal = Proposal(head.values, printed, [], head.doubts)
    if not paper.is_consolidated:  # its force is that of its base
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
    proposal.doubts += [*doubts_of_shape(proposal), *_misprints(paper), *doubts_of_tree(paper)]
    if (annex_at := annex_alone(paper)) is not None:
        settle_annex(proposal, paper, annex_at)
    return proposal


def _misprints(paper: PaperText) -> list[Problem]:
    """Words of law that are misprinted, each told with its line."""
    found = [(no, slips) for no, line in enumerate(paper.lines) if (slips := slips_in(line))]
    return [
        Problem(
            "misprint",
            f"Dòng {no + 1} có chữ in hoặc quét sai: {', '.join(f'“{one}”' for one in slips)}, ở câu"
            f" “{paper.lines[no][:120].strip()}”. Đối chiếu với bản gốc.",
            "text",
        )
        for no, slips in found[:MOST_MISPRINTS]
    ]


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
        spelt, known = in_small_letters(printed.value.strip(" -_*"))
        head.values["issuer"] = Value(spelt, printed.words or printed.value, printed.lines)
        if not known:
            says = f"Tên cơ quan in hoa, viết lại là “{spelt}”. Kiểm chữ hoa theo bản gốc."
            head.doubt("issuer_capitals", says, "issuer")
        if told:
            says = f"Văn bản in “{printed.value}” nhưng ký hiệu “{symbol.value}” là của {told}. Kiểm lại."
            head.doubt("issuer_differs", says, "issuer")
    else:
        head.doubt("issuer_missing", "Không thấy tên cơ quan ban hành. Ghi theo bản gốc.", "issuer")


def _same(a: str, b: str) -> bool:
    return "".join(c for c in fold(a) if c.isalnum()) == "".join(c for c in fold(b) if c.isalnum())


def _doubt_dates(proposal: Proposal) -> None:
    year = proposal.get("year")
    draft = Document(
        year=int(year) if year else None,
        issued_on=proposal.day("issued_on"),
        effective_on=proposal.day("effective_on"),
    )
    proposal.doubts += dates_fit_the_number.warnings(draft)
