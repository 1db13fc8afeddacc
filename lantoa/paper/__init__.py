"""Văn bản hành chính: official documents as a structure, read from and printed to DOCX and PDF.

A plain library: no database, no Django. `structure` says what a document is, `reading` finds it in a
file, `writing` prints it by Nghị định 30/2020/NĐ-CP, Phụ lục I.
"""
