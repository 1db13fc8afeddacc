"""Follow a topic, a document or a policy; stop following it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit, dates
from lantoa.library.models import Document, Follow, Policy, Topic
from lantoa.library.permissions import may_read
from lantoa.people.models import User


def start_following(thing: Topic | Document | Policy, *, by: User) -> Follow:
    """From now on she is told of its changes. The same thing twice is followed once."""
    if not may_read(by):
        raise PermissionDenied
    with transaction.atomic():
        made, new = Follow.objects.get_or_create(
            user=by, **{str(thing._meta.model_name): thing}, defaults={"at": dates.now()}
        )
        if new:
            audit.log(by, "start_following", thing)
    return made


def stop_following(one: Follow, *, by: User) -> None:
    """She is told no more. Only her own."""
    if one.user_id != by.pk:
        raise PermissionDenied
    with transaction.atomic():
        if one.thing is not None:
            audit.log(by, "stop_following", one.thing)
        one.delete()
