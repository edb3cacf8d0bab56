"""Small wins: what a person noticed, or confirmed when the log asked."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from alongside.areas.circle.models import Child
from alongside.areas.circle.values import Voice
from alongside.areas.people.models import Person
from alongside.areas.wins.values import Source, WinAbout, WinState

_IS_QUESTION = Q(source="FROM_LOG", asked_placement__isnull=False, asked_entry__isnull=False)


class Win(models.Model):
    """A win, or a question from the log whether something was one."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    uuid = models.UUIDField(unique=True)
    words = models.CharField(max_length=300, default="")
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    voice = models.CharField(
        max_length=9, choices=[(voice.value, voice.value) for voice in Voice], default=Voice.FAMILY.value
    )
    happened_on = models.DateField()
    source = models.CharField(max_length=8, choices=[(source.value, source.value) for source in Source])
    state = models.CharField(max_length=9, choices=[(state.value, state.value) for state in WinState])
    asked_placement = models.UUIDField(null=True)
    asked_entry = models.UUIDField(null=True)
    asked_title = models.CharField(max_length=120, default="")
    about = models.CharField(
        max_length=4, choices=[(about.value, about.value) for about in WinAbout], default="", blank=True
    )
    about_uuid = models.UUIDField(null=True)
    added_at = models.DateTimeField()
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    why_hard = models.CharField(max_length=300, default="")
    why_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    why_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [models.Index(fields=["child", "state", "-happened_on"], name="wins_win_child")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["child", "asked_placement"], condition=Q(source="FROM_LOG"), name="wins_asked_once"
            ),
            models.CheckConstraint(
                condition=Q(source="PERSON") | _IS_QUESTION, name="wins_question_has_its_source"
            ),
            models.CheckConstraint(
                condition=Q(state="ASKED", decided_by=None)
                | Q(decided_by__isnull=False, decided_at__isnull=False),
                name="wins_a_person_decides",
            ),
            models.CheckConstraint(
                condition=~Q(state="CONFIRMED") | (Q(by__isnull=False) & ~Q(words="")),
                name="wins_confirmed_in_words",
            ),
        ]
