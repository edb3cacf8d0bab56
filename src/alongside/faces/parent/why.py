"""Why this? From a family's own words to what was seen since, in plain words, and back."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild
from alongside.areas.review import queries as review
from alongside.areas.review.values.thread import About, GoldenThread, Layer, Link, Sign, Strand
from alongside.core.capabilities import Capability
from alongside.core.words import gettext_noop
from alongside.faces.common import signs
from alongside.faces.common.pages import page
from alongside.faces.common.request import Request
from alongside.faces.parent import days
from alongside.faces.parent.frame import VOICES, FamilyPage, frame, open_for

_ROWS = {
    Layer.WORDS: (gettext_noop("Your family’s words"), "quote", "family"),
    Layer.FINDING: (gettext_noop("What was noticed"), "eye", "therapist"),
    Layer.GOAL: (gettext_noop("The goal"), "flag", "win"),
    Layer.IDEA: (gettext_noop("What we try at home"), "house", "therapist"),
}
_GAPS = {
    Layer.WORDS: gettext_noop("Your own words are not here yet. You can tell us any time."),
    Layer.FINDING: gettext_noop("Nothing that was noticed is shared here yet."),
    Layer.GOAL: gettext_noop("There is no goal for this yet."),
    Layer.IDEA: gettext_noop("There is no idea for home yet."),
}
_NOTHING_SEEN = gettext_noop("Nothing is told yet, and that is fine.")
_HIDDEN = gettext_noop("This part is not shared with you. You can ask the clinic why.")
_OVER = {
    Layer.WORDS: gettext_noop("from before"),
    Layer.GOAL: gettext_noop("closed"),
    Layer.IDEA: gettext_noop("no longer in the plan"),
}
# Where each link leads, and the right that the page behind it asks for.
_PAGES = {
    Layer.WORDS: ("matters", Capability.READ_STORY),
    Layer.FINDING: ("findings", Capability.READ_FINDINGS),
    Layer.GOAL: ("goal", Capability.READ_GOALS),
    Layer.IDEA: ("idea", Capability.READ_PROGRAMME),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyLine:
    """One link. ``url`` leads to its own page; "" for the one that was asked from."""

    words: str
    more: str
    by: str
    url: str
    over: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyRow:
    """One layer of the chain: its links, or a sentence that says what is not there."""

    label: str
    icon: str
    voice: str
    quoted: bool
    links: tuple[WhyLine, ...]
    gap: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignLine:
    """One thing that was seen."""

    kind: str
    icon: str
    words: str
    by: str
    voice: str
    is_private: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyPage(FamilyPage):
    """The chain of one idea or goal. ``mine`` when the moments counted are the reader's own."""

    title: str
    back: str
    back_label: str
    rows: tuple[WhyRow, ...]
    signs: tuple[SignLine, ...]
    how_many: str
    gap: str
    mine: bool


def why_idea(request: Request, child: UUID, placement: UUID) -> HttpResponse:
    """Why this idea?"""
    opened = open_for(request, child, Capability.READ_PROGRAMME, "why_idea")
    back = reverse("parent:idea", kwargs={"child": child, "placement": placement})
    thread = review.golden_thread(opened, About.IDEA, placement)
    return page(request, "parent/why.html", _page(opened, thread, back, _("Back to the idea")))


def why_goal(request: Request, child: UUID, goal: UUID) -> HttpResponse:
    """Why this goal?"""
    opened = open_for(request, child, Capability.READ_GOALS, "why_goal")
    back = reverse("parent:goal", kwargs={"child": child, "goal": goal})
    thread = review.golden_thread(opened, About.GOAL, goal)
    return page(request, "parent/why.html", _page(opened, thread, back, _("Back to the goal")))


def _page(opened: OpenChild, thread: GoldenThread, back: str, label: str) -> WhyPage:
    [strand] = thread.strands
    gap = "" if strand.signs.of else _NOTHING_SEEN
    if Layer.SIGN in thread.hidden:
        gap = _HIDDEN if gap else ""
    return WhyPage(
        **frame(opened, "plan"),
        title=thread.title,
        back=back,
        back_label=label,
        rows=tuple(_row(opened, thread, strand, layer) for layer in _ROWS),
        signs=tuple(_sign(opened, sign) for sign in strand.signs.newest),
        how_many=signs.how_many(strand.signs),
        gap=_(gap) if gap else "",
        mine=thread.only_mine and Layer.SIGN not in thread.hidden,
    )


def _row(opened: OpenChild, thread: GoldenThread, strand: Strand, layer: Layer) -> WhyRow:
    label, icon, voice = _ROWS[layer]
    links = _links(strand, layer)
    gap = _HIDDEN if layer in thread.hidden else _GAPS[layer]
    return WhyRow(
        label=_(label),
        icon=icon,
        voice=voice if links else "",
        quoted=layer is Layer.WORDS,
        links=tuple(_link(opened, link) for link in links),
        gap="" if links else _(gap),
    )


def _links(strand: Strand, layer: Layer) -> tuple[Link, ...]:
    goal = (strand.goal,) if strand.goal else ()
    found = {
        Layer.WORDS: strand.words,
        Layer.FINDING: strand.findings,
        Layer.GOAL: goal,
        Layer.IDEA: strand.ideas,
    }
    return found[layer]


def _link(opened: OpenChild, link: Link) -> WhyLine:
    return WhyLine(
        words=link.words,
        more=link.more,
        by=link.by.name if link.by else "",
        url="" if link.is_here else _url(opened, link),
        over=_(_OVER[link.layer]) if link.is_over else "",
    )


def _url(opened: OpenChild, link: Link) -> str:
    name, needed = _PAGES[link.layer]
    if not opened.allows(needed):
        return ""
    own = [link.uuid] if link.layer in {Layer.GOAL, Layer.IDEA} else []
    return reverse(f"parent:{name}", args=[opened.uuid, *own])


def _sign(opened: OpenChild, sign: Sign) -> SignLine:
    near = days.near_day(sign.on, opened.today)
    return SignLine(
        kind=signs.kind_words(sign),
        icon=signs.ICONS[sign.kind],
        words=sign.words,
        by=f"{sign.by.name} · {near}",
        voice=VOICES[sign.by.voice],
        is_private=sign.is_private,
    )
