"""The door for web servers."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
gc.disable()  # Loading makes nothing but what stays, so there is nothing to collect yet, nor later among it.
application = get_wsgi_application()
_pages = get_resolver().url_patterns  # Every page is loaded now, not by the first who asks for one.
gc.freeze()
gc.enable()
