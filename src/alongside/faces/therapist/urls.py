"""The addresses of this face."""

from django.urls import URLPattern

app_name = "therapist"
urlpatterns: list[URLPattern] = []
