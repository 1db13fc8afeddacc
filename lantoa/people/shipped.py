"""The units that are shipped: Biên Hòa through three states, written from the resolutions.

Sources: Nghị quyết 1662/NQ-UBTVQH15 ngày 16/06/2025 (from 01/07/2025); Nghị quyết 30/2026/QH16 (province to
city, 30/04/2026); the reorganisation of 01/11/2024 was approved in 09/2024, its number is not verified.
When the units of the first state began is not known here, and so is not said.
"""

from datetime import date
from functools import cache

from lantoa.people.timeline import Succession, Timeline, UnitVersion

LAST_OF_30, FIRST_OF_25 = date(2024, 10, 31), date(2024, 11, 1)
LAST_OF_25, FIRST_OF_10 = date(2025, 6, 30), date(2025, 7, 1)
NQ_2024 = (
    "Nghị quyết của UBTVQH về sắp xếp ĐVHC cấp xã tỉnh Đồng Nai giai đoạn 2023-2025 (số chưa kiểm chứng)"
)
NQ_1662 = "Nghị quyết 1662/NQ-UBTVQH15 ngày 16/06/2025"
NQ_30 = "Nghị quyết 30/2026/QH16"
PROVINCE, CITY = "u001", "u002"

# id, code, name, whether it lived on unchanged into the second state (01/11/2024 - 30/06/2025)
FIRST_STATE = [
    ("u101", "25993", "Trảng Dài", True),
    ("u102", "25996", "Tân Phong", False),
    ("u103", "25999", "Tân Biên", True),
    ("u104", "26002", "Hố Nai", True),
    ("u105", "26005", "Tân Hòa", True),
    ("u106", "26008", "Tân Hiệp", True),
    ("u107", "26011", "Bửu Long", True),
    ("u108", "26014", "Tân Tiến", False),
    ("u109", "26017", "Tam Hiệp", True),
    ("u110", "26020", "Long Bình", True),
    ("u111", "26023", "Quang Vinh", False),
    ("u112", "26026", "Tân Mai", False),
    ("u113", "26029", "Thống Nhất", True),
    ("u114", "26032", "Trung Dũng", False),
    ("u115", "26035", "Tam Hòa", False),
    ("u116", "26038", "Hòa Bình", False),
    ("u117", "26041", "Quyết Thắng", False),
    ("u118", "26044", "Thanh Bình", False),
    ("u119", "26047", "Bình Đa", False),
    ("u120", "26050", "An Bình", True),
    ("u121", "26053", "Bửu Hòa", True),
    ("u122", "26056", "Long Bình Tân", True),
    ("u123", "26059", "Tân Vạn", True),
    ("u124", "26062", "Tân Hạnh", True),
    ("u125", "26065", "Hiệp Hòa", True),
    ("u126", "26068", "Hóa An", True),
    ("u127", "26371", "An Hòa", True),
    ("u128", "26374", "Tam Phước", True),
    ("u129", "26377", "Phước Tân", True),
    ("u130", "26380", "Long Hưng", True),  # the one xã
]
COMMUNES = {"u130"}
LIVES_ON = {"u128", "u129"}  # Tam Phước and Phước Tân are not touched on 01/07/2025 either

# New units of 01/11/2024: id, code, name, [(predecessor, people when only a part passed)]
SECOND_STATE = [
    ("u201", "26023", "Quang Vinh", [("u111", None), ("u116", None), ("u102", 3553)]),
    ("u202", "26041", "Trung Dũng", [("u114", None), ("u118", None), ("u117", None), ("u102", 1037)]),
    ("u203", "26014", "Tân Mai", [("u112", None), ("u108", None)]),
    ("u204", "26047", "Bình Đa", [("u119", None), ("u115", None)]),
    ("u205", "25996", "Tân Phong", [("u102", None)]),
]

# Communes outside the old city whose territory joined its successors: id, code, name, district
OUTSIDE = [
    ("u301", "26191", "Thiện Tân", "Vĩnh Cửu"),
    ("u302", "26272", "Hố Nai 3", "Trảng Bom"),
    ("u303", "26194", "Tân Bình", "Vĩnh Cửu"),
    ("u304", "26185", "Bình Lợi", "Vĩnh Cửu"),
    ("u305", "26188", "Thạnh Phú", "Vĩnh Cửu"),
]

