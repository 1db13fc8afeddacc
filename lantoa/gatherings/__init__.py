"""Lớp, hội nghị, nói chuyện chuyên đề, đối thoại chính sách.

Mục I.1, II.3. Used by programme officers, ward officers, speakers.
"""
