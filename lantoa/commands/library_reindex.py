"""lantoa library reindex: make what search looks in again, from the provisions."""

from collections.abc import Sequence

from lantoa.commands.django_ready import ready
from lantoa.commands.words import Words


def run(argv: Sequence[str]) -> int:
    """0 done, 2 misused."""
    Words("lantoa library reindex", "Làm lại chỉ mục tìm kiếm từ các điều khoản.").parse_args(argv)
    ready()
    from lantoa.library.search.keeping import rebuild

    print(f"Đã làm lại chỉ mục tìm kiếm: {rebuild()} đoạn.")
    return 0
