"""DATABASE_URL in, Django's dictionary out."""

from urllib.parse import parse_qs, unquote, urlsplit


def postgresql(url: str) -> dict:
    """Settings for ``postgresql://user:password@host:port/name?host=/socket/dir``.

    Raises ValueError when the address is not a PostgreSQL address.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql"):
        raise ValueError("DATABASE_URL phải có dạng postgresql://người-dùng:mật-khẩu@máy-chủ/tên")
    query = parse_qs(parts.query)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.get("host", [parts.hostname or ""])[0],
        "PORT": str(parts.port or ""),
        # Compiling a query pays for reports over millions of rows; our pages wait for it in vain.
        "OPTIONS": {"options": "-c jit=off"},
        # A page need not wait for a new connection; one that died meanwhile is noticed and replaced.
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
