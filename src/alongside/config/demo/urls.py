"""The demo's own addresses."""

from django.urls import path

from alongside.config.demo import door

app_name = "demo"
urlpatterns = [
    path("", door.door, name="door"),
    path("come-in/<uuid:person>/", door.come_in, name="come_in"),
    path("letters/", door.letters, name="letters"),
]
