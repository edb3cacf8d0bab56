"""Looking back together, at the desk: planning it, both views, what was, and what becomes of each goal."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.appointments import queries as appointments
from alongside.areas.circle import actions as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.review import actions as review
from alongside.areas.review import queries as looking
from alongside.areas.review.values import Ahead, CycleSeen, Decided, LookBack, OwnView, Stage
from alongside.faces.common import pages, review_lines
from alongside.faces.common.request import Request
from alongside.faces.common.review_lines import Lines
from alongside.faces.therapist import door, frame
from alongside.faces.therapist.forms.review import CloseForm, HoldForm, MoveForm, OpenForm, ViewForm
from alongside.faces.therapist.frame import Frame
from alongside.ui.nav import Nav

_USUAL = timedelta(weeks=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierLine:
    """Another look back, by its day."""

    uuid: UUID
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPage:
    """One look back. A form is None where its moment has not come or is past."""

    nav: Nav
    frame: Frame
    cycle: CycleSeen | None
    when: str
    since: str
    moved: tuple[str, ...]
    view: str
    look: Lines | None
    open: OpenForm | None
    move: MoveForm | None
    hold: HoldForm | None
    close: CloseForm | None
    closing: str
    mine: ViewForm | None
    earlier: tuple[EarlierLine, ...]
    goodbye: str


def review_page(request: Request, child: UUID) -> HttpResponse:
    """The newest look back, or the form that plans the first."""
    opened = door.own_child(request, child, "review")
    return show(request, opened, next(iter(looking.cycles(opened)), None))


def look_back(request: Request, child: UUID, cycle: UUID) -> HttpResponse:
    """One look back, open or long past."""
    opened = door.own_child(request, child, "review")
    return show(request, opened, looking.cycle(opened, cycle))


def open_review(request: Request, child: UUID) -> HttpResponse:
    """Plan the next look back."""
    opened = door.own_child(request, child, "open_review")
    form = OpenForm(request.POST, visits=_visits(opened), key="open")

    def act() -> object:
        said = form.cleaned_data
        return review.open_cycle(**by(request, child), cycle=said["uuid"], **form.day())

    if _taken(form, act):
        return _done(request, child, _("The look back is planned. The family sees the day."))
    return show(request, opened, next(iter(looking.cycles(opened)), None), {"open": form})


def move_review(request: Request, child: UUID, cycle: UUID) -> HttpResponse:
    """Choose another day, with a word why."""
    opened = door.own_child(request, child, "move_review")
    form = MoveForm(request.POST, visits=_visits(opened), key="move")

    def act() -> object:
        said = {"move": form.cleaned_data["uuid"], "words": form.cleaned_data["words"]}
        return review.move_cycle(**by(request, child), cycle=cycle, **said, **form.day())

    if _taken(form, act):
        return _done(request, child, _("The day is moved. The family sees why."))
    return show(request, opened, looking.cycle(opened, cycle), {"move": form})


def keep_view(request: Request, child: UUID, cycle: UUID) -> HttpResponse:
    """The therapist's own view, kept or shown."""
    opened = door.own_child(request, child, "review_view")
    form, shows = ViewForm(request.POST, key="view"), "show" in request.POST

    def act() -> object:
        said = {**by(request, child), "cycle": cycle, "told": form.told()}
        if not shows:
            return review.keep_view(**said)
        return review.show_view(**said, showing=form.cleaned_data["uuid"])

    if _taken(form, act):
        return _done(request, child, _("The family can read it.") if shows else _("Kept. Only you read it."))
    return show(request, opened, looking.cycle(opened, cycle), {"view": form})


def hold_review(request: Request, child: UUID, cycle: UUID) -> HttpResponse:
    """Say on which day both looked back."""
    opened = door.own_child(request, child, "hold_review")
    form = HoldForm(request.POST, key="hold")

    def act() -> object:
        return review.hold_cycle(**by(request, child), cycle=cycle, held_on=form.cleaned_data["held_on"])

    if _taken(form, act):
        return _done(request, child, _("Kept. Now both say what becomes of each goal."))
    return show(request, opened, looking.cycle(opened, cycle), {"hold": form})


def close_review(request: Request, child: UUID, cycle: UUID) -> HttpResponse:
    """Finish it: what both decided happens now, and the next one is planned."""
    opened = door.own_child(request, child, "close_review")
    form = CloseForm(request.POST, key="close")

    def act() -> object:
        said = {"next_cycle": form.cleaned_data["uuid"], "next_on": form.cleaned_data["next_on"]}
        return review.close_cycle(**by(request, child), cycle=cycle, **said)

    if _taken(form, act):
        return _done(request, child, _("The look back is finished. Everything stays readable."))
    return show(request, opened, looking.cycle(opened, cycle), {"close": form})


def open_again(request: Request, child: UUID) -> HttpResponse:
    """Begin again after a goodbye."""
    door.own_child(request, child, "open_again")
    circle.open_again(**by(request, child))
    return _done(request, child, _("Welcome back. The record is open again."))


def by(request: Request, child: UUID) -> dict[str, Any]:
    """Who does it, about whom and when."""
    return {"actor": request.actor, "child": child, "at": request.at}


