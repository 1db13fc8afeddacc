"""Hỏi đáp, vướng mắc: a question comes in, an approved answer that cites the law goes out.

Mục I.1, II.2. Used by officers; citizens ask on the portal.
"""
