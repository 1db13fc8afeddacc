"""Dữ liệu mẫu: tells one believable year of Biên Hòa through the application's own actions.

Invented people, no household; a fixed seed.
"""