def show(
    request: Request, opened: OpenChild, seen: CycleSeen | None, refused: dict[object, Form] | None = None
) -> HttpResponse:
    """The page; forms that came back stand in their places."""
    looked = looking.look_back(opened, seen) if seen else None
    built = ReviewPage(
        nav=frame.rail(request),
        frame=frame.frame(opened, _("Look back together"), route="review"),
        cycle=seen,
        when=_when(seen) if seen else "",
        since=_since(looked) if looked else "",
        moved=tuple(_moved(one.by.name, one.to_on, one.words) for one in seen.moves) if seen else (),
        view=_view_line(looked.mine) if looked else "",
        look=review_lines.lines(opened, looked, refused) if looked else None,
        earlier=_earlier(opened, seen),
        goodbye=_goodbye(opened),
        **_forms(opened, looked, refused or {}),
    )
    return pages.page(request, "therapist/review.html", built, status=422 if refused else 200)


def _forms(opened: OpenChild, looked: LookBack | None, refused: dict[object, Form]) -> dict[str, Any]:
    """What can be sent now."""
    stage = looked.cycle.stage if looked else Stage.CLOSED
    fresh = {"uuid": pages.fresh_uuid(opened.at)}
    day = fresh | {"planned_on": opened.today + _USUAL}
    is_open = stage is not Stage.CLOSED and opened.closed_at is None
    made: dict[str, Any] = dict.fromkeys(("open", "move", "hold", "close", "mine"))
    made["closing"] = _closing(looked) if looked else ""
    if opened.closed_at is None and looking.current_cycle(opened) is None:
        made["open"] = OpenForm(initial=day, visits=_visits(opened), key="open")
    if stage is Stage.PREPARING and is_open:
        made["move"] = MoveForm(initial=fresh, visits=_visits(opened), key="move")
        made["hold"] = HoldForm(initial={"held_on": opened.today}, key="hold")
    if stage is Stage.HELD and is_open:
        made["close"] = CloseForm(initial=fresh | {"next_on": _next_on(opened, looked)}, key="close")
    if is_open:
        made["mine"] = ViewForm(initial=fresh | _told(looked.mine if looked else None), key="view")
    came_back = {
        "mine" if key == "view" else key: form for key, form in refused.items() if isinstance(key, str)
    }
    return made | {key: form for key, form in came_back.items() if made.get(key)}


def _told(mine: OwnView | None) -> dict[str, str]:
    return {name: getattr(mine.told, name) for name in mine.told.__slots__} if mine else {}


def _next_on(opened: OpenChild, looked: LookBack | None) -> date:
    now = looked.ahead_now if looked else None
    agreed = now is not None and now.state is Decided.AGREED
    return (now.check_in_on if now and agreed and now.check_in_on else None) or opened.today + _USUAL


def _closing(looked: LookBack) -> str:
    """What happens when it is finished now, in a sentence."""
    now = looked.ahead_now
    if now is not None and now.state is Decided.AGREED and now.ahead is Ahead.GOODBYE:
        return _("You both said goodbye. The record closes, and stays readable for everybody in the circle.")
    return _("What you both decided happens now. Other goals go on.")


def _visits(opened: OpenChild) -> list[tuple[str, str]]:
    return [
        (str(one.uuid), frame.moment(one.starts_at, opened.zone_info))
        for one in appointments.upcoming(opened)
    ]


def _when(seen: CycleSeen) -> str:
    if seen.held_on:
        return _("Held on %(day)s.") % {"day": frame.long_day(seen.held_on)}
    return _("Planned for %(day)s.") % {"day": frame.long_day(seen.planned_on)} if seen.planned_on else ""


def _since(looked: LookBack) -> str:
    named = {"first": frame.short_day(looked.cycle.from_on), "last": frame.short_day(looked.until_on)}
    return _("It tells of %(first)s to %(last)s.") % named


def _moved(name: str, to_on: date, words: str) -> str:
    named = {"name": name, "day": frame.long_day(to_on), "words": words}
    return _("%(name)s moved it to %(day)s: “%(words)s”") % named


def _view_line(mine: OwnView | None) -> str:
    if mine is None or mine.shown_at is None:
        return _("Only you read this until you show it.")
    return _("You wrote on since you showed it.") if mine.changed else _("The family can read it.")


def _earlier(opened: OpenChild, seen: CycleSeen | None) -> tuple[EarlierLine, ...]:
    others = [one for one in looking.cycles(opened) if seen is None or one.uuid != seen.uuid]
    return tuple(
        EarlierLine(uuid=one.uuid, day=frame.long_day(one.held_on) if one.held_on else _("Being prepared"))
        for one in others
    )


def _goodbye(opened: OpenChild) -> str:
    if opened.closed_at is None:
        return ""
    return frame.long_day(opened.closed_at.astimezone(opened.zone_info).date())


def _taken(form: Form, act: Any) -> bool:
    return form.is_valid() and pages.attempt(form, lambda: (act(),)) is not None


def _done(request: Request, child: UUID, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("therapist:review", child)
