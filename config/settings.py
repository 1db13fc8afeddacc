"""One settings file. Everything an operator may change is an environment variable, grouped below.

The defaults run a whole office on one machine: SQLite and local files under ``LANTOA_DATA``.
"""

import os
import secrets
from pathlib import Path

from csp.constants import NONE, SELF

ROOT = Path(__file__).resolve().parent.parent


# -- Where data live ---------------------------------------------------------------------------
DATA_DIR = Path(os.environ.get("LANTOA_DATA", ROOT / "data"))
MEDIA_ROOT = DATA_DIR / "files"  # reached through an authorised view only, never by address


def _secret_key() -> str:
    """The secret of this installation: made once at first start, kept in an ignored file."""
    if key := os.environ.get("LANTOA_SECRET_KEY"):
        return key
    kept = DATA_DIR / "secret-key"
    if not kept.exists():
        DATA_DIR.mkdir(parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(50))
    return kept.read_text().strip()


SECRET_KEY = _secret_key()
DEBUG = False

# -- Addresses ---------------------------------------------------------------------------------
ALLOWED_HOSTS = os.environ.get("LANTOA_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [o for o in os.environ.get("LANTOA_ORIGINS", "").split(",") if o]
PUBLIC_ADDRESS = os.environ.get("LANTOA_PUBLIC_ADDRESS", "").rstrip(
    "/"
)  # under which citizens reach the portal
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
BEHIND_TLS = os.environ.get("LANTOA_TLS", "") == "1"  # a proxy in front speaks https
if BEHIND_TLS:
    ALLAUTH_TRUSTED_PROXY_COUNT = 1  # the caller's address is the one that this proxy adds
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000

# -- Database ----------------------------------------------------------------------------------
DATABASE_URL = os.environ.get("DATABASE_URL", "")


def _database() -> dict:
    if DATABASE_URL:
        from config.database import postgresql

        return postgresql(DATABASE_URL)
    DATA_DIR.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA_DIR / "lantoa.sqlite3",
        "OPTIONS": {
            # IMMEDIATE: a writer takes the lock at once, so two writers wait instead of failing.
            "transaction_mode": "IMMEDIATE",
            "timeout": 10,
            # cache_size: 32 MB of pages a connection; the 2 MB that go without saying hold no library.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; "
            "PRAGMA cache_size=-32000",
        },
    }


DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "common_cache"}}

# -- The house ---------------------------------------------------------------------------------
INSTALLED_APPS = [
    "lantoa.common",
    "lantoa.people",
    "lantoa.library",
    "lantoa.plans",
    "lantoa.content",
    "lantoa.deliveries",
    "lantoa.broadcast",
    "lantoa.gatherings",
    "lantoa.displays",
    "lantoa.questions",
    "lantoa.budget",
    "lantoa.coverage",
    "lantoa.reports",
    "lantoa.desk",
    "lantoa.demo",
    "lantoa.office",
    "lantoa.portal",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_htmx",
    "lucide",
    "axes",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.forms",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "lantoa.office.packing.PackPages",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "lantoa.office.uploads.RefuseOversizedBody",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "lantoa.office.typed_text.TidyWhatIsTyped",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "lantoa.office.context.office",
            ],
            "builtins": [
                "lantoa.office.templatetags.pieces",
                "lantoa.office.templatetags.passages",
                "lucide.templatetags.lucide",
            ],
        },
    }
]
FORM_RENDERER = "lantoa.office.forms.PieceRenderer"

# -- Sign-in -----------------------------------------------------------------------------------
AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "office:my_work"
LOGOUT_REDIRECT_URL = "portal:home"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_ADAPTER = "lantoa.office.accounts.adapter.StaffAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_USER_MODEL_USERNAME_FIELD = "username"
ACCOUNT_SESSION_REMEMBER = True  # as long as SESSION_COOKIE_AGE, nobody is asked
# The guessing of passwords is counted by axes in the database; these stop a flood, and the guessing of codes.
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": "30/m/ip,10/5m/key"}
ACCOUNT_FORMS = {
    "login": "lantoa.office.accounts.forms.LoginForm",
    "change_password": "lantoa.office.accounts.forms.ChangePasswordForm",
    "reauthenticate": "lantoa.office.accounts.forms.ReauthenticateForm",
}
MFA_FORMS = {
    "authenticate": "lantoa.office.accounts.forms.AuthenticateForm",
    "reauthenticate": "lantoa.office.accounts.forms.MFAReauthenticateForm",
    "activate_totp": "lantoa.office.accounts.forms.ActivateTOTPForm",
}
MFA_ADAPTER = "lantoa.office.accounts.adapter.SealedMFAAdapter"
MFA_TOTP_ISSUER = "Lan Tỏa"
MFA_TOTP_TOLERANCE = 1  # half a minute early or late: the clocks of telephones differ
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25  # hours: fifteen minutes
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "login"
AXES_USERNAME_CALLABLE = "lantoa.office.accounts.identity.name_of"
AXES_CLIENT_IP_CALLABLE = "lantoa.office.accounts.identity.address_of"
AXES_HTTP_RESPONSE_CODE = 429
AXES_VERBOSE = False
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "lantoa.office.accounts.views.locked_out"
AXES_ENABLE_ADMIN = False

# -- Demo: the sign-in page then names the invented people of the demo year --------------------------
DEMO = os.environ.get("LANTOA_DEMO", "") == "1"

# -- Language, time ----------------------------------------------------------------------------
LANGUAGE_CODE = "vi"
USE_I18N = True
LANGUAGES = [("vi", "Tiếng Việt")]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_THOUSAND_SEPARATOR = True
FORMAT_MODULE_PATH = ["config.formats"]
MOVABLE_CLOCK = False  # only the test settings may move the day

# -- Files -------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
UPLOAD_LIMIT_BYTES = 20 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

# -- Mail: notices go out by e-mail only where a server is set --------------------------------------
EMAIL_HOST = os.environ.get("LANTOA_MAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("LANTOA_MAIL_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("LANTOA_MAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("LANTOA_MAIL_PASSWORD", "")
EMAIL_USE_TLS = EMAIL_PORT == 587
EMAIL_USE_SSL = EMAIL_PORT == 465
EMAIL_TIMEOUT = 10  # seconds: a silent server must not hold the timers up
DEFAULT_FROM_EMAIL = os.environ.get("LANTOA_MAIL_FROM", "") or EMAIL_HOST_USER or "lantoa@localhost"

# -- Security ----------------------------------------------------------------------------------
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
SESSION_COOKIE_AGE = 12 * 3600
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "lantoa.office.errors.csrf_failed"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
SILENCED_SYSTEM_CHECKS: list[str] = []

# -- Logs: no form content, no personal data -----------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": os.environ.get("LANTOA_LOG", "WARNING")},
}
