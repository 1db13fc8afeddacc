"""The people of the demo: invented, each with her duties before and after 1 July 2025."""

from dataclasses import dataclass, field
from datetime import date

from lantoa.people.actions import add_office, record_succession
from lantoa.people.models import AudienceKind, AudienceSize, Duty, Role, Unit, UnitKind, User
from lantoa.people.queries import find_units

OLD_FROM, OLD_TO, NEW_FROM = date(2024, 11, 1), date(2025, 6, 30), date(2025, 7, 1)
OLD_WARDS = {"trung-dung": "Trung Dũng", "tam-hiep": "Tam Hiệp", "long-binh": "Long Bình"}
NEW_WARDS = {"tran-bien": "Trấn Biên", "tam-hiep": "Tam Hiệp", "long-binh": "Long Bình"}

# username, full name, title, what she may do (said on the sign-in page of the demo)
PEOPLE = [
    ("lan", "Lê Ngọc Lan", "Lãnh đạo cơ quan", "Ký kế hoạch, duyệt bài"),
    ("minh", "Đỗ Quang Minh", "Chuyên viên chương trình", "Lập kế hoạch, kho văn bản, độ phủ, báo cáo"),
    ("hung", "Lý Việt Hùng", "Chuyên viên chính sách", "Kiểm tra bài với điều khoản được dẫn"),
    ("binh", "Phan Thái Bình", "Biên tập viên", "Nhận bộ tài liệu, soạn bài"),
    ("thu", "Võ Anh Thư", "Văn thư", "Vào số kế hoạch đã ký"),
    ("kha", "Hồ Minh Kha", "Kế toán", "Ghi khoản chi, in bảng quyết toán"),
    ("tam", "Huỳnh Thanh Tâm", "Cán bộ phường Trấn Biên", "Kế hoạch phường, lịch phát, ghi kết quả"),
    ("yen", "Mai Hải Yến", "Lãnh đạo phường Trấn Biên", "Duyệt phát trên đài của phường"),
    ("van", "Bùi Khánh Vân", "Cán bộ phường Tam Hiệp", "Kế hoạch phường, lịch phát, ghi kết quả"),
    ("oanh", "Tạ Kim Oanh", "Lãnh đạo phường Tam Hiệp", "Duyệt phát trên đài của phường"),
    ("han", "Trịnh Gia Hân", "Cán bộ phường Long Bình", "Phường chưa làm gì: xem các khoảng trống"),
    ("son", "Đinh Công Sơn", "Lãnh đạo phường Long Bình", "Duyệt phát trên đài của phường"),
    ("nam", "Chu Hoài Nam", "Người theo dõi", "Chỉ xem số liệu"),
    ("quan", "Ngô Văn Quản", "Quản trị", "Giao nhiệm vụ, đơn vị"),
]

# Counts made up for the demo: the source says so wherever they are shown.
SIZES = {
    "old-trung-dung": (38, 61, 44),
    "old-tam-hiep": (52, 70, 58),
    "old-long-binh": (95, 140, 102),
    "new-tran-bien": (121, 188, 140),
    "new-tam-hiep": (133, 201, 151),
    "new-long-binh": (170, 262, 190),
}
SIZED = ("ho-ngheo", "ho-can-ngheo", "ho-moi-thoat-ngheo")
SIZE_SOURCE = "Số liệu minh họa của bản dùng thử"


@dataclass
class Cast:
    """Everyone and every place of the story, by short name."""

    users: dict[str, User] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)

    def __getattr__(self, name: str) -> User:
        try:
            return self.__dict__["users"][name]
        except KeyError:
            raise AttributeError(name) from None


def _named(name: str, day: date) -> Unit:
    (found,) = find_units(name, day)
    return found


