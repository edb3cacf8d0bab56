"""Every address of the product: one line for each face."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("enter/", include("allauth.urls")),
    path("family/", include("alongside.faces.parent.urls")),
    path("work/", include("alongside.faces.therapist.urls")),
    path("clinic/", include("alongside.faces.desk.urls")),
    path("", include("alongside.faces.public.urls")),
]
if settings.DEMO:
    urlpatterns.insert(0, path("demo/", include("alongside.config.demo.urls")))

handler403 = "alongside.faces.common.answers.not_allowed"
handler404 = "alongside.faces.common.answers.not_found"
handler500 = "alongside.faces.common.answers.something_broke"
