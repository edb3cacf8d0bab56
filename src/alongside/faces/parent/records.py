"""What we noticed, strengths first; and who looked."""

from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.evaluation import queries as evaluation
from alongside.areas.evaluation.values import FindingKind, FindingSeen
from alongside.areas.trail.values import Look
from alongside.core.capabilities import Capability
from alongside.faces.common.pages import page
from alongside.faces.common.request import Request
from alongside.faces.parent import days, rights
from alongside.faces.parent.frame import VOICES, FamilyPage, frame, open_for


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLine:
    """What the child does, where, with what help; and whose question it answers."""

    area: str
    does: str
    around: str
    about: str
    by: str
    voice: str
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsPage(FamilyPage):
    """Strengths, then what the family asked about."""

    strengths: tuple[FindingLine, ...]
    findings: tuple[FindingLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LookLine:
    """One line of who looked."""

    when: str
    name: str
    role: str
    did: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoLookedPage(FamilyPage):
    """The newest lines of the trail, newest first."""

    looks: tuple[LookLine, ...]


def findings(request: Request, child: UUID) -> HttpResponse:
    """What the team shared of what it noticed."""
    opened = open_for(request, child, Capability.READ_FINDINGS, "findings")
    seen = [one for one in evaluation.findings(opened) if one.shared_at is not None]
    built = FindingsPage(
        **frame(opened, "family"),
        strengths=tuple(_line(opened, one) for one in seen if one.kind is FindingKind.STRENGTH),
        findings=tuple(_line(opened, one) for one in seen if one.kind is FindingKind.FINDING),
    )
    return page(request, "parent/findings.html", built)


def who_looked(request: Request, child: UUID) -> HttpResponse:
    """Everybody who opened this record, and what for."""
    opened = open_for(request, child, Capability.READ_TRAIL, "who_looked")
    built = WhoLookedPage(**frame(opened, "family"), looks=_looks(opened, circle.who_looked(opened)))
    return page(request, "parent/who_looked.html", built)


def _looks(opened: OpenChild, seen: tuple[Look, ...]) -> tuple[LookLine, ...]:
    """One line for the same thing done several times in a row, with the newest time."""
    rows = groupby(seen, key=lambda look: (look.person_name, rights.roles(look), rights.did(look)))
    return tuple(
        LookLine(when=days.when(opened, next(same).at), name=name, role=role, did=did)
        for (name, role, did), same in rows
    )


def _line(opened: OpenChild, one: FindingSeen) -> FindingLine:
    return FindingLine(
        area=_(one.area_label),
        does=one.does,
        around=", ".join(filter(None, (one.where, one.with_help))),
        about=one.priority_words,
        by=one.by.name,
        voice=VOICES[one.by.voice],
        day=days.near_day(one.noticed_on, opened.today),
    )
