"""Kế hoạch: plans, their items and their cascade from city to ward.

Mục II.3, III. Used by programme officers, ward officers, clerks, leaders.
"""
