from django.apps import AppConfig


class AppointmentsConfig(AppConfig):
    name = "alongside.areas.appointments"
    label = "appointments"
    default_auto_field = "django.db.models.BigAutoField"
