"""The addresses of this face."""

from django.conf import settings
from django.urls import URLPattern, path

from alongside.faces.public import calendars, invitation, story, way_in, welcome

app_name = "public"
urlpatterns: list[URLPattern] = [
    path("", welcome.welcome, name="welcome"),
    path("at/<slug:slug>/", welcome.clinic, name="clinic"),
    path("at/<slug:slug>/is-this-for-us/", welcome.for_us, name="for_us"),
    path("at/<slug:slug>/therapists/", welcome.therapists, name="therapists"),
    path("at/<slug:slug>/story/", story.story, name="story"),
    path("at/<slug:slug>/story/thanks/", story.story_thanks, name="story_thanks"),
    path("privacy/", welcome.privacy, name="privacy"),
    path("safety/", welcome.safety, name="safety"),
    path("in/", way_in.way_in, name="way_in"),
    path("in/fresh-code/", way_in.fresh_code, name="fresh_code"),
    path("in/start-again/", way_in.start_again, name="start_again"),
    path("out/", way_in.signed_out, name="signed_out"),
    path("invitation/<str:token>/", invitation.invitation, name="invitation"),
    path("calendar/<str:feed>.ics", calendars.calendar, name="calendar"),
]
if settings.DEMO or settings.DEBUG:
    urlpatterns.append(path("gallery/", welcome.gallery, name="gallery"))
