"""Settings out of the environment only; every variable is described in docs/settings.md."""

import os
import sys
from importlib.util import find_spec
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from spoiwo import environment as env
from spoiwo.environment import SettingError

HOME = env.folder("SPOIWO_HOME", ".spoiwo")
DEBUG = env.flag("SPOIWO_DEBUG", False)
SECRET_KEY = env.secret("SPOIWO_SECRET_KEY", HOME / "secret-key")
ALLOWED_HOSTS = env.words("SPOIWO_HOSTS", "localhost,127.0.0.1,[::1]")
PUBLIC_URL = env.address("SPOIWO_PUBLIC_URL", f"http://localhost:{os.environ.get('PORT') or 8000}")
HTTPS = env.flag("SPOIWO_HTTPS", PUBLIC_URL.startswith("https:"))

INSTALLED_APPS = [
    "spoiwo.kit",
    "spoiwo.accounts",
    "spoiwo.audit",
    "spoiwo.trail",
    "spoiwo.search",
    "spoiwo.mail",
    "spoiwo.documents",
    "spoiwo.files",
    "spoiwo.places",
    "spoiwo.register",
    "spoiwo.partnerships",
    "spoiwo.meetings",
    "spoiwo.projects",
    "spoiwo.workshops",
    "spoiwo.contests",
    "spoiwo.practices",
    "spoiwo.newsroom",
    "spoiwo.archive",
    "spoiwo.home",
    "spoiwo.api",
    "django_prose_editor",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "template_partials",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
]

MIDDLEWARE = [
    "spoiwo.meetings.middleware.StationUploads",
    "spoiwo.workshops.middleware.Pulse",
    "spoiwo.workshops.middleware.Ballots",
    "spoiwo.partnerships.middleware.PublicPages",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",  # below the kept pages: they are kept with its header
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "spoiwo.accounts.middleware.SessionActivity",
    "spoiwo.partnerships.middleware.ActorMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
]

ROOT_URLCONF = "spoiwo.urls"
WSGI_APPLICATION = "spoiwo.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "spoiwo.home.menus.menus",
            ],
            "builtins": [
                "spoiwo.kit.templatetags.kit",
                "django.templatetags.i18n",
                "django.templatetags.static",
                "template_partials.templatetags.partials",
            ],
        },
    }
]
FORM_RENDERER = "spoiwo.kit.rendering.Renderer"

# --- data -----------------------------------------------------------------------------------------------------------

try:
    DATABASES = {
        "default": dj_database_url.parse(
            env.text("SPOIWO_DATABASE_URL", f"sqlite:///{HOME / 'spoiwo.sqlite3'}"), conn_max_age=600
        )
    }
except (ValueError, dj_database_url.ParseError) as problem:
    raise SettingError(
        "SPOIWO_DATABASE_URL", str(problem), "Write postgres://user:password@host/name, or leave it unset."
    ) from None
if not DATABASES["default"].get("ENGINE", "").endswith((".sqlite3", ".postgresql")):
    raise SettingError(
        "SPOIWO_DATABASE_URL",
        "only SQLite and PostgreSQL are served.",
        "Write postgres://user:password@host/name.",
    )
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Writers queue up instead of failing, and readers never wait for a writer.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-4000; "
        # The log is carried over into the file more seldom: whoever writes just then waits for it.
        "PRAGMA wal_autocheckpoint=4000;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "spoiwo"}}

MEDIA_ROOT = env.folder("SPOIWO_MEDIA", str(HOME / "media"))
UPLOAD_LIMIT = env.number("SPOIWO_UPLOAD_LIMIT_MB", 25, least=1, most=2000) * 1024 * 1024
TRUST_ROOTS = env.text("SPOIWO_TRUST_ROOTS", "")
ARCHIVE_FOLDER = str(env.folder("SPOIWO_ARCHIVE_FOLDER", "")) if env.text("SPOIWO_ARCHIVE_FOLDER", "") else ""
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
DATA_UPLOAD_MAX_NUMBER_FILES = 600  # a folder of old papers at once
FILE_UPLOAD_PERMISSIONS = 0o640
S3_BUCKET = env.text("SPOIWO_S3_BUCKET", "")
STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STORAGES: dict[str, dict[str, object]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
if S3_BUCKET and find_spec("storages") is None:
    raise SettingError(
        "SPOIWO_S3_BUCKET", "the S3 extra is not installed.", "Install it with: pip install 'spoiwo[s3]'."
    )
if S3_BUCKET:
    STORAGES["default"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": S3_BUCKET,
            "endpoint_url": env.text("SPOIWO_S3_ENDPOINT", "") or None,
            "default_acl": "private",
            "querystring_auth": True,
        },
    }

# --- people who sign in ----------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home:desk"
ACCOUNT_LOGOUT_REDIRECT_URL = "home:front"
ACCOUNT_ADAPTER = "spoiwo.accounts.adapter.Adapter"
ACCOUNT_FORMS = {"login": "spoiwo.accounts.forms.LoginForm"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # people come in by a personal invitation sent to that address
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Spoiwo"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
USERSESSIONS_TRACK_ACTIVITY = True
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("SPOIWO_PROXIES", 0, least=0, most=5)

# --- security --------------------------------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
LANGUAGE_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
if ALLAUTH_TRUSTED_PROXY_COUNT:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
if PUBLIC_URL:
    CSRF_TRUSTED_ORIGINS = [PUBLIC_URL.rstrip("/")]
SILENCED_SYSTEM_CHECKS = [] if HTTPS else ["security.W004", "security.W008", "security.W012", "security.W016"]

# --- language and time -----------------------------------------------------------------------------------------------

LANGUAGE_CODE = "pl"
LANGUAGES = [("pl", _("Polish")), ("en", _("English")), ("uk", _("Ukrainian"))]
TIME_ZONE = "Europe/Warsaw"
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

# --- letters ---------------------------------------------------------------------------------------------------------

globals().update(env.email("SPOIWO_EMAIL_URL", "folder:", HOME / "letters"))
DEFAULT_FROM_EMAIL = env.text("SPOIWO_EMAIL_FROM", "Spoiwo <spoiwo@localhost>")
EMAIL_TIMEOUT = env.number("SPOIWO_MAIL_TIMEOUT", 30, least=1, most=600)
MAIL_PER_MINUTE = env.number("SPOIWO_MAIL_PER_MINUTE", 0, least=0, most=1_000_000)
MAIL_PER_DOMAIN_PER_MINUTE = env.number("SPOIWO_MAIL_PER_DOMAIN_PER_MINUTE", 0, least=0, most=1_000_000)
BOUNCES = env.text("SPOIWO_BOUNCES", "")
if BOUNCES and not BOUNCES.startswith(("imap://", "imaps://")):
    raise SettingError(
        "SPOIWO_BOUNCES", "this is not a mailbox.", "Write imaps://user:password@mail.example.org/INBOX."
    )

# --- log: to the standard error, where the service manager keeps it ---------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "stream": sys.stderr, "formatter": "line"}},
    "root": {
        "handlers": ["stderr"],
        "level": env.choice("SPOIWO_LOG_LEVEL", "WARNING", {"DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"}),
    },
}
PACKAGE = Path(__file__).parent
