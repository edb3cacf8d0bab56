from django.apps import AppConfig


class PracticeConfig(AppConfig):
    name = "alongside.areas.practice"
    label = "practice"
    default_auto_field = "django.db.models.BigAutoField"
