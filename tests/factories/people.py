"""The few invented people of every test, and the units they stand in.

Lan signs, Minh prepares, Hùng checks the policy, Bình writes, Thư is the clerk, Kha keeps the money;
Tâm works in one ward, Yến leads it, Vân works in ANOTHER ward and must see nothing of Tâm's;
Quản gives duties; An is a citizen and has no account.
"""

from dataclasses import dataclass
from datetime import date

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
    """Everyone at her place, with duties that began long ago."""
    city = unit("Sông Phố", "thành phố", UnitKind.CITY)
    office = unit("Lao động - Xã hội thành phố Sông Phố", "Phòng", UnitKind.OFFICE, city)
    culture = unit("Văn hóa và Thông tin thành phố Sông Phố", "Phòng", UnitKind.OFFICE, city)
    ward = unit("Bến Gỗ", "phường", UnitKind.WARD, city, is_urban=True)
    other_ward = unit("Cù Lao", "phường", UnitKind.WARD, city, is_urban=True)
    third_ward = unit("Đồng Cát", "phường", UnitKind.WARD, city, is_urban=True)
    lan, minh = person("Trần Ngọc Lan", "lan"), person("Đỗ Quang Minh", "minh")
    hung, binh = person("Lý Việt Hùng", "hung"), person("Phan Thái Bình", "binh")
    thu, kha = person("Võ Anh Thư", "thu"), person("Hồ Minh Kha", "kha")
    tam, yen = person("Huỳnh Thanh Tâm", "tam"), person("Mai Hải Yến", "yen")
    van, oanh, quan = (
        person("Bùi Khánh Vân", "van"),
        person("Tạ Kim Oanh", "oanh"),
        person("Ngô Văn Quản", "quan"),
    )
    duty(lan, Role.APPROVER, office)
    duty(minh, Role.PROGRAMME_OFFICER, office)
    duty(hung, Role.POLICY_CHECKER, office)
    duty(binh, Role.EDITOR, culture)
    duty(thu, Role.CLERK, office)
    duty(kha, Role.ACCOUNTANT, office)
    for worker, leader, at in ((tam, yen, ward), (van, oanh, other_ward)):
        duty(worker, Role.WARD_OFFICER, at)
        duty(worker, Role.STATION_OPERATOR, at)
        duty(leader, Role.APPROVER, at)
    duty(quan, Role.ADMINISTRATOR, city)
    kinds = [
        AudienceKind.objects.get_or_create(key=key, defaults={"name": name, "group": group, "order": order})[
            0
        ]
        for order, (key, name, group) in enumerate(
            [
                ("ho-ngheo", "Hộ nghèo", "household"),
                ("ho-can-ngheo", "Hộ cận nghèo", "household"),
                ("cong-chuc-giam-ngheo", "Công chức làm công tác giảm nghèo", "official"),
            ]
        )
    ]
    return World(
        city,
        office,
        culture,
        ward,
        other_ward,
        third_ward,
        lan,
        minh,
        hung,
        binh,
        thu,
        kha,
        tam,
        yen,
        van,
        oanh,
        quan,
        *kinds,
    )
