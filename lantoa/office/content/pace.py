"""Nhịp đọc của một bản: read at the pace of the station that serves the article's place."""

from lantoa.broadcast.pace import Pace, pace_at
from lantoa.common import dates
from lantoa.content.measures import Measure, measure
from lantoa.content.models import Edition, EditionKind, EditionVersion


def pace_of(edition: Edition) -> Pace:
    """What is not aired needs no station."""
    if edition.kind != EditionKind.RADIO:
        return Pace()
    return pace_at(edition.article.territory_id, dates.today())


def measured(version: EditionVersion) -> Measure:
    """How long a version is where it will be read."""
    return measure(version.text, pace_of(version.edition).words_a_minute)
