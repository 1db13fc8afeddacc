"""Pano, áp phích, băng rôn: where an approved edition hangs, from when to when.

Mục IV.3. Used by ward officers.
"""
