from django.apps import AppConfig


class ParentConfig(AppConfig):
    name = "alongside.faces.parent"
    label = "face_parent"
