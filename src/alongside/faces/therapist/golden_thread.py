"""The thread: from any one thing, the family's words, findings, goals, ideas and what was seen since."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild
from alongside.areas.review import queries as review
from alongside.areas.review.values.thread import About, GoldenThread, Layer, Link, Sign, Strand
from alongside.core.words import gettext_noop
from alongside.faces.common import pages, signs
from alongside.faces.common.request import Request
from alongside.faces.therapist import door, frame
from alongside.faces.therapist.frame import Frame
from alongside.ui.nav import Crumb, Nav

_ROWS = {
    Layer.WORDS: (gettext_noop("The family’s words"), "quote", "family"),
    Layer.FINDING: (gettext_noop("What we noticed"), "eye", "therapist"),
    Layer.GOAL: (gettext_noop("The goal"), "flag", "win"),
    Layer.IDEA: (gettext_noop("At home"), "house", "therapist"),
}
_GAPS = {
    (Layer.WORDS, Layer.FINDING): gettext_noop("No words of the family behind this finding yet."),
    (Layer.WORDS, Layer.GOAL): gettext_noop("No words of the family behind this goal yet."),
    (Layer.WORDS, Layer.IDEA): gettext_noop("No words of the family behind this idea yet."),
    (Layer.FINDING, Layer.WORDS): gettext_noop("No finding answers these words yet."),
    (Layer.FINDING, Layer.GOAL): gettext_noop("No finding yet behind this goal."),
    (Layer.FINDING, Layer.IDEA): gettext_noop("No finding yet behind this idea."),
    (Layer.GOAL, Layer.WORDS): gettext_noop("No goal yet from these words."),
    (Layer.GOAL, Layer.FINDING): gettext_noop("No goal yet from this finding."),
    (Layer.GOAL, Layer.IDEA): gettext_noop("No goal yet for this idea."),
    (Layer.IDEA, Layer.WORDS): gettext_noop("No idea for home yet from these words."),
    (Layer.IDEA, Layer.FINDING): gettext_noop("No idea for home yet from this finding."),
    (Layer.IDEA, Layer.GOAL): gettext_noop("No idea for home yet for this goal."),
}
_NOTHING_SEEN = gettext_noop("Nobody told us anything about this yet. Ask how it went.")
_OVER = {
    Layer.WORDS: gettext_noop("put away"),
    Layer.GOAL: gettext_noop("closed"),
    Layer.IDEA: gettext_noop("ended"),
}
_ORDER = (Layer.GOAL, Layer.IDEA, Layer.FINDING, Layer.WORDS)
_BACK = {
    About.WORDS: ("matters", gettext_noop("Back to what matters most")),
    About.FINDING: ("findings", gettext_noop("Back to what we noticed")),
    About.GOAL: ("goal", gettext_noop("Back to the goal")),
    About.IDEA: ("programme", gettext_noop("Back to the programme")),
    About.NOTE: ("note", gettext_noop("Back to the note")),
    About.WIN: ("wins", gettext_noop("Back to the wins")),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkLine:
    """One link of a chain. ``url`` leads on; "" for the one that was asked from."""

    words: str
    more: str
    under: str
    url: str
    over: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One layer of a chain: its links, or a sentence that names the gap."""

    label: str
    icon: str
    voice: str
    quoted: bool
    links: tuple[LinkLine, ...]
    gap: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignLine:
    """One thing that was seen."""

    kind: str
    icon: str
    words: str
    under: str
    voice: str
    is_private: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StrandLines:
    """One chain from top to bottom. ``gap`` is said where nothing was seen yet."""

    title: str
    rows: tuple[Row, ...]
    signs: tuple[SignLine, ...]
    how_many: str
    gap: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadPage:
    """The page, and the part that folds out on other pages."""

    nav: Nav
    frame: Frame
    title: str
    back: Crumb
    start: SignLine | None
    strands: tuple[StrandLines, ...]
    loose: str


def of_words(request: Request, child: UUID, priority: UUID) -> HttpResponse:
    """What came of one thing that matters most."""
    return _show(request, child, About.WORDS, priority)


def of_finding(request: Request, child: UUID, finding: UUID) -> HttpResponse:
    """What one finding answers, and what came of it."""
    return _show(request, child, About.FINDING, finding)


def of_goal(request: Request, child: UUID, goal: UUID) -> HttpResponse:
    """Where one goal comes from, and what came of it."""
    return _show(request, child, About.GOAL, goal)


