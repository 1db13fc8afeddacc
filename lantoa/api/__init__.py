"""Cửa cho máy: REST and station boxes come here.

Empty until a machine needs a door.
"""
