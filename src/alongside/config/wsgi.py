"""The door for web servers."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
gc.disable()  # Loading makes nothing but what stays, so there is nothing to collect yet, nor later among it.
application = get_wsgi_application()
gc.freeze()
gc.enable()