# New units of 01/07/2025: id, code, name, predecessors
THIRD_STATE = [
    ("u401", "26068", "Biên Hòa", ["u124", "u126", "u121", "u123"]),
    ("u402", "26041", "Trấn Biên", ["u107", "u201", "u202", "u113", "u125", "u120"]),
    ("u403", "26017", "Tam Hiệp", ["u106", "u203", "u204", "u109"]),
    ("u404", "26020", "Long Bình", ["u104", "u103", "u110"]),
    ("u405", "25993", "Trảng Dài", ["u101", "u301"]),
    ("u406", "26005", "Hố Nai", ["u105", "u302"]),
    ("u407", "26380", "Long Hưng", ["u122", "u127", "u130"]),
    ("u408", "26188", "Tân Triều", ["u205", "u303", "u304", "u305"]),
]


def _place(unit_id: str, name: str, code: str, parent: str, **more: object) -> UnitVersion:
    commune = bool(more.pop("commune", False))
    return UnitVersion(
        unit_id=unit_id,
        name=name,
        type_word="xã" if commune else "phường",
        kind="commune" if commune else "ward",
        code=code,
        parent_id=parent,
        urban=not commune,
        **more,  # type: ignore[arg-type]
    )


def _above() -> list[UnitVersion]:
    return [
        UnitVersion(PROVINCE, "Đồng Nai", "tỉnh", "province", "75", valid_to=date(2026, 4, 29)),
        UnitVersion(
            PROVINCE,
            "Đồng Nai",
            "thành phố",
            "province",
            "75",
            valid_from=date(2026, 4, 30),
            legal_basis=NQ_30,
        ),
        UnitVersion(CITY, "Biên Hòa", "thành phố", "city", "731", PROVINCE, True, None, LAST_OF_25),
    ]


def _first() -> list[UnitVersion]:
    found = []
    for unit_id, code, name, unchanged in FIRST_STATE:
        last = LAST_OF_25 if unchanged else LAST_OF_30
        found.append(_place(unit_id, name, code, CITY, commune=unit_id in COMMUNES, valid_to=last))
        if unit_id in LIVES_ON:
            found.append(_place(unit_id, name, code, PROVINCE, valid_from=FIRST_OF_10, legal_basis=NQ_1662))
    for unit_id, code, name, district in OUTSIDE:
        note = f"trước 01/07/2025 thuộc huyện {district}"
        found.append(_place(unit_id, name, code, PROVINCE, commune=True, valid_to=LAST_OF_25, note=note))
    return found


def _later() -> list[UnitVersion]:
    second = [
        _place(
            unit_id, name, code, CITY,
            valid_from=FIRST_OF_25, valid_to=LAST_OF_25, legal_basis=NQ_2024, verified=False,
        )
        for unit_id, code, name, _ in SECOND_STATE
    ]  # fmt: skip
    third = [
        _place(unit_id, name, code, PROVINCE, valid_from=FIRST_OF_10, legal_basis=NQ_1662)
        for unit_id, code, name, _ in THIRD_STATE
    ]
    return second + third


def _successions() -> list[Succession]:
    split = "u102"  # Tân Phong: two parts passed on by people, the rest kept the name
    steps = [
        Succession(
            old, new, FIRST_OF_25, people, None,
            known=old != split or people is not None, resolution=NQ_2024, verified=False,
            note="một phần" if old == split else "toàn bộ",
        )
        for new, _, _, parts in SECOND_STATE
        for old, people in parts
    ]  # fmt: skip
    steps += [
        Succession(old, new, FIRST_OF_10, known=True, resolution=NQ_1662, note="toàn bộ")
        for new, _, _, parts in THIRD_STATE
        for old in parts
    ]
    return steps


@cache
def load() -> Timeline:
    """The shipped timeline."""
    return Timeline([*_above(), *_first(), *_later()], _successions())
