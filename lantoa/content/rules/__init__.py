"""Quy tắc nội dung: one module a rule, pure: objects in, problems out, the day is an argument."""
