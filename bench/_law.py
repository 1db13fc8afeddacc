"""Invented law of any size, the same for the same seed: documents with their tree and relations, as data."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

SEED = 2031
KINDS = [("Nghị định", "NĐ-CP", "Chính phủ"), ("Thông tư", "TT-BYT", "Bộ Y tế")]
KINDS += [
    ("Quyết định", "QĐ-TTg", "Thủ tướng Chính phủ"),
    ("Nghị quyết", "NQ-HĐND", "Hội đồng nhân dân tỉnh"),
]
WHO = ["hộ nghèo", "hộ cận nghèo", "hộ mới thoát nghèo", "trẻ em", "người cao tuổi", "người khuyết tật"]
WHAT = ["thẻ bảo hiểm y tế", "tiền điện", "nước sạch", "nhà ở", "vốn vay ưu đãi", "học phí", "dạy nghề"]
DOES = ["được hỗ trợ", "được vay", "được miễn", "được cấp", "được giảm", "được trợ giúp"]
HOW = [
    "theo mức do Chính phủ quy định trong từng thời kỳ",
    "khi có đơn gửi Ủy ban nhân dân xã nơi cư trú",
    "sau khi được thẩm định và niêm yết công khai tại trụ sở",
    "trong thời hạn ba mươi ngày kể từ ngày nhận đủ hồ sơ hợp lệ",
    "từ nguồn ngân sách nhà nước và các nguồn huy động hợp pháp khác",
    "trừ trường hợp đã hưởng chính sách cùng loại ở mức cao hơn",
]
RELATIONS = ["basis", "refer", "guide", "detail", "amend", "replace", "repeal"]


def documents(
    count: int = 2000, provisions: int = 20_000, relations: int = 12_000, seed: int = SEED
) -> Iterator[dict[str, Any]]:
    """Lines as `lantoa library load` takes them: so many documents, provisions and relations in all."""
    chance = random.Random(seed)
    for at in range(count):
        line = _document(at)
        tree = _share(provisions, count, at)
        line["provisions"] = _tree(chance, tree)
        line["relations"] = [
            _relation(chance, at, count, provisions) for _ in range(_share(relations, count, at))
        ]
        yield line


def _share(whole: int, parts: int, at: int) -> int:
    """How many of the whole fall on the part number `at`, as even as can be."""
    return whole * (at + 1) // parts - whole * at // parts


def _document(at: int) -> dict[str, Any]:
    kind, symbol, issuer = KINDS[at % len(KINDS)]
    issued = date(2031, 1, 1) + timedelta(days=at)
    return {
        "kind": kind,
        "number": str(at // len(KINDS) + 1),
        "year": 2031,
        "symbol": symbol,
        "issuer": issuer,
        "title": f"Quy định thử số {at} về {WHAT[at % len(WHAT)]} cho {WHO[at % len(WHO)]}",
        "issued_on": issued.isoformat(),
        "effective_on": (issued + timedelta(days=45)).isoformat(),
        "source": "Dữ liệu thử, không phải luật",
    }


def _tree(chance: random.Random, size: int) -> list[dict[str, Any]]:
    """Articles with up to three clauses each, `size` rows in all."""
    rows: list[dict[str, Any]] = []
    article = clause = 0
    for _ in range(size):
        if article == 0 or clause == 3:
            article, clause = article + 1, 0
            eid, kind, number = f"art_{article}", "article", str(article)
        else:
            clause += 1
            eid, kind, number = f"art_{article}__para_{clause}", "clause", str(clause)
        heading = f"{chance.choice(WHAT).capitalize()} cho {chance.choice(WHO)}" if kind == "article" else ""
        rows.append({"eid": eid, "kind": kind, "number": number, "heading": heading, "words": words(chance)})
    return rows


def words(chance: random.Random) -> str:
    """Some sentences of law, 25 to 75 syllables."""
    said = []
    for _ in range(chance.randint(1, 3)):
        who, does, what = chance.choice(WHO).capitalize(), chance.choice(DOES), chance.choice(WHAT)
        said.append(f"{who} {does} {what} mức {chance.randint(1, 99)}00.000 đồng {chance.choice(HOW)}.")
    return " ".join(said)


def _relation(chance: random.Random, at: int, count: int, provisions: int) -> dict[str, Any]:
    other = (at + chance.randrange(1, count)) % count
    target = _document(other)
    kind = chance.choice(RELATIONS)
    found: dict[str, Any] = {
        "kind": kind,
        "target": {name: target[name] for name in ("kind", "number", "year", "symbol")},
        "words": f"{kind} {target['kind']} số {target['number']}/{target['year']}/{target['symbol']}",
    }
    if _share(provisions, count, other) and kind in ("amend", "refer", "detail", "guide"):
        found["provision"] = (
            "art_1" if chance.random() < 0.5 else _some_place(chance, _share(provisions, count, other))
        )
    if kind in ("amend", "replace", "repeal"):
        later = max(date.fromisoformat(target["issued_on"]), date(2031, 1, 1) + timedelta(days=at))
        found["effect_on"] = (later + timedelta(days=chance.randint(1, 900))).isoformat()
    return found


def _some_place(chance: random.Random, size: int) -> str:
    at = chance.randrange(size)
    article, clause = at // 4 + 1, at % 4
    return f"art_{article}__para_{clause}" if clause else f"art_{article}"
