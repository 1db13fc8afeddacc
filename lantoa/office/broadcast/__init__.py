"""Phát thanh: the screens of stations and airings."""
