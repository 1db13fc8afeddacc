"""Màn hình cán bộ: screens for staff, one module per area.

Knows HTTP; rules and writing live in the areas.
"""
