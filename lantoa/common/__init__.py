"""Nền chung: what every area needs and no domain word stands in.

The audit log, stored files, problems told to people, the clock, append-only tables.
"""
