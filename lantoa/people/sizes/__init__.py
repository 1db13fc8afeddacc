"""Số liệu quy mô nhóm trong bảng tính: find the table, judge each figure, give back what must be mended."""

from lantoa.people.sizes.judging import Account, Judged, Reading, State, group_names, judge
from lantoa.people.sizes.returning import returned_rows, template
from lantoa.people.sizes.table import Figure, Table, find_table

__all__ = [
    "Account",
    "Figure",
    "Judged",
    "Reading",
    "State",
    "Table",
    "find_table",
    "group_names",
    "judge",
    "returned_rows",
    "template",
]
