from django.apps import AppConfig


class WinsConfig(AppConfig):
    name = "alongside.areas.wins"
    label = "wins"
    default_auto_field = "django.db.models.BigAutoField"
