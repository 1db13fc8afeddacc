"""The few invented people of every test, and the units they stand in.

Lan signs, Minh prepares, Hùng checks the policy, Bình writes, Thư is the clerk, Kha keeps the money;
Tâm works in one ward, Yến leads it, Vân works in ANOTHER ward and must see nothing of Tâm's;
Quản gives duties; An is a citizen and has no account.
"""

from dataclasses import dataclass
from datetime import date

from lantoa.language.folding import person_sort_key, sort_key
from lantoa.people.models import AudienceKind, Duty, Role, Unit, UnitKind, UnitVersion, User

LONG_AGO = date(2020, 1, 1)


def unit(name: str, type_word: str, kind: str, parent: Unit | None = None, **more: object) -> Unit:
    made = Unit.objects.create(key=f"t{Unit.objects.count() + 1:03}")
    UnitVersion.objects.create(unit=made, name=name, type_word=type_word, kind=kind, parent=parent, **more)
    return made


def person(full_name: str, username: str) -> User:
    user = User(username=username, full_name=full_name)
    user.set_unusable_password()
    user.save()
    return user


def duty(user: User, role: Role, at: Unit, **more: object) -> Duty:
    return Duty.objects.create(user=user, role=role, unit=at, **{"valid_from": LONG_AGO, **more})


@dataclass
class World:
    """A city with an office and a culture division, and three wards."""

    city: Unit
    office: Unit
    culture: Unit
    ward: Unit
    other_ward: Unit
    third_ward: Unit
    lan: User
    minh: User
    hung: User
    binh: User
    thu: User
    kha: User
    tam: User
    yen: User
    van: User
    oanh: User
    quan: User
    poor: AudienceKind
    near_poor: AudienceKind
    officers: AudienceKind


def make_world() -> World:
    """Everyone at her place, with duties that began long ago. Most tests begin so: few statements."""
    city, office, culture, *wards = _units(
        ("Sông Phố", "thành phố", UnitKind.CITY),
        ("Lao động - Xã hội thành phố Sông Phố", "Phòng", UnitKind.OFFICE),
        ("Văn hóa và Thông tin thành phố Sông Phố", "Phòng", UnitKind.OFFICE),
        ("Bến Gỗ", "phường", UnitKind.WARD),
        ("Cù Lao", "phường", UnitKind.WARD),
        ("Đồng Cát", "phường", UnitKind.WARD),
    )
    ward, other_ward, third_ward = wards
    people = _people(
        lan="Trần Ngọc Lan", minh="Đỗ Quang Minh", hung="Lý Việt Hùng", binh="Phan Thái Bình",
        thu="Võ Anh Thư", kha="Hồ Minh Kha", tam="Huỳnh Thanh Tâm", yen="Mai Hải Yến",
        van="Bùi Khánh Vân", oanh="Tạ Kim Oanh", quan="Ngô Văn Quản",
    )  # fmt: skip
    roles = [
        ("lan", Role.APPROVER, office),
        ("minh", Role.PROGRAMME_OFFICER, office),
        ("hung", Role.POLICY_CHECKER, office),
        ("binh", Role.EDITOR, culture),
        ("thu", Role.CLERK, office),
        ("kha", Role.ACCOUNTANT, office),
        *(("tam", role, ward) for role in (Role.WARD_OFFICER, Role.STATION_OPERATOR)),
        ("yen", Role.APPROVER, ward),
        *(("van", role, other_ward) for role in (Role.WARD_OFFICER, Role.STATION_OPERATOR)),
        ("oanh", Role.APPROVER, other_ward),
        ("quan", Role.ADMINISTRATOR, city),
    ]
    Duty.objects.bulk_create(
        Duty(user=people[who], role=role, unit=at, valid_from=LONG_AGO) for who, role, at in roles
    )
    return World(city, office, culture, ward, other_ward, third_ward, **people, **_kinds())


def _units(*told: tuple[str, str, str]) -> list[Unit]:
    """The first is the city; the others lie in it."""
    first = Unit.objects.count() + 1
    units = Unit.objects.bulk_create(Unit(key=f"t{first + at:03}") for at in range(len(told)))
    UnitVersion.objects.bulk_create(
        UnitVersion(
            unit=one, name=name, type_word=type_word, kind=kind, parent=units[0] if one != units[0] else None,
            is_urban=kind == UnitKind.WARD or None, sort_key=sort_key(name),
        )
        for one, (name, type_word, kind) in zip(units, told, strict=True)
    )  # fmt: skip
    return units


def _people(**named: str) -> dict[str, User]:
    users = [
        User(username=username, full_name=full_name, sort_key=person_sort_key(full_name))
        for username, full_name in named.items()
    ]
    for user in users:
        user.set_unusable_password()
    return {user.username: user for user in User.objects.bulk_create(users)}


def _kinds() -> dict[str, AudienceKind]:
    told = {
        "poor": ("ho-ngheo", "Hộ nghèo", "household"),
        "near_poor": ("ho-can-ngheo", "Hộ cận nghèo", "household"),
        "officers": ("cong-chuc-giam-ngheo", "Công chức làm công tác giảm nghèo", "official"),
    }
    known = {
        kind.key: kind for kind in AudienceKind.objects.filter(key__in=[key for key, *_ in told.values()])
    }
    missing = [
        AudienceKind(key=key, name=name, group=group, order=order)
        for order, (key, name, group) in enumerate(told.values())
        if key not in known
    ]
    known |= {kind.key: kind for kind in AudienceKind.objects.bulk_create(missing)}
    return {name: known[key] for name, (key, *_) in told.items()}
