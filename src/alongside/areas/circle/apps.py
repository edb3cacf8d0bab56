from django.apps import AppConfig


class CircleConfig(AppConfig):
    name = "alongside.areas.circle"
    label = "circle"
    default_auto_field = "django.db.models.BigAutoField"
