"""Measurements. Each module of this folder prints figures with their size; run by `make bench`."""