def _units() -> dict[str, Unit]:
    city, province = _named("thành phố Biên Hòa", OLD_TO), _named("Đồng Nai", NEW_FROM)
    units = {"city": city, "province": province}
    units |= {f"old-{key}": _named(name, OLD_TO) for key, name in OLD_WARDS.items()}
    units |= {f"new-{key}": _named(name, NEW_FROM) for key, name in NEW_WARDS.items()}
    units["old-office"] = add_office(
        "Lao động - Thương binh và Xã hội thành phố Biên Hòa", "Phòng", city, UnitKind.OFFICE, "d001",
        valid_to=OLD_TO,
    )  # fmt: skip
    units["old-culture"] = add_office(
        "Văn hóa và Thông tin thành phố Biên Hòa", "Phòng", city, UnitKind.OFFICE, "d002", valid_to=OLD_TO
    )
    units["new-office"] = add_office(
        "Nông nghiệp và Môi trường, khu vực Biên Hòa",
        "Sở",
        province,
        UnitKind.OFFICE,
        "d003",
        valid_from=NEW_FROM,
    )
    units["new-culture"] = add_office(
        "Văn hóa, Thể thao và Du lịch, khu vực Biên Hòa", "Sở", province, UnitKind.OFFICE, "d004",
        valid_from=NEW_FROM,
    )  # fmt: skip
    return units


DUTIES = [
    ("lan", Role.APPROVER, "office"),
    ("minh", Role.PROGRAMME_OFFICER, "office"),
    ("hung", Role.POLICY_CHECKER, "office"),
    ("binh", Role.EDITOR, "culture"),
    ("thu", Role.CLERK, "office"),
    ("kha", Role.ACCOUNTANT, "office"),
    ("nam", Role.OBSERVER, "office"),
]
WARD_DUTIES = [("tam", "yen", "trung-dung", "tran-bien"), ("van", "oanh", "tam-hiep", "tam-hiep"),
               ("han", "son", "long-binh", "long-binh")]  # fmt: skip


def _duties(cast: Cast) -> None:
    def give(who: str, role: Role, where: str, since: date, until: date | None) -> None:
        Duty.objects.create(
            user=cast.users[who], role=role, unit=cast.units[where], valid_from=since, valid_to=until,
            given_by=cast.users["quan"] if who != "quan" else None, basis="Bản dùng thử",
        )  # fmt: skip

    give("quan", Role.ADMINISTRATOR, "province", OLD_FROM, None)
    for who, role, where in DUTIES:
        give(who, role, f"old-{where}", OLD_FROM, OLD_TO)
        give(who, role, f"new-{where}", NEW_FROM, None)
    for officer, leader, old, new in WARD_DUTIES:
        for role in (Role.WARD_OFFICER, Role.STATION_OPERATOR):
            give(officer, role, f"old-{old}", OLD_FROM, OLD_TO)
            give(officer, role, f"new-{new}", NEW_FROM, None)
        give(leader, Role.APPROVER, f"old-{old}", OLD_FROM, OLD_TO)
        give(leader, Role.APPROVER, f"new-{new}", NEW_FROM, None)


def _carry_on(cast: Cast) -> None:
    """The offices of the city ended with it; those of the province carry their work on."""
    for key in ("office", "culture"):
        record_succession(
            cast.units[f"old-{key}"], cast.units[f"new-{key}"], on=NEW_FROM, basis="Bản dùng thử",
            by=cast.users["quan"],
        )  # fmt: skip


def _sizes(cast: Cast) -> None:
    kinds = {k.key: k for k in AudienceKind.objects.filter(key__in=SIZED)}
    for name, counts in SIZES.items():
        unit = cast.units[name]
        day = date(2025, 7, 1) if name.startswith("new-") else date(2025, 1, 1)
        for key, count in zip(SIZED, counts, strict=True):
            AudienceSize.objects.create(
                unit=unit, kind=kinds[key], count=count, counted_on=day, source=SIZE_SOURCE,
                recorded_by=cast.users["minh"],
            )  # fmt: skip


def gather(passwords: dict[str, str]) -> Cast:
    """Make the units, people, duties and audience sizes. passwords: user name -> password."""
    cast = Cast()
    for username, full_name, title, _ in PEOPLE:
        cast.users[username] = User.objects.create_user(username, full_name, passwords[username], title=title)
    cast.units = _units()
    _duties(cast)
    _carry_on(cast)
    _sizes(cast)
    return cast
