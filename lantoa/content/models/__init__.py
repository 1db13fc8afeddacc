"""Articles, editions, versions, citations; approvals and comments; the steps that an office asks for."""

from lantoa.content.models.approvals import Approval, Comment
from lantoa.content.models.editions import (
    CHARACTER_LIMITS,
    MOST_MESSAGES,
    Article,
    Citation,
    Clearing,
    Edition,
    EditionKind,
    EditionVersion,
    Suggestion,
    VersionWriter,
    WithdrawnKind,
)
from lantoa.content.models.steps import UNIT_LEADER, StepKind, StepRule

__all__ = [
    "CHARACTER_LIMITS",
    "MOST_MESSAGES",
    "UNIT_LEADER",
    "Approval",
    "Article",
    "Citation",
    "Clearing",
    "Comment",
    "Edition",
    "EditionKind",
    "EditionVersion",
    "StepKind",
    "StepRule",
    "Suggestion",
    "VersionWriter",
    "WithdrawnKind",
]
