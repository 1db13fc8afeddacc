"""States of a document on a day. Derived from dates and effects, never stored."""

from django.db import models


class Status(models.TextChoices):
    """Tình trạng hiệu lực: in the words of the national law base, and one for what nobody knows."""

    NOT_YET = "not_yet", "Chưa có hiệu lực"
    IN_FORCE = "in_force", "Còn hiệu lực"
    PARTLY_ENDED = "partly_ended", "Hết hiệu lực một phần"
    SUSPENDED = "suspended", "Ngưng hiệu lực"
    ENDED = "ended", "Hết hiệu lực"
    UNKNOWN = "unknown", "Chưa xác định"


APPLIES = {Status.IN_FORCE, Status.PARTLY_ENDED}
