from django.apps import AppConfig


class TherapistConfig(AppConfig):
    name = "alongside.faces.therapist"
    label = "face_therapist"
