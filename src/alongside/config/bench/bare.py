"""A bare Django page, for comparison: no middleware, no session, no database, no template."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["127.0.0.1"], USE_I18N=False)


def bare(_request: HttpRequest) -> HttpResponse:
    """A few words."""
    return HttpResponse("<!doctype html><title>Bare</title><p>A bare page.")


urlpatterns = [path("bare/", bare)]
application = get_wsgi_application()
