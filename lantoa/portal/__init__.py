"""Cổng công khai: screens for citizens, readable without script and without account.

Knows HTTP; shows only what is approved, in force and stripped of identity.
"""
