"""The documents and policies of the demo year.

Facts (numbers, dates, who gets what, which article) are those that a public source confirmed; the words of a
provision are our own summary and say so, they are not the words of the law. A fact whose article no source
confirmed stays a draft marked "chưa kiểm chứng" and never reaches the public pages.
"""

from dataclasses import dataclass, field
from datetime import date

from lantoa.demo.people import Cast
from lantoa.library import actions as library
from lantoa.library.models import Document, Policy, Provision, Topic
from lantoa.people.models import AudienceKind

SUMMARY = "Tóm lược của người nhập, không phải nguyên văn"


@dataclass
class Law:
    """What the library holds, by short name."""

    documents: dict[str, Document] = field(default_factory=dict)
    provisions: dict[str, Provision] = field(default_factory=dict)
    policies: dict[str, Policy] = field(default_factory=dict)


@dataclass(frozen=True)
class Summary:
    """What we cite of a document: article, clause (or "") and our summary of it."""

    key: str
    article: str
    clause: str
    words: str


@dataclass(frozen=True)
class Paper:
    """A document to register; without `cited` nobody has confirmed an article of it yet."""

    key: str
    kind: str
    number: str
    year: int | None
    symbol: str
    issuer: str
    title: str
    issued_on: date | None
    effective_on: date | None
    source: str
    cited: tuple[Summary, ...] = ()


POOR_LINE = Summary(
    "chuan-ngheo",
    "3",
    "",
    "Chuẩn nghèo đa chiều: ở nông thôn thu nhập từ 1.500.000 đồng một người một tháng trở "
    "xuống, ở thành thị từ 2.000.000 đồng trở xuống, và thiếu hụt từ 3 chỉ số trở lên thì là hộ nghèo; cùng mức "
    "thu nhập đó và thiếu hụt dưới 3 chỉ số thì là hộ cận nghèo.",
)
LEGAL_AID = Summary("phap-ly", "7", "", "Người thuộc hộ nghèo là người được trợ giúp pháp lý miễn phí.")
INSURANCE_DAYS = Summary(
    "bhyt-ngay",
    "70",
    "2",
    "Nghị định có hiệu lực từ 15/08/2025; những điều nêu tại khoản này có hiệu lực sớm hơn, từ 01/07/2025.",
)
INSURANCE = Summary(
    "bhyt",
    "6",
    "6",
    "Ngân sách nhà nước hỗ trợ tối thiểu 70% mức đóng bảo hiểm y tế cho người thuộc hộ gia đình cận nghèo; hỗ trợ "
    "100% nếu sinh sống ở xã nghèo.",
)

PAPERS_2025 = [
    Paper(
        "nd07", "Nghị định", "07", 2021, "NĐ-CP", "Chính phủ",
        "Quy định chuẩn nghèo đa chiều giai đoạn 2021-2025",
        date(2021, 1, 27), date(2021, 3, 15), "laodongthudo.vn 119787", (POOR_LINE,),
    ),
    Paper(
        "ltgpl", "Luật", "", None, "", "Quốc hội", "Trợ giúp pháp lý năm 2017", None, date(2018, 1, 1),
        "luatnhanhau.com (Điều 7)", (LEGAL_AID,),
    ),
    Paper(
        "nd49", "Nghị định", "49", 2024, "NĐ-CP", "Chính phủ", "Quy định hoạt động thông tin cơ sở",
        date(2024, 5, 10), date(2024, 7, 1), "sonv.ninhthuan.gov.vn",
    ),
    Paper(
        "qd28", "Quyết định", "28", 2014, "QĐ-TTg", "Thủ tướng Chính phủ",
        "Quy định về cơ cấu biểu giá bán lẻ điện", None, date(2014, 6, 1), "vtv.vn 138514",
    ),
    Paper(
        "qd10", "Quyết định", "10", 2024, "QĐ-TTg", "Thủ tướng Chính phủ",
        "Về tín dụng cấp nước sạch và vệ sinh môi trường nông thôn",
        date(2024, 7, 15), date(2024, 9, 2), "baogialai.com.vn 285353",
    ),
]  # fmt: skip
PAPERS_MID_2025 = [
    Paper(
        "qd14", "Quyết định", "14", 2025, "QĐ-TTg", "Thủ tướng Chính phủ",
        "Quy định về cơ cấu biểu giá bán lẻ điện", date(2025, 5, 29), date(2025, 5, 29),
        "evn.com.vn; luatvietnam.vn (có nguồn nói hóa đơn chưa tính theo biểu mới)",
    ),
    Paper(
        "nd188", "Nghị định", "188", 2025, "NĐ-CP", "Chính phủ",
        "Quy định chi tiết và hướng dẫn thi hành một số điều của Luật Bảo hiểm y tế",
        date(2025, 7, 1), date(2025, 8, 15), "baolamdong.vn 382133; vanban.chinhphu.vn 214515",
        (INSURANCE, INSURANCE_DAYS),
    ),
]  # fmt: skip
PAPERS_2026 = [
    Paper(
        "nd351", "Nghị định", "351", 2025, "NĐ-CP", "Chính phủ",
        "Quy định chuẩn nghèo đa chiều quốc gia", None, date(2026, 1, 1),
        "huengaynay.vn 161540; sggp.org.vn 831518",
    ),
    Paper(
        "nd338", "Nghị định", "338", 2025, "NĐ-CP", "Chính phủ", "Về chính sách hỗ trợ tạo việc làm",
        None, date(2026, 1, 1), "24h.com.vn c46a1726461",
    ),
]  # fmt: skip


