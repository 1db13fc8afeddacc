"""Words reach the public through the doors of one list, and through each of them past two people."""

import importlib
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db.models import CharField, SlugField, TextField

from lantoa.common.problems import RuleBroken
from lantoa.people.models import Duty, Role, User
from tests.factories.content import again
from tests.factories.people import LONG_AGO, World
from tests.guards.door_stories import STORIES, Put
from tests.guards.public_doors import DOORS, NO_DOOR, Door
from tests.guards.public_pages import READ, read_by_everyone
from tests.guards.routes import every_route

WORDS = "Trợ cấp năm triệu rưỡi mỗi hộ"
MARKED_AREAS = ("people", "library", "questions")
APPEND_ONLY = {"library.StatusDeclaration", "library.StatusRuling", "people.Writer"}
LATER = "Trợ cấp mười triệu rưỡi mỗi hộ"


def key_of(door: Door) -> tuple[str, str]:
    return door.model, door.fields[0]


@pytest.mark.parametrize("door", DOORS, ids=lambda door: f"{door.model}.{door.fields[0]}")
def test_a_door_names_fields_routes_and_actions_that_exist(door: Door) -> None:
    model = apps.get_model(door.model)
    routes = {route.name for route in every_route()}
    actions = [name.rsplit(".", 1) for name in (*door.writes, door.checks)]

    missing = [f"{area}.{name}" for area, name in actions if not hasattr(_actions_of(area), name)]

    assert {model._meta.get_field(name).name for name in door.fields} == set(door.fields)
    assert set(door.shown_at) <= routes
    assert not missing


def test_every_public_page_is_read_by_these_guards() -> None:
    assert {route.name for route in every_route() if route.name.startswith("portal:")} == READ


def test_every_door_has_its_story() -> None:
    assert set(STORIES) == {key_of(door) for door in DOORS}


def of_every_duty(user: User, world: World) -> User:
    """The same person with every duty there is at the office, the culture division and the ward."""
    places = (world.office, world.culture, world.ward)
    rows = [
        Duty(user=user, role=role, unit=unit, valid_from=LONG_AGO)
        for role in Role
        for unit in places
        if not Duty.objects.filter(user=user, role=role, unit=unit).exists()
    ]
    Duty.objects.bulk_create(rows)
    return again(user)


@pytest.mark.django_db
@pytest.mark.db
@pytest.mark.parametrize("door", DOORS, ids=lambda door: f"{door.model}.{door.fields[0]}")
def test_no_duty_lets_one_person_alone_through_a_door(world: World, door: Door) -> None:
    """Ai viết thì không kiểm, dù giữ mọi nhiệm vụ; chưa có người thứ hai kiểm thì chưa ai đọc được."""
    story, alone = STORIES[key_of(door)], of_every_duty(world.minh, world)
    put = story.put(world, alone, WORDS)

    with pytest.raises((RuleBroken, PermissionDenied)):
        story.check(world, put, alone)
    assert _pages_with(WORDS, put) == set()

    story.check(world, put, world.hung)
    assert _pages_with(WORDS, put) & set(door.shown_at)

    if story.change:
        story.change(world, put, alone, LATER)
        assert _pages_with(LATER, put) == set()


def _pages_with(words: str, put: Put) -> set[str]:
    read = read_by_everyone([words], [put.code] if put.code else [])
    return {page for page, text in read.items() if words in text}


@pytest.mark.django_db
def test_whatever_else_the_public_pages_show_has_its_reason(world: World) -> None:
    """A mark goes into every field of text that the pages could read; those that come out are on a list."""
    codes, by = [], of_every_duty(world.minh, world)
    for story in STORIES.values():
        put = story.put(world, by, WORDS)
        story.check(world, put, world.hung)
        codes += [put.code] if put.code else []
    marks = dict(_marked())

    told = [mark for mark, name in marks.items() if name.startswith(("library.Policy.", "questions."))]
    read = "".join(read_by_everyone([WORDS, " ".join(told)], codes).values())

    listed = {f"{door.model}.{name}" for door in DOORS for name in door.fields} | NO_DOOR.keys()
    assert "; ".join(sorted({name for mark, name in marks.items() if mark in read} - listed)) == ""


def _actions_of(area: str) -> object:
    return importlib.import_module(f"lantoa.{area}.actions")


def _marked() -> Iterator[tuple[str, str]]:
    """Write a mark of its own into each free field of text; yields (mark, name of the field)."""
    models = [model for area in MARKED_AREAS for model in apps.get_app_config(area).get_models()]
    for model in models:
        if model._meta.label in APPEND_ONLY:
            continue
        for number, field in enumerate(model._meta.concrete_fields):
            if not isinstance(field, CharField | TextField) or field.choices or not field.editable:
                continue
            if field.unique or (field.max_length or 99) < 12 or isinstance(field, SlugField):
                continue
            mark = f"zz{model.__name__[:6]}{number:02}q".lower()
            model.objects.update(**{field.name: mark})
            yield mark, f"{model._meta.label}.{field.name}"
