"""Settings, one file. Every ALONGSIDE_ name has a heading in docs/reference/settings.md."""

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from alongside.adapters import clock
from alongside.config import env

PACKAGE = Path(__file__).resolve().parent.parent
DATA = Path(env.text("ALONGSIDE_DATA", "var")).absolute()

DEMO = env.flag("ALONGSIDE_DEMO")
DEBUG = env.flag("ALONGSIDE_DEBUG")
SECRET_KEY = env.text("ALONGSIDE_SECRET_KEY", "only-for-the-demo-on-this-machine" if DEMO or DEBUG else None)
ENCRYPTION_KEY = env.text("ALONGSIDE_ENCRYPTION_KEY", SECRET_KEY)
ALLOWED_HOSTS = env.words("ALONGSIDE_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = env.words("ALONGSIDE_ORIGINS")
PUBLIC_URL = env.text("ALONGSIDE_URL", "http://localhost:8000").rstrip("/")
HTTPS = PUBLIC_URL.startswith("https://")

INSTALLED_APPS = [
    "alongside.areas.trail",
    "alongside.areas.people",
    "alongside.areas.circle",
    "alongside.areas.library",
    "alongside.areas.story",
    "alongside.areas.evaluation",
    "alongside.areas.goals",
    "alongside.areas.programme",
    "alongside.areas.diary",
    "alongside.areas.practice",
    "alongside.areas.appointments",
    "alongside.areas.waiting",
    "alongside.areas.notices",
    "alongside.areas.calendars",
    "alongside.areas.caseload",
    "alongside.areas.conversation",
    "alongside.areas.wins",
    "alongside.areas.review",
    "alongside.ui",
    "alongside.faces.common",
    "alongside.faces.public",
    "alongside.faces.parent",
    "alongside.faces.therapist",
    "alongside.faces.desk",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_htmx",
    "django_cotton.apps.SimpleAppConfig",
    "template_partials.apps.SimpleAppConfig",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "alongside.faces.common.middleware.ActorMiddleware",
    "alongside.faces.common.middleware.RefusalMiddleware",
    "alongside.faces.common.middleware.PolicyMiddleware",
]
POLICIES = [
    "alongside.faces.public.policies",
    "alongside.faces.parent.policies",
    "alongside.faces.therapist.policies",
    "alongside.faces.desk.policies",
]

ROOT_URLCONF = "alongside.config.urls"
WSGI_APPLICATION = "alongside.config.wsgi.application"

_LOADERS = [
    "django_cotton.cotton_loader.Loader",
    "django.template.loaders.filesystem.Loader",
    "django.template.loaders.app_directories.Loader",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
            ],
            # Cotton and partials each would replace the loaders at start-up, and one would fall silent.
            "loaders": [
                ("template_partials.loader.Loader", [("django.template.loaders.cached.Loader", _LOADERS)])
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "django_cotton.templatetags.cotton",
                "template_partials.templatetags.partials",
            ],
        },
    }
]


def _database(url: str) -> dict[str, object]:
    if url:
        parts = urlsplit(url)
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": parts.path.lstrip("/"),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": unquote(parts.hostname or "") or "".join(parse_qs(parts.query).get("host", [])),
            "PORT": parts.port or "",
            "CONN_MAX_AGE": 60,
        }
    return {
        "ENGINE": "alongside.adapters.sqlite",
        "NAME": DATA / "alongside.sqlite3",
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA secure_delete=ON;"
                "PRAGMA temp_store=MEMORY;PRAGMA mmap_size=134217728;PRAGMA cache_size=-16000;"
                "PRAGMA foreign_keys=ON;PRAGMA journal_size_limit=67108864;"
            ),
        },
    }


DATABASES = {"default": _database(env.text("ALONGSIDE_DATABASE_URL", ""))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Limits of guessing are counted over all web processes, so the cache lives in the database.
# A full cache drops counts at random: it has room for all that an hour can bring.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["alongside.faces.common.sign_in.Door"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
LOGIN_URL = "account_request_login_code"
LOGIN_REDIRECT_URL = "public:way_in"
LOGOUT_REDIRECT_URL = "public:welcome"

ACCOUNT_ADAPTER = "alongside.faces.common.sign_in.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_LOGIN_METHODS = {"email"}
# Nobody signs up; without a password among these fields the sign-in form would drop its own.
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True
MFA_ADAPTER = "alongside.faces.common.sign_in.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# Nobody types an address of their own: the clinic does, and both ways in, a code and a letter, prove it.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
STAFF_NEED_SECOND_FACTOR = env.flag("ALONGSIDE_STAFF_SECOND_FACTOR", default=True)

SESSION_ENGINE = "alongside.adapters.sessions"
SESSION_COOKIE_AGE = 30 * 24 * 3600
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = HTTPS and not env.flag("ALONGSIDE_BEHIND_PROXY")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.flag("ALONGSIDE_BEHIND_PROXY") else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "media-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = env.text("ALONGSIDE_MAIL_HOST", "localhost")
EMAIL_PORT = int(env.text("ALONGSIDE_MAIL_PORT", "25"))
EMAIL_HOST_USER = env.text("ALONGSIDE_MAIL_USER", "")
EMAIL_HOST_PASSWORD = env.text("ALONGSIDE_MAIL_PASSWORD", "")
EMAIL_USE_TLS = env.flag("ALONGSIDE_MAIL_TLS")
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.text("ALONGSIDE_MAIL_FROM", "alongside@localhost")
if DEMO:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = DATA / "letters"
    POLICIES.append("alongside.config.demo.policies")
    TEMPLATES[0]["DIRS"] = [str(PACKAGE / "config/demo/templates")]

WORK_BESIDE = env.flag("ALONGSIDE_WORK_BESIDE", default=True)

# Gateways of the clinic's own choice; without an address this way of telling does not exist.
# Hosts that calendars may be fetched from. Nothing is fetched from any other, and by default from none.
CALENDAR_HOSTS = env.words("ALONGSIDE_CALENDAR_HOSTS")
SMS_URL = env.text("ALONGSIDE_SMS_URL", "")
SMS_TOKEN = env.text("ALONGSIDE_SMS_TOKEN", "")
PUSH_URL = env.text("ALONGSIDE_PUSH_URL", "")
PUSH_TOKEN = env.text("ALONGSIDE_PUSH_TOKEN", "")

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", _("English"))]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_TZ = True
_STANDS_AT = env.text("ALONGSIDE_DEMO_AT", "") if DEMO else ""
CLOCK = clock.standing_at(_STANDS_AT) if _STANDS_AT else clock.now
TIME_ZONE = env.text("ALONGSIDE_ZONE", "Europe/London")

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MAX_AGE = 31_536_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 400
# A clip has at most 25 MB. What is larger is not even read, and nothing that is sent touches a temporary folder.
FILE_UPLOAD_MAX_MEMORY_SIZE = 26_000_000
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
SILENCED_SYSTEM_CHECKS: list[str] = []

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"without_links": {"()": "alongside.config.logs.WithoutLinks"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "without_links"}},
    "root": {"handlers": ["console"], "level": env.text("ALONGSIDE_LOG_LEVEL", "WARNING")},
}
