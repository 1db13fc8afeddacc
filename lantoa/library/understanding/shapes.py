"""The shapes of the fields of a paper: a title is a phrase, a name two to six words, an issuer a body.

What does not fit its shape is told, and is not proposed where it can only be wrong.
"""

import re
from collections.abc import Iterator

from lantoa.common.problems import Problem
from lantoa.language.citations.issuers import HEADS
from lantoa.language.official_names import in_small_letters, is_in_capitals
from lantoa.library.understanding.proposal import NOTHING, Proposal, Value
from lantoa.paper.kinds import BODY, OFFICE
from lantoa.paper.structure import Signer

LONGEST_TITLE, LONGEST_ISSUER, LONGEST_OFFICE, LONGEST_NAME = 600, 200, 120, 60
_ENDS_SENTENCE = re.compile(r"[.:;!?]$")
_DANGLES = re.compile(
    r"(?:[,–-]|(?<!\S)(?:của|và|về|việc|tại|cho|với|giữa|trên|theo|tỉnh|thành phố|huyện|quận|phường|xã"
    r"|thị xã"
    r"|thị trấn|đặc khu|số|ngày|tháng|năm|giai đoạn|đến|từ|một số điều|bổ sung|các|những|trong|cấp|do"
    r"|được|để|nhằm"
    r"|Luật|Nghị định|Nghị quyết|Quyết định|Thông tư|Kế hoạch|Chương trình|Đề án|Quy chế|Quy định|Chỉ thị"
    r"|Chính"
    r"|điều|khoản))$",
    re.I,
)
# What opens the first sentence below a title.
_OPENS_SENTENCE = re.compile(
    r"(?:căn cứ|thực hiện|tiếp tục|triển khai|để|nhằm|thời gian qua|trong|ngày \d|theo|trên cơ sở|xét|qua"
    r"|hiện nay"
    r"|vừa qua|sau|với|từ|năm \d{4},|đến nay|kính gửi|kính thưa|phúc đáp|trả lời|hưởng ứng|nghị định số"
    r"|luật số|thông tư số|quyết định số|nghị quyết số)(?![^\W_])",
    re.I,
)
_SAYS = re.compile(
    r"(?:ban hành|quyết định|quyết nghị|yêu cầu|chỉ thị|thông báo|báo cáo|đề nghị|xây dựng|kính|nhận được"
    r"|hướng dẫn"
    r"|trân trọng|tổ chức|triển khai)(?![^\W_])"
)
_INNER_STOP = re.compile(r"[^\W\d_]{2,}[.:!?] [^\W\d_a-z]")
_DEGREE = re.compile(
    r"^(?:(?:GS|PGS|TS|ThS|Ths|BS|CN|KS|CKI{1,2}|Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy|Đại tướng"
    r"|Thượng tướng"
    r"|Trung tướng|Thiếu tướng)\b[.\s]*)+"
)


def title_goes_on(above: str, line: str) -> bool:
    """Whether a line below a title is its next line, not the first sentence of the paper."""
    if _DANGLES.search(above) or line[:1].islower() or line[:1].isdigit():
        return True
    if _ENDS_SENTENCE.search(above) or is_in_capitals(above) != is_in_capitals(line):
        return False
    return not (_OPENS_SENTENCE.match(line) or _is_sentence(line))


def _is_sentence(line: str) -> bool:
    """ "Chính phủ ban hành Nghị định ...", and whatever ends as a sentence does."""
    low = line.lower()
    return bool(_ENDS_SENTENCE.search(line)) or bool(HEADS.match(low) and _SAYS.search(low))


def signed_fields(signer: Signer, at: tuple[int, ...]) -> tuple[dict[str, Value], list[Problem]]:
    """Name, title and mode of the one who signs, each in its shape; what fits none is told."""
    doubts: list[Problem] = []
    said = " · ".join(part for part in [*signer.lines, signer.name] if part)
    words = said if len(said) <= 300 else f"{said[:299]}…"
    name, title = _name(signer.name), _office(signer.title)
    if signer.name and not name:
        says = f"Không nhận được tên người ký từ “{signer.name[:120]}”. Ghi theo bản gốc."
        doubts.append(Problem("signer_name_shape", says, "signer_name"))
    if signer.lines and not title:
        says = f"Không nhận được chức vụ người ký từ “{' / '.join(signer.lines)[:160]}”. Ghi theo bản gốc."
        doubts.append(Problem("signer_title_shape", says, "signer_title"))
    told = {"signer_name": name, "signer_title": title, "signing_mode": signer.mode}
    return {field: Value(value, words, at) for field, value in told.items() if value}, doubts


def _name(printed: str) -> str:
    """A person's name without rank or degree, in running letters; "" for what is none."""
    words = _DEGREE.sub("", " ".join(printed.split())).split()
    while len(words) > 2 and (OFFICE.match(" ".join(words[:2])) or OFFICE.fullmatch(words[0])):
        words.pop(0)  # a title in capitals that ran into the name
    if not 2 <= len(words) <= 6 or not all(
        re.sub(r"['’.-]", "", w).isalpha() and w[0].isupper() for w in words
    ):
        return ""
    plain = " ".join(words)
    if len(plain) > LONGEST_NAME or OFFICE.match(plain.upper()) or _is_body(plain):
        return ""
    return " ".join(w.capitalize() for w in words) if is_in_capitals(plain) else plain


def _is_body(text: str) -> bool:
    return text.isupper() and bool(BODY.match(text))


def _office(printed: str) -> str:
    """A title in running letters; "" for the name of a body, or for a sentence."""
    words = " ".join(printed.split()).strip(" -_*.,")
    if (
        not words
        or len(words) > LONGEST_OFFICE
        or not OFFICE.match(words.upper())
        or _INNER_STOP.search(words)
    ):
        return ""
    return in_small_letters(words)[0]


def doubts_of_shape(proposal: Proposal) -> Iterator[Problem]:
    """A title that runs into a sentence, an issuer that is no body: told beside their words."""
    title = proposal.get("title")
    if len(title) > LONGEST_TITLE or _INNER_STOP.search(title):
        says = f"Trích yếu đọc được dài {len(title)} chữ cái hoặc lẫn câu khác. Giữ đúng phần trích yếu."
        yield Problem("title_shape", says, "title")
    issuer = proposal.values.get("issuer", NOTHING)
    if issuer.value and (len(issuer.value) > LONGEST_ISSUER or not HEADS.match(issuer.value.lower() + " ")):
        if len(issuer.value) > LONGEST_ISSUER:
            proposal.values["issuer"] = Value("", issuer.words, issuer.lines)
        says = f"“{issuer.value[:160]}” không giống tên một cơ quan. Ghi cơ quan ban hành theo bản gốc."
        yield Problem("issuer_shape", says, "issuer")
