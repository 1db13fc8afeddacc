"""Độ phủ: the screens of who was told what."""
