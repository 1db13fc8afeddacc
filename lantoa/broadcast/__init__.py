"""Phát thanh: stations, airings of approved scripts, run-sheets, what was aired.

Mục II.3, IV.2. Used by station operators and ward officers.
"""
