"""Gợi ý bản đầu: one article offers first drafts of its other editions; a person finishes and sends them."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit
from lantoa.common.once import once, own_key
from lantoa.common.problems import refuse
from lantoa.content.actions.steps import new_version, record_writer, whole
from lantoa.content.first_drafts import FirstDraft, first_draft
from lantoa.content.models import Article, Citation, Edition, EditionKind, EditionVersion, Suggestion
from lantoa.content.permissions import may_write
from lantoa.content.queries import writers_of
from lantoa.content.states import EditionState
from lantoa.people.models import User


@transaction.atomic
def suggest_edition(
    article: Article, kind: str, source: EditionVersion, *, by: User, key: str = ""
) -> Edition:
    """Begin an edition with a first draft from whole sentences of `source`, an edition of the same article.

    Citations come along as they are pinned there: a suspect one stays suspect. Whoever wrote the sentences
    counts as a writer of the new edition too, so she neither checks nor approves it. The draft is empty,
    with a note that says why, when no sentence fits the channel.
    """
    if not may_write(by, article.unit_id):
        raise PermissionDenied
    if kind not in EditionKind.values or kind == EditionKind.ANSWER:
        refuse("edition_kind", "Chọn một loại bản thể hiện có trong danh sách.", "kind")
    source = whole(source.pk)
    origin = source.edition
    if origin.article_id != article.pk or origin.state == EditionState.WITHDRAWN:
        refuse("strange_source", "Chọn một bản còn dùng của chính bài này để lấy câu.", "source")
    if not source.text.strip():
        refuse("empty_source", "Bản này chưa có chữ nào. Viết bản này trước rồi lấy câu.", "source")

    def write() -> str:
        edition = Edition.objects.create(article=article, kind=kind)
        cited = {citation.block for citation in source.citations.all()}
        draft = first_draft(kind, source.blocks, cited)
        version = new_version(edition, 1, by)
        _fill(version, draft, source)
        Suggestion.objects.create(version=version, source=source, note=draft.note[:300])
        wrote = writers_of([origin.pk])[origin.pk] | {article.written_by_id, by.pk}
        for user in User.objects.filter(pk__in=wrote):
            record_writer(edition, user)
        audit.log(by, "suggest_edition", edition, unit_id=article.unit_id, source=source.pk)
        return str(edition.pk)

    return Edition.objects.get(pk=int(once(own_key("edition", by, key), write)))


def _fill(version: EditionVersion, draft: FirstDraft, source: EditionVersion) -> None:
    """The passages of the draft, each with the citations of the passages that it took its sentences from."""
    version.blocks = [part.kept(n) for n, part in enumerate(draft.parts, 1)]
    version.dialect = source.dialect
    version.save(update_fields=["blocks", "dialect"])
    oldest_first = sorted(source.citations.all(), key=lambda one: (one.pinned_on, one.pk))
    copies: dict[tuple[int, int], Citation] = {}
    for n, part in enumerate(draft.parts, 1):
        for one in oldest_first:  # a clause pinned twice comes along once, by the words pinned first
            if one.block in part.sources:
                copies.setdefault((n, one.provision_id), _copy(one, version, n, part.text))
    Citation.objects.bulk_create(copies.values())


def _copy(one: Citation, version: EditionVersion, block: int, text: str) -> Citation:
    return Citation(
        version=version,
        block=block,
        provision_id=one.provision_id,
        fingerprint=one.fingerprint,
        quoted=one.quoted,
        pinned_on=one.pinned_on,
        passage=one.passage if one.passage in text else "",
    )
