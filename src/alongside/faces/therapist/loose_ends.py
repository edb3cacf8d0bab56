"""Loose ends in a child's plan: a quiet list, each with one tap to mend it. Families never see it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild
from alongside.areas.conversation import queries as conversation
from alongside.areas.programme import queries as programme
from alongside.areas.review import queries as review
from alongside.areas.review.values.thread import Link
from alongside.faces.common import pages
from alongside.faces.common.request import Request
from alongside.faces.therapist import door, frame, handover
from alongside.faces.therapist.frame import Frame
from alongside.ui.nav import Nav


@dataclass(frozen=True, slots=True, kw_only=True)
class Loose:
    """One loose end and where it is mended."""

    words: str
    more: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Loose ends of one kind. ``mend`` names the one tap."""

    label: str
    mend: str
    ends: tuple[Loose, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseEndsPage:
    """The page, and the part that other pages load."""

    nav: Nav
    frame: Frame
    groups: tuple[Group, ...]


def loose_ends(request: Request, child: UUID) -> HttpResponse:
    """The list."""
    opened = door.own_child(request, child, "loose_ends")
    page = LooseEndsPage(
        nav=frame.rail(request),
        frame=frame.frame(opened, _("Loose ends")),
        groups=tuple(group for group in _groups(opened) if group.ends),
    )
    template = "therapist/loose_ends.html#part" if request.htmx else "therapist/loose_ends.html"
    return pages.page(request, template, page)


def _groups(opened: OpenChild) -> Iterator[Group]:
    yield _resting(opened)
    yield _handed(opened)
    found = review.coverage(opened)
    new, plan = _address(opened, "new_goal"), _address(opened, "programme")
    write, choose, aim = _("Write a goal"), _("Choose an idea"), _("Say what it is for")
    yield _group(
        _("What matters most, without a goal"),
        write,
        found.words_without_goal,
        lambda key: f"{new}?words={key}",
    )
    yield _group(
        _("What we noticed, without a goal"),
        write,
        found.findings_without_goal,
        lambda key: f"{new}?finding={key}",
    )
    yield _group(
        _("Goals without an idea for home"),
        choose,
        found.goals_without_idea,
        lambda key: f"{plan}?goal={key}",
    )
    yield _group(
        _("Goals nobody told us anything about yet"),
        _("Plan a count"),
        found.goals_without_data,
        lambda key: _address(opened, "plan_probes", key),
    )
    yield _group(
        _("Ideas without a goal"), aim, found.ideas_without_goal, lambda key: f"{plan}?open={key}#o-{key}"
    )


def _resting(opened: OpenChild) -> Group:
    """What rests for safety until the therapist has looked."""
    address = _address(opened, "programme")
    ends = (
        Loose(
            words=one.title,
            more=_("Nothing holds it back any more.") if one.is_free_again else one.sentence,
            url=f"{address}?open={one.placement}#o-{one.placement}",
        )
        for _child, one in programme.rests_about([opened])
    )
    return Group(label=_("Resting for safety"), mend=_("Look again"), ends=tuple(ends))


def _handed(opened: OpenChild) -> Group:
    """What was handed over last, with what the family answered in the last week."""
    answers = conversation.answers_about([opened])
    ends = (
        Loose(words=one.title, more=handover.answer_words(one), url=_address(opened, "handover", one.visit))
        for one in answers
    )
    return Group(label=_("Handed over at the visit"), mend=_("Look"), ends=tuple(ends))


def _address(opened: OpenChild, name: str, *parts: UUID) -> str:
    return reverse(f"therapist:{name}", args=[opened.uuid, *parts])


def _group(label: str, mend: str, links: tuple[Link, ...], address: Callable[[UUID], str]) -> Group:
    ends = (Loose(words=link.words, more=link.more, url=address(link.uuid)) for link in links)
    return Group(label=label, mend=mend, ends=tuple(ends))
