"""Soạn bài: from an empty article to a version that nobody can change any more."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit, dates
from lantoa.common.once import once, own_key
from lantoa.common.problems import Problem, must_hold, refuse
from lantoa.content.actions.steps import (
    has_reason,
    locked,
    move,
    new_version,
    newest,
    record_writer,
    step_is_open,
    text_problems,
    whole,
)
from lantoa.content.models import Article, Citation, Edition, EditionKind, EditionVersion
from lantoa.content.passages import PassageKind, kept
from lantoa.content.permissions import may_write
from lantoa.content.queries import LEADER_PASSED, states_of, steps_taken
from lantoa.content.rules.author_does_not_approve import problems_with_writing
from lantoa.content.rules.canonical_form import canonical_form, canonical_text, hash_now, sha256_of
from lantoa.content.rules.passages_suit_the_kind import problems_with_form
from lantoa.content.states import EDITABLE, WAITING, EditionState
from lantoa.library.models import Policy, Provision
from lantoa.paper.wording import clean
from lantoa.people.models import AudienceKind, Unit, User
from lantoa.people.queries import tree
from lantoa.plans.models import PlanItem

MOST_BLOCKS = 60
MOST_CHARACTERS = 60_000


@dataclass(frozen=True)
class Block:
    """One passage as the writer sends it. id: of a block that is there already; None for a new one.

    provisions: cited by this block in addition to what it cites already. minutes: of a point of a talk.
    """

    text: str
    no_source_why: str = ""
    id: int | None = None
    provisions: Sequence[Provision] = field(default_factory=tuple)
    kind: str = PassageKind.PARAGRAPH
    minutes: int | None = None

    def kept(self, block_id: int) -> dict[str, Any]:
        """As it is kept and signed."""
        return kept(block_id, self.text, self.no_source_why, self.kind, self.minutes)


@transaction.atomic
def write_article(
    title: str,
    unit: Unit,
    audiences: Iterable[AudienceKind],
    policies: Iterable[Policy],
    *,
    by: User,
    territory: Unit | None = None,
    plan_item: PlanItem | None = None,
    due_on: date | None = None,
    key: str = "",
) -> Article:
    """Begin an article for named audiences on named policies. key: sending twice makes one article."""
    if not may_write(by, unit.pk):
        raise PermissionDenied
    audiences, policies = list(audiences), list(policies)
    must_hold(_article_problems(title, audiences, policies))

    def write() -> str:
        article = Article.objects.create(
            title=_clean(title),
            unit=unit,
            territory_id=territory.pk if territory else tree().territory(unit.pk),
            plan_item=plan_item,
            due_on=due_on,
            written_by=by,
            written_at=dates.now(),
        )
        article.audiences.set(audiences)
        article.policies.set(policies)
        audit.log(by, "write_article", article, unit_id=unit.pk)
        return str(article.pk)

    return Article.objects.get(pk=int(once(own_key("article", by, key), write)))


@transaction.atomic
def edit_article(
    article: Article,
    title: str,
    audiences: Iterable[AudienceKind],
    policies: Iterable[Policy],
    *,
    by: User,
    plan_item: PlanItem | None = None,
    due_on: date | None = None,
) -> Article:
    """Change what an article says it is about. Title, audiences and policies are part of what is signed, so
    they stand still while an edition waits or may air; whoever changes them counts as a writer."""
    if not may_write(by, article.unit_id):
        raise PermissionDenied
    audiences, policies = list(audiences), list(policies)
    editions = list(Edition.objects.select_for_update().filter(article=article))
    changes_signed = (
        _clean(title) != article.title
        or {a.pk for a in audiences} != set(article.audiences.values_list("pk", flat=True))
        or {p.pk for p in policies} != set(article.policies.values_list("pk", flat=True))
    )
    if changes_signed:
        must_hold(_article_problems(title, audiences, policies))
        must_hold([p for e in editions for p in problems_with_writing(by.pk, steps_taken(e))][:1])
        if _is_signed(editions):
            says = (
                "Tên bài, đối tượng, chính sách đã được gửi hoặc duyệt cùng bản thể hiện. "
                "Rút bản thể hiện đó hoặc viết bài mới."
            )
            refuse("article_is_signed", says, "title")
        for edition in editions:
            record_writer(edition, by)
    article.title, article.plan_item, article.due_on = _clean(title), plan_item, due_on
    article.save(update_fields=["title", "plan_item", "due_on"])
    article.audiences.set(audiences)
    article.policies.set(policies)
    audit.log(by, "edit_article", article, unit_id=article.unit_id)
    return article


@transaction.atomic
def add_edition(article: Article, kind: str, *, by: User, key: str = "") -> Edition:
    """Begin a rendering of the article for one channel, with an empty first draft."""
    if not may_write(by, article.unit_id):
        raise PermissionDenied
    if kind not in EditionKind.values:
        refuse("edition_kind", "Chọn một loại bản thể hiện có trong danh sách.", "kind")

    def write() -> str:
        edition = Edition.objects.create(article=article, kind=kind)
        new_version(edition, 1, by)
        record_writer(edition, article.written_by)  # the title is hers and is signed with the text
        record_writer(edition, by)
        audit.log(by, "add_edition", edition, unit_id=article.unit_id)
        return str(edition.pk)

    return Edition.objects.get(pk=int(once(own_key("edition", by, key), write)))


@transaction.atomic
def save_draft(
    edition: Edition,
    blocks: Sequence[Block],
    *,
    by: User,
    person_named_why: str = "",
    spoken: str | None = None,
    dialect: str | None = None,
    seen: str = "",
) -> EditionVersion:
    """Keep the text of the draft as it stands in the form. Blocks left out, and empty ones, go.

    seen: the hash of the draft that she began from; when somebody saved in between, nothing is written.
    """
    edition, version = _draft_of(edition.pk, by)
    if seen and seen != hash_now(version):
        says = "Bản nháp đã được sửa ở nơi khác từ khi anh chị mở trang. So hai bản rồi chọn bản giữ lại."
        refuse("draft_moved", says)
    written = [b for b in blocks if _clean(b.text)]
    must_hold(_size_problems(written))
    known = {block["id"] for block in version.blocks}
    next_id = max([0, *known, *(c.block for c in version.citations.all())]) + 1
    rows: list[dict[str, Any]] = []
    cited: list[tuple[int, Provision]] = []
    for block in written:
        block_id = block.id if block.id in known and block.id not in {r["id"] for r in rows} else None
        if block_id is None:
            block_id, next_id = next_id, next_id + 1
        rows.append(block.kept(block_id))
        cited += [(block_id, provision) for provision in block.provisions]
    version.blocks = rows
    version.person_named_why = _clean(person_named_why)[:300]
    version.spoken = version.spoken if spoken is None else _clean(spoken)
    version.dialect = dialect or version.dialect
    version.save(update_fields=["blocks", "person_named_why", "spoken", "dialect"])
    version.citations.exclude(block__in=[r["id"] for r in rows]).delete()
    for block_id, provision in cited:
        _pin(version, block_id, provision, "")
    record_writer(edition, by)
    audit.log(by, "save_draft", version, unit_id=edition.article.unit_id, blocks=len(rows))
    return whole(version.pk)


@transaction.atomic
def cite(
    version: EditionVersion, block: int, provision: Provision, *, by: User, passage: str = ""
) -> Citation:
    """Pin a block of the draft to the words of a provision as they are now. Again: pins anew."""
    edition, draft = _draft_of(version.edition_id, by, version)
    if block not in {b["id"] for b in draft.blocks}:
        refuse("no_such_block", "Đoạn này không còn trong bản nháp. Lưu bài rồi dẫn lại.")
    citation = _pin(draft, block, provision, _clean(passage))
    record_writer(edition, by)
    audit.log(by, "cite", citation, unit_id=edition.article.unit_id, block=block)
    return citation


@transaction.atomic
def uncite(citation: Citation, *, by: User) -> None:
    """Take a citation out of the draft."""
    edition, _ = _draft_of(citation.version.edition_id, by, citation.version)
    record_writer(edition, by)
    audit.log(by, "uncite", citation, unit_id=edition.article.unit_id, block=citation.block)
    citation.delete()


@transaction.atomic
def submit(edition: Edition, *, by: User) -> EditionVersion:
    """Send the draft to be checked. From here on the database refuses any change to its text."""
    edition = locked(edition.pk)
    if not may_write(by, edition.article.unit_id):
        raise PermissionDenied
    step_is_open(edition, "submit")
    must_hold(problems_with_writing(by.pk, steps_taken(edition)))
    version = newest(edition)
    states = states_of(version.citations.all(), dates.today())
    must_hold(problems_with_form(edition.kind, version.blocks))
    must_hold(text_problems(version, list(states.values())))
    record_writer(edition, by)
    version.canonical = canonical_text(canonical_form(version))
    version.sha256 = sha256_of(version.canonical)
    version.submitted_by, version.submitted_at = by, dates.now()
    version.save(update_fields=["canonical", "sha256", "submitted_by", "submitted_at"])
    move(edition, "submit")
    audit.log(by, "submit_edition", version, unit_id=edition.article.unit_id, sha256=version.sha256)
    return version


@transaction.atomic
def revise(edition: Edition, *, by: User, why: str = "") -> EditionVersion:
    """Open the next version as a copy of the newest. What a person cleared before is not cleared in it."""
    edition = locked(edition.pk)
    if not may_write(by, edition.article.unit_id):
        raise PermissionDenied
    step_is_open(edition, "revise")
    must_hold(problems_with_writing(by.pk, steps_taken(edition)))
    if edition.state == EditionState.APPROVED:
        why = has_reason(why, "Ghi vì sao phải sửa bài đã duyệt.", "why")
    last = newest(edition)
    version = new_version(edition, last.number + 1, by, last)
    record_writer(edition, by)
    move(edition, "revise")
    audit.log(by, "revise_edition", version, unit_id=edition.article.unit_id, why=why)
    return version


def _draft_of(
    edition_id: int, by: User, named: EditionVersion | None = None
) -> tuple[Edition, EditionVersion]:
    """The locked edition and its open draft, for somebody who may write in it."""
    edition = locked(edition_id)
    if not may_write(by, edition.article.unit_id):
        raise PermissionDenied
    version = newest(edition)
    is_open = edition.state in EDITABLE and version.submitted_at is None
    if not is_open or (named and named.pk != version.pk):
        refuse("not_a_draft", "Bản này đã gửi đi nên không sửa được nữa. Soạn bản mới để sửa.")
    must_hold(problems_with_writing(by.pk, steps_taken(edition)))
    return edition, version


def _pin(version: EditionVersion, block: int, provision: Provision, passage: str) -> Citation:
    provision.refresh_from_db(fields=["fingerprint", "words"])  # the words she pins are those of now
    values = {
        "fingerprint": provision.fingerprint,
        "quoted": provision.words,
        "pinned_on": dates.today(),
        "passage": passage,
    }
    citation, _ = Citation.objects.update_or_create(
        version=version, block=block, provision=provision, defaults=values
    )
    return citation


def _is_signed(editions: list[Edition]) -> bool:
    alive = [e for e in editions if e.state != EditionState.WITHDRAWN]
    return (
        any(e.state in WAITING | {EditionState.APPROVED} for e in alive)
        or EditionVersion.objects.filter(LEADER_PASSED, edition__in=alive).exists()
    )


def _article_problems(title: str, audiences: list[AudienceKind], policies: list[Policy]) -> list[Problem]:
    problems = []
    if not title.strip() or len(_clean(title)) > 200:
        problems.append(Problem("title", "Nhập tên bài, không quá 200 ký tự.", "title"))
    if not audiences:
        problems.append(Problem("no_audience", "Chọn ít nhất một nhóm đối tượng.", "audiences"))
    if not policies:
        problems.append(Problem("no_policy", "Chọn ít nhất một chính sách mà bài nói tới.", "policies"))
    hidden = [p for p in policies if p.state != Policy.State.PUBLISHED]
    if hidden:
        says = f"Chính sách “{hidden[0]}” chưa công bố hoặc đã rút. Chọn chính sách đã công bố."
        problems.append(Problem("policy_not_published", says, "policies"))
    return problems


def _size_problems(blocks: Sequence[Block]) -> list[Problem]:
    if len(blocks) > MOST_BLOCKS:
        return [Problem("too_many_blocks", f"Bài có {len(blocks)} đoạn, tối đa {MOST_BLOCKS}.")]
    if sum(len(b.text) for b in blocks) > MOST_CHARACTERS:
        return [Problem("text_too_long", f"Bài dài quá {MOST_CHARACTERS} ký tự. Tách thành nhiều bài.")]
    return []


def _clean(text: str) -> str:
    """What is stored is what is signed and read: NFC, no control characters, nothing that turns or hides
    letters (bidirectional overrides, zero-width marks)."""
    return clean(text).strip()
