"""What every page of the office knows: who acts, for which unit, and where she may go."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from lantoa.common import dates
from lantoa.library.permissions import may_check
from lantoa.office import acting, navigation
from lantoa.people.models import User
from lantoa.people.queries import scope


def office(request: HttpRequest) -> dict[str, object]:
    """`shell`, lazy: a page without the office frame asks nothing. At most 3 queries beside sign-in."""
    return {"shell": SimpleLazyObject(lambda: _shell(request)), "demo_people": _demo_people}


def _demo_people() -> list[tuple[User, str]]:
    """On the demo's sign-in page: who can sign in, and as what. Nowhere else."""
    if not settings.DEMO:
        return []
    day = dates.today()
    people = User.objects.filter(is_active=True).prefetch_related("duties")
    return [
        (
            person,
            ", ".join(
                dict.fromkeys(
                    duty.get_role_display()
                    for duty in person.duties.all()
                    if duty.valid_from <= day and (duty.valid_to is None or duty.valid_to >= day)
                )
            ),
        )
        for person in people
    ]


def _shell(request: HttpRequest) -> dict[str, object]:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    mine = scope(user, dates.today())
    if not mine.duties:
        return {}
    places = acting.places(mine)
    return {
        "today": mine.day,
        "checks_library": may_check(user),
        "nav": navigation.entries_for(mine.roles),
        "places": places,
        "place": acting.chosen(request, places),
    }
