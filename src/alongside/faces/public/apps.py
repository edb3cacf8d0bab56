from django.apps import AppConfig


class PublicConfig(AppConfig):
    name = "alongside.faces.public"
    label = "face_public"
