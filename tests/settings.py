"""Settings of the tests: the product's own, on a database that is made and thrown away."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("ALONGSIDE_SECRET_KEY", "only-for-tests")
os.environ.setdefault("ALONGSIDE_DATA", tempfile.mkdtemp(prefix="alongside-tests-"))

from alongside.config.settings import *  # noqa: F403  # the product's settings, then what differs
from alongside.config.settings import DATA, DATABASES, STORAGES
from tests.clock import CLOCK  # noqa: F401  # read as settings.CLOCK

(Path(DATA) / "static").mkdir(parents=True, exist_ok=True)
if not os.environ.get("ALONGSIDE_DATABASE_URL"):
    # A file, so that races and threads see one database; without fsync, because nobody needs it tomorrow.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA / "test.sqlite3")}
    options = DATABASES["default"]["OPTIONS"]
    options["init_command"] = options["init_command"].replace("synchronous=FULL", "synchronous=OFF")
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
