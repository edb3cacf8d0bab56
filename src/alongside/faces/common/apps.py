from django.apps import AppConfig


class CommonConfig(AppConfig):
    name = "alongside.faces.common"
    label = "face_common"
