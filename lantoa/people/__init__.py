"""Người và đơn vị: units through time, users, duties, audience kinds and their sizes.

Mục II.1 của kế hoạch (đối tượng), IV (phân công). Used by everyone; administered by administrators.
"""
