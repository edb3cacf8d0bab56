"""The addresses of this face."""

from django.urls import URLPattern, path

from alongside.faces.desk import (
    clinic,
    families,
    looks,
    stories,
    times,
    times_places,
    times_rules,
    times_terms,
    visits,
    week,
    words,
)

app_name = "desk"
urlpatterns: list[URLPattern] = [
    path("stories/", stories.stories, name="stories"),
    path("stories/<uuid:enquiry>/", stories.one_story, name="story"),
    path("stories/<uuid:enquiry>/answer/", stories.answer, name="answer"),
    path("stories/<uuid:enquiry>/close/", stories.close, name="close"),
    path("stories/<uuid:enquiry>/family/", stories.take_on, name="take_on"),
    path("families/", families.families, name="families"),
    path("families/<uuid:child>/", families.family, name="family"),
    path("families/<uuid:child>/invite/", families.invite, name="invite"),
    path("families/<uuid:child>/proposals/<uuid:proposal>/", families.settle, name="settle"),
    path("families/<uuid:child>/who-looked/", looks.who_looked, name="who_looked"),
    path("families/<uuid:child>/book/", visits.book, name="book"),
    path("families/<uuid:child>/visits/<uuid:visit>/", visits.visit, name="visit"),
    path("families/<uuid:child>/visits/<uuid:visit>/move/", visits.move, name="move"),
    path("families/<uuid:child>/visits/<uuid:visit>/cancel/", visits.cancel, name="cancel"),
    path("families/<uuid:child>/wishes/<uuid:wish>/", visits.answer_request, name="answer_request"),
    path("week/", week.week, name="week"),
    path("about/", clinic.clinic, name="clinic"),
    path("about/rooms/", clinic.add_room, name="add_room"),
    path("about/times/", times.times, name="times"),
    path("about/times/everybody/", times.times_of_all, name="times_of_all"),
    path("about/times/places/", times_places.places, name="places"),
    path("about/times/terms/", times_terms.terms, name="terms"),
    path("about/times/rules/", times_rules.rules, name="rules"),
    path("about/times/<uuid:person>/", times.times_of, name="times_of"),
    path("words/", words.words, name="words"),
    path("words/<uuid:word>/", words.word, name="word"),
    path("words/<uuid:word>/end/", words.end_word, name="end_word"),
    path("team/", clinic.team, name="team"),
    path("team/<uuid:person>/", clinic.credential, name="credential"),
    path("team/<uuid:person>/leave/", clinic.end_membership, name="end_membership"),
]
