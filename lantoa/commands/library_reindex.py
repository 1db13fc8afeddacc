"""lantoa library reindex: make what search looks in again, from the provisions."""

import sys
from collections.abc import Sequence

from lantoa.commands.django_ready import ready


def run(argv: Sequence[str]) -> int:
    """0 done, 2 misused."""
    if argv:
        print("Cách dùng: lantoa library reindex", file=sys.stderr)
        return 2
    ready()
    from lantoa.library.search.keeping import rebuild

    print(f"Đã làm lại chỉ mục tìm kiếm: {rebuild()} đoạn.")
    return 0
