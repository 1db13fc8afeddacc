"""Bàn làm việc: work that crosses areas - my work, timers, a gap turned into a plan item.

Actions and queries, almost no tables, no HTTP.
"""
