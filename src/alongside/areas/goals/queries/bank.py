"""Reading the clinic's bank of goals, and the names that may not be in it."""

from uuid import UUID

from django.db.models import QuerySet

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.goals.models import BankGoal
from alongside.areas.goals.queries import names
from alongside.areas.goals.queries.goals import goal
from alongside.areas.goals.queries.wording import STEPS
from alongside.areas.goals.values import BankDraft, BankGoalSeen, Rater, VersionSeen
from alongside.core.actors import Actor, MemberRole
from alongside.core.refusals import NotAllowed, NotFound, Refusal
from alongside.core.words import gettext_noop

_SHOWN = 500
_PLAIN = ("title", "does", "where_when", "with_help", "how_often", "harder", "scored_from")
_TEAM_ONLY = gettext_noop("Only the therapist who looks after this child can see this.")


class NothingAgreed(Refusal):
    """The goal has no wording that both agreed on."""

    sentence = gettext_noop("Agree the goal first. Then its wording can be kept.")


def bank_goals(actor: Actor) -> tuple[BankGoalSeen, ...]:
    """The goals that the therapist's clinics use again, by title."""
    return tuple(_seen(row) for row in _rows(actor).order_by("title", "pk")[:_SHOWN])


def bank_goal(actor: Actor, uuid: UUID) -> BankGoalSeen:
    """One of them; NotFound for another clinic's and for one that was taken out."""
    return _seen(bank_row(actor, uuid))


def bank_row(actor: Actor, uuid: UUID) -> BankGoal:
    """Its row."""
    row = _rows(actor).filter(uuid=uuid).first()
    if row is None:
        raise NotFound
    return row


def bank_draft(opened: OpenChild, uuid: UUID) -> BankDraft:
    """The agreed wording of a goal with every name of the child and the circle taken out, to be looked at.

    Raises NotAllowed for everybody but the child's therapist, NothingAgreed.
    """
    if not opened.is_team:
        raise NotAllowed(_TEAM_ONLY, child=opened.pk, doing="goals.bank_draft")
    agreed = goal(opened, uuid).in_force
    if agreed is None:
        raise NothingAgreed
    return names.anonymous(_wording(agreed), _names_of_child(opened), names_around(opened))


def names_around(opened: OpenChild) -> frozenset[str]:
    """The words of every name around this child: its own, the circle's, and those told of who lives at home."""
    about = circle.about(opened)
    people = (name for one in circle.circle_of(opened) for name in (one.name, one.short_name))
    at_home = names.capitals_within(about.lives_with)
    return names.name_words(opened.name, opened.short_name, *people, *at_home)


def _names_of_child(opened: OpenChild) -> frozenset[str]:
    """What the child is called: the first name and the short one, not the family's name."""
    return names.name_words(opened.name.split()[0], opened.short_name)


def _wording(agreed: VersionSeen) -> BankDraft:
    first, second, third, fourth, fifth = (step.words for step in agreed.steps)
    return BankDraft(
        title=agreed.title,
        does=agreed.words.does,
        where_when=agreed.words.where_when,
        with_help=agreed.words.with_help,
        how_often=agreed.words.how_often,
        steps=(first, second, third, fourth, fifth),
        harder=agreed.harder,
        scored_by=agreed.scored_by,
        scored_from=agreed.scored_from,
    )


def _rows(actor: Actor) -> QuerySet[BankGoal]:
    clinics = actor.clinics_as(MemberRole.THERAPIST)
    return BankGoal.objects.filter(clinic__in=clinics, retired_at=None).select_related("by")


def _seen(row: BankGoal) -> BankGoalSeen:
    first, second, third, fourth, fifth = (getattr(row, step) for step in STEPS)
    return BankGoalSeen(
        uuid=row.uuid,
        wording=BankDraft(
            steps=(first, second, third, fourth, fifth),
            scored_by=Rater(row.scored_by) if row.scored_by else None,
            **{name: getattr(row, name) for name in _PLAIN},
        ),
        by_name=row.by.short_name,
        kept_at=row.kept_at,
    )
