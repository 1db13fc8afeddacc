"""Điều hướng: the entries of the side navigation, in the order of the work."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from lantoa.people.models import Role


@dataclass(frozen=True)
class Entry:
    """One entry. narrow: has a place at the foot of a phone. roles: who needs it; empty means everyone."""

    section: str
    label: str
    icon: str
    url_name: str
    narrow: bool = False
    roles: frozenset[str] = frozenset()

    @property
    def url(self) -> str:
        try:
            return reverse(self.url_name)
        except NoReverseMatch:
            return ""


MONEY = frozenset({Role.ACCOUNTANT, Role.PROGRAMME_OFFICER, Role.APPROVER, Role.OBSERVER, Role.ADMINISTRATOR})
WORK = frozenset(set(Role) - {Role.OBSERVER})
ENTRIES = [
    Entry("my_work", "Việc của tôi", "clipboard-list", "office:my_work", narrow=True),
    Entry("library", "Văn bản", "book-open", "office:document_list"),
    Entry("plans", "Kế hoạch", "list-checks", "office:plan_list"),
    Entry("content", "Bài viết", "pencil-line", "office:article_list", narrow=True),
    Entry("broadcast", "Phát thanh", "megaphone", "office:airing_calendar", narrow=True),
    Entry("gatherings", "Hội nghị", "users", "office:gathering_list", roles=WORK),
    Entry("displays", "Pano, áp phích", "presentation", "office:display_list", roles=WORK),
    Entry("questions", "Câu hỏi", "message-circle-question-mark", "office:question_list", roles=WORK),
    Entry("coverage", "Độ phủ", "layout-grid", "office:coverage", narrow=True),
    Entry("budget", "Kinh phí", "banknote", "office:budget", roles=MONEY),
    Entry("reports", "Báo cáo", "chart-column", "office:report_list"),
    Entry("people", "Đơn vị, nhân sự", "network", "office:unit_list"),
]


def entries_for(roles: set[str]) -> list[Entry]:
    """The entries that a person of these roles needs and that have a page."""
    return [e for e in ENTRIES if (not e.roles or e.roles & roles) and e.url]
