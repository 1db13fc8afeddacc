"""The words after the name of a command, read by argparse and answered in Vietnamese."""

import argparse
from typing import NoReturn

WRONG_USE = 2


class Words(argparse.ArgumentParser):
    """Wrong use prints how the command is written on standard error and leaves with exit code 2."""

    def __init__(self, usage: str, does: str) -> None:
        super().__init__(usage=usage, description=does, add_help=False, formatter_class=_Help)
        self._positionals.title, self._optionals.title = "Phần chính", "Tùy chọn"
        self.add_argument("-h", "--help", action="help", help="in cách dùng rồi thôi")

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_USE, f"Dùng sai lệnh. Cách dùng: {self.usage}\n")


class _Help(argparse.HelpFormatter):
    def add_usage(self, usage, actions, groups, prefix=None):
        super().add_usage(usage, actions, groups, prefix or "Cách dùng: ")


def number(word: str) -> int:
    """The number by which a page or a row is known; ValueError for everything else."""
    value = int(word)
    if not 0 < value < 2**63:
        raise ValueError
    return value
