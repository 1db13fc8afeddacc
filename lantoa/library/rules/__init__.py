"""Quy tắc của kho văn bản: one module a rule, pure: objects in, answers out, the day is an argument."""
