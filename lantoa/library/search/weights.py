"""How much each feature counts: data, learned by `lantoa library learn-ranking`."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lantoa.library.search.features import NAMES, Features

FILE = Path(__file__).with_name("weights.json")


@dataclass(frozen=True)
class Weights:
    """In the order of `NAMES`."""

    values: tuple[float, ...]

    @classmethod
    def of(cls, named: Mapping[str, float]) -> "Weights":
        """From a mapping that names every feature."""
        return cls(tuple(float(named[name]) for name in NAMES))

    @property
    def named(self) -> dict[str, float]:
        return dict(zip(NAMES, self.values, strict=True))

    def score(self, told: Features) -> float:
        """What the features come to."""
        return sum(weight * value for weight, value in zip(self.values, told.values, strict=True))


# The order of the second look, as it comes.
UNLEARNED = Weights.of({name: float(name == "score") for name in NAMES})


@cache
def shipped() -> Weights:
    """Those that the product searches with."""
    return Weights.of(json.loads(FILE.read_text(encoding="utf-8"))["weights"])
