"""Báo cáo: numbers and documents for superiors, frozen with their records.

Used by programme officers and leaders.
"""