def of_idea(request: Request, child: UUID, placement: UUID) -> HttpResponse:
    """Why one idea is in the plan, and how it went."""
    return _show(request, child, About.IDEA, placement)


def of_note(request: Request, child: UUID, visit: UUID) -> HttpResponse:
    """The chains of the goals whose step a signed note saw, and of the ideas that were ticked as done."""
    return _show(request, child, About.NOTE, visit)


def of_win(request: Request, child: UUID, win: UUID) -> HttpResponse:
    """What one win belongs to."""
    return _show(request, child, About.WIN, win)


def _show(request: Request, child: UUID, about: About, uuid: UUID) -> HttpResponse:
    opened = door.own_child(request, child, "golden_thread")
    thread = review.golden_thread(opened, about, uuid)
    name, label = _BACK[about]
    own = [uuid] if about in {About.GOAL, About.NOTE} else []
    page = ThreadPage(
        nav=frame.rail(request),
        frame=frame.frame(opened, _("The thread")),
        title=thread.title,
        back=Crumb(label=_(label), url=reverse(f"therapist:{name}", args=[child, *own])),
        start=_sign(thread.start) if thread.start else None,
        strands=tuple(_strand(opened, strand) for strand in thread.strands),
        loose=_loose(thread),
    )
    template = "therapist/golden_thread.html#part" if request.htmx else "therapist/golden_thread.html"
    return pages.page(request, template, page)


def _loose(thread: GoldenThread) -> str:
    """A note or a win can belong to nothing; everything else is a link of its own chain."""
    if thread.strands:
        return ""
    if thread.about is About.NOTE:
        return _("No step and no idea was ticked in this note, so no chain begins here.")
    return _("This win belongs to no goal or idea yet.")


def _strand(opened: OpenChild, strand: Strand) -> StrandLines:
    return StrandLines(
        title=strand.goal.words if strand.goal else _("Without a goal yet"),
        rows=tuple(_row(opened, strand, layer) for layer in _ROWS),
        signs=tuple(_sign(sign) for sign in strand.signs.newest),
        how_many=signs.how_many(strand.signs),
        gap="" if strand.signs.of else _(_NOTHING_SEEN),
    )


def _row(opened: OpenChild, strand: Strand, layer: Layer) -> Row:
    label, icon, voice = _ROWS[layer]
    links = _links(strand)[layer]
    return Row(
        label=_(label),
        icon=icon,
        voice=voice if links else "",
        quoted=layer is Layer.WORDS,
        links=tuple(_link(opened, link) for link in links),
        gap="" if links else _gap(strand, layer),
    )


def _links(strand: Strand) -> dict[Layer, tuple[Link, ...]]:
    goal = (strand.goal,) if strand.goal else ()
    return {
        Layer.WORDS: strand.words,
        Layer.FINDING: strand.findings,
        Layer.GOAL: goal,
        Layer.IDEA: strand.ideas,
    }


def _gap(strand: Strand, layer: Layer) -> str:
    """The gap beside what is there: the goal before the idea, the idea before the finding."""
    there = next(one for one in _ORDER if _links(strand)[one])
    return _(_GAPS[layer, there])


def _link(opened: OpenChild, link: Link) -> LinkLine:
    said = [link.by.name if link.by else "", frame.short_day(link.on) if link.on else ""]
    return LinkLine(
        words=link.words,
        more=link.more,
        under=" · ".join(part for part in said if part),
        url="" if link.is_here else _url(opened, link),
        over=_(_OVER[link.layer]) if link.is_over else "",
    )


def _url(opened: OpenChild, link: Link) -> str:
    """Words and findings lead on to all that came of them; goals and ideas to themselves."""
    if link.layer is Layer.IDEA:
        return f"{reverse('therapist:programme', args=[opened.uuid])}?open={link.uuid}#o-{link.uuid}"
    names = {Layer.WORDS: "thread_of_words", Layer.FINDING: "thread_of_finding", Layer.GOAL: "goal"}
    return reverse(f"therapist:{names[link.layer]}", args=[opened.uuid, link.uuid])


def _sign(sign: Sign) -> SignLine:
    under = [sign.title, sign.by.name, frame.short_day(sign.on)]
    return SignLine(
        kind=signs.kind_words(sign),
        icon=signs.ICONS[sign.kind],
        words=sign.words,
        under=" · ".join(part for part in under if part),
        voice=frame.voice(sign.by.voice),
        is_private=sign.is_private,
    )
