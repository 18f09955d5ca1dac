"""Settings of the test suite: the real ones with a handful of overrides for speed and isolation."""

import os
import tempfile

os.environ.setdefault("SPOIWO_HOME", tempfile.mkdtemp(prefix="spoiwo-tests-"))
os.environ.setdefault("SPOIWO_SECRET_KEY", "only-for-the-tests-and-nothing-else-0123456789")
os.environ.setdefault("SPOIWO_HOSTS", "testserver,localhost,127.0.0.1")

from spoiwo.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
ACCOUNT_RATE_LIMITS = False
# Two branches that both add a migration meet in git, in max_migration.txt, and not in production.
INSTALLED_APPS = [*INSTALLED_APPS, "django_linear_migrations"]