def bring_in(papers: list[Paper], cast: Cast, law: Law) -> None:
    """Register the documents; those of which an article is confirmed are marked checked."""
    for paper in papers:
        document = library.register_document(
            by=cast.minh, kind=paper.kind, number=paper.number, year=paper.year, symbol=paper.symbol,
            issuer=paper.issuer, title=paper.title, issued_on=paper.issued_on,
            effective_on=paper.effective_on, source=paper.source,
        )  # fmt: skip
        law.documents[paper.key] = document
        for one in paper.cited:
            law.provisions[one.key] = _summarise(document, one, cast)
        if paper.cited:
            library.mark_checked(document, by=cast.hung, wording=Document.Wording.SUMMARY)


def _summarise(document: Document, one: Summary, cast: Cast) -> Provision:
    article = library.add_provision(
        document, by=cast.minh, kind="article", number=one.article, heading=SUMMARY,
        words="" if one.clause else one.words,
    )  # fmt: skip
    if not one.clause:
        return article
    return library.add_provision(
        document, by=cast.minh, kind="clause", number=one.clause, words=one.words, parent=article
    )


@dataclass(frozen=True)
class Amount:
    """A dated amount; one of a confirmed provision is checked."""

    name: str
    value: str
    valid_from: date | None = None
    valid_to: date | None = None
    reference: str = ""


@dataclass(frozen=True)
class Told:
    """A policy to write; without a provision it stays a draft that nobody has checked."""

    key: str
    title: str
    topic: str
    audiences: tuple[str, ...]
    benefit: str
    where: str
    provision: str = ""
    area: str = ""
    source: str = ""
    amounts: tuple[Amount, ...] = ()


POLICIES_2025 = [
    Told(
        "chuan-ngheo", "Chuẩn hộ nghèo, hộ cận nghèo", "chung",
        ("ho-ngheo", "ho-can-ngheo", "ho-moi-thoat-ngheo"),
        "Biết mức thu nhập và số chỉ số thiếu hụt để được xét hộ nghèo, hộ cận nghèo.",
        "Ủy ban nhân dân phường, xã, trong kỳ rà soát hằng năm", "chuan-ngheo",
    ),
    Told(
        "phap-ly", "Trợ giúp pháp lý miễn phí", "tro-giup-phap-ly", ("ho-ngheo",),
        "Được tư vấn, bào chữa, đại diện miễn phí.", "Trung tâm Trợ giúp pháp lý nhà nước", "phap-ly",
    ),
    Told(
        "nuoc-sach", "Vay làm công trình nước sạch", "nuoc-sach", ("ho-ngheo", "ho-can-ngheo"),
        "Vay tối đa 25 triệu đồng cho mỗi loại công trình.", "Tổ tiết kiệm và vay vốn ở ấp",
        area="rural", source="Quyết định 10/2024/QĐ-TTg, chưa rõ điều khoản",
    ),
]  # fmt: skip
POLICIES_MID_2025 = [
    Told(
        "tien-dien", "Hỗ trợ tiền điện", "dien", ("ho-ngheo",),
        "Mỗi tháng được hỗ trợ bằng tiền của 30 kWh điện bậc 1, phát theo quý.",
        "Phường, xã lập danh sách",
        source="Quyết định 14/2025/QĐ-TTg (thay Quyết định 28/2014/QĐ-TTg), các nguồn còn mâu thuẫn, chưa rõ "
        "điều khoản",
    ),
    Told(
        "bhyt", "Bảo hiểm y tế cho hộ cận nghèo", "y-te", ("ho-can-ngheo",),
        "Nhà nước đóng giúp ít nhất 70% tiền mua thẻ bảo hiểm y tế.",
        "Ủy ban nhân dân phường, xã", "bhyt",
        amounts=(Amount("Mức hỗ trợ tối thiểu", "70% mức đóng", date(2025, 8, 15)),),
    ),
]  # fmt: skip
POLICIES_2026 = [
    Told(
        "viec-lam", "Vay vốn tạo việc làm", "viec-lam", ("ho-ngheo", "ho-can-ngheo"),
        "Người lao động vay tối đa 200 triệu đồng.", "Ngân hàng Chính sách xã hội",
        source="Nghị định 338/2025/NĐ-CP, chưa rõ điều khoản",
        amounts=(
            Amount("Mức vay tối đa", "100 triệu đồng một người", None, date(2025, 12, 31), "24h.com.vn c46a1726461"),
            Amount("Mức vay tối đa", "200 triệu đồng một người", date(2026, 1, 1), None, "24h.com.vn c46a1726461"),
        ),
    ),
]  # fmt: skip


def write_policies(rows: list[Told], cast: Cast, law: Law) -> None:
    """Write the policies; those that rest on a confirmed provision are checked and published."""
    topics = {t.key: t for t in Topic.objects.all()}
    kinds = {k.key: k for k in AudienceKind.objects.all()}
    for row in rows:
        policy = library.write_policy(
            by=cast.minh, title=row.title, topic=topics[row.topic], audiences=[kinds[a] for a in row.audiences],
            benefit=row.benefit, area=row.area, where_to_apply=row.where, source=row.source,
            provisions=[law.provisions[row.provision]] if row.provision else [],
        )  # fmt: skip
        for amount in row.amounts:
            _add_amount(policy, amount, law.provisions.get(row.provision), cast)
        if row.provision:
            library.mark_policy_checked(policy, by=cast.hung)
            policy = library.publish_policy(policy, by=cast.minh)
        law.policies[row.key] = policy


def _add_amount(policy: Policy, amount: Amount, provision: Provision | None, cast: Cast) -> None:
    made = library.add_parameter(
        policy, by=cast.minh, name=amount.name, value=amount.value, valid_from=amount.valid_from,
        valid_to=amount.valid_to, reference=amount.reference, provision=provision,
    )  # fmt: skip
    if provision:
        library.mark_parameter_checked(made, by=cast.hung)
