"""`lantoa content export VERSION --to FILE.zip`: see `content_verify`."""

from lantoa.commands.content_verify import export as run

__all__ = ["run"]
