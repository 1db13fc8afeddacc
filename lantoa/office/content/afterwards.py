"""Nói sau khi làm: what a deed on an edition leads to, by its channel and by what may really go out today."""

from lantoa.common import dates
from lantoa.content.models import Edition, EditionKind, EditionVersion
from lantoa.content.queries import airable_one

AFTER_APPROVAL = {
    EditionKind.RADIO: "Bài phát được từ hôm nay; đài phường, xã phát khi lãnh đạo ở đó cũng duyệt.",
    EditionKind.BANNER: "In và treo được từ hôm nay.",
    EditionKind.POSTER: "In và treo được từ hôm nay.",
    EditionKind.LEAFLET: "In và phát được từ hôm nay; cổng công khai hiện lời này.",
    EditionKind.WEB: "Cổng công khai hiện bài từ hôm nay.",
    EditionKind.TALK: "Dùng để nói chuyện, hội nghị được từ hôm nay.",
    EditionKind.SMS: "Gửi tin được từ hôm nay.",
    EditionKind.ANSWER: "Người được giao câu hỏi trả lời được bằng bản này từ hôm nay.",
}


def after_approval(version: EditionVersion) -> str:
    """What the approval of these words opens, or why nothing yet."""
    answer = airable_one(version, dates.today())
    if not answer.ok:
        return f"Nhưng chưa dùng được: {answer.reasons[0].rstrip('.')}."
    return AFTER_APPROVAL[EditionKind(version.edition.kind)]


def while_rewritten(edition: Edition) -> str:
    """What holds until the next version is approved: the one approved before, if there is one."""
    answer = airable_one(edition, dates.today())
    if not answer.approved:
        return "Chưa có bản nào được duyệt để dùng trong lúc này."
    if not answer.ok:
        return f"Bản đã duyệt đang dừng: {answer.reasons[0].rstrip('.')}."
    return "Bản đã duyệt vẫn dùng được như trước cho đến khi bản mới được duyệt."
