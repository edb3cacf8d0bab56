from django.apps import AppConfig


class UiConfig(AppConfig):
    """How things look: tokens, components, icons, charts. It takes plain values and knows no model."""

    name = "alongside.ui"
    label = "ui"
