"""The settings of the tests: the same house, a throw-away database, a clock that a test may move."""

import os
import tempfile

os.environ.setdefault("LANTOA_DATA", tempfile.mkdtemp(prefix="lantoa-test-"))
os.environ.setdefault("LANTOA_SECRET_KEY", "only-for-tests")
if address := os.environ.get("LANTOA_TEST_DATABASE"):
    os.environ["DATABASE_URL"] = address

from config.settings import *  # noqa: F403

MOVABLE_CLOCK = True
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # argon2 is slow on purpose
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
WHITENOISE_AUTOREFRESH = True
