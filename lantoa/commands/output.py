"""Files that a command writes where the person said."""

import sys
from pathlib import Path


def was_written(where: Path, content: bytes) -> bool:
    """Write the file; False after a sentence on standard error."""
    try:
        where.write_bytes(content)
    except OSError:
        print(
            f"Không ghi được tệp “{where}”. Chọn tên tệp trong một thư mục có sẵn và được ghi.",
            file=sys.stderr,
        )
        return False
    return True
