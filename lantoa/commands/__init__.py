"""Lệnh lantoa: the command line, one thin module a command.

Thin wrappers around the functions of the areas.
"""
