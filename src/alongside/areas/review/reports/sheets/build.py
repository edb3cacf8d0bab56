"""The sheets as tagged PDFs (PDF/UA-1) on any usual paper, in black and white too, and from right to left."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils.formats import date_format, time_format
from django.utils.translation import get_language, get_language_bidi, gettext

from alongside.adapters import typst
from alongside.areas.review.reports.sheets.pictograms import CREDIT, PICTOGRAMS, of_routine
from alongside.areas.review.values.sheets import Paper, RoutineCard, Schedule, SchoolCopy, SheetIdea
from alongside.core.child_facts import fact_label
from alongside.core.routines import routine

_HERE = Path(__file__).parent


def card(seen: RoutineCard, paper: Paper, *, at: datetime) -> bytes:
    """One routine for the fridge. Equal words, paper and moment give equal bytes."""
    label = gettext(routine(seen.routine).label)
    values = {
        **_page(paper, f"{seen.child_name}: {label}", seen.clinic_name),
        "title": label,
        "under": _under(seen),
        "pictogram": of_routine(seen.routine),
        "care": _care(seen.care),
        "ideas": [_idea(one) for one in seen.ideas],
        "plenty": gettext("One is plenty. A day without is fine."),
        "footer": f"{seen.clinic_name}. {gettext(CREDIT)}",
    }
    return typst.render(_HERE / "card.typ", values, at=at)


def school_copy(seen: SchoolCopy, paper: Paper, *, at: datetime) -> bytes:
    """What helps at school, with the notes on safety."""
    values = {
        **_page(paper, gettext("What helps {name} at school").format(name=seen.child_name), seen.clinic_name),
        "under": gettext("As of {day}").format(day=date_format(seen.on, "j F Y")),
        "care": _care(seen.care),
        "ideas": [_idea(one) for one in seen.ideas],
        "none": gettext("There is no idea for school yet."),
        "ask": _ask(seen),
        "footer": gettext("Please keep this where only {name}’s grown-ups read it.").format(
            name=seen.child_name
        ),
    }
    return typst.render(_HERE / "school.typ", values, at=at)


def schedule(
    kind: Schedule, pictures: Sequence[str], name: str, clinic: str, paper: Paper, *, at: datetime
) -> bytes:
    """Picture cards to cut out. ``pictures`` are names of PICTOGRAMS, in order."""
    title = (
        gettext("Now and next") if kind is Schedule.NOW_NEXT else gettext("{name}’s strip").format(name=name)
    )
    values = {
        **_page(paper, title, clinic),
        "kind": kind.value,
        "under": _how_to_use(kind),
        "now": gettext("Now"),
        "next": gettext("Next"),
        "cards": [{"name": one, "label": gettext(PICTOGRAMS[one])} for one in pictures],
        "footer": gettext(CREDIT),
    }
    return typst.render(_HERE / "schedule.typ", values, at=at)


def _page(paper: Paper, title: str, clinic: str) -> dict[str, Any]:
    return {
        "paper": paper.value,
        "title": title,
        "clinic": clinic,
        "lang": (get_language() or "en").split("-")[0],
        "rtl": get_language_bidi(),
        "labels": {
            "words": gettext("Words that help:"),
            "easier": gettext("Easier:"),
            "notice": gettext("What to notice:"),
            "care": gettext("Take care:"),
        },
    }


def _idea(one: SheetIdea) -> dict[str, Any]:
    return {
        "when": gettext(routine(one.routine).label),
        "title": one.title,
        "what": one.what,
        "steps": list(one.steps),
        "words": f"“{one.words_that_help}”" if one.words_that_help else "",
        "easier": one.easier,
        "notice": one.notice,
        "cautions": list(one.cautions),
        "override": one.override,
    }


def _under(seen: RoutineCard) -> str:
    if seen.usual_at is None:
        return seen.child_name
    when = gettext("about {time}").format(time=time_format(seen.usual_at, "H:i"))
    return f"{seen.child_name}, {when}"


def _care(codes: Iterable[str]) -> str:
    facts = "; ".join(gettext(fact_label(code)) for code in codes)
    return gettext("Please take care: {facts}.").format(facts=facts) if facts else ""


def _ask(seen: SchoolCopy) -> str:
    if not seen.therapist_name:
        return gettext("Questions? Ring {clinic}, {phone}.").format(clinic=seen.clinic_name, phone=seen.phone)
    said = gettext("Questions? Ring {name} at {clinic}, {phone}.")
    return said.format(name=seen.therapist_name, clinic=seen.clinic_name, phone=seen.phone)


def _how_to_use(kind: Schedule) -> str:
    if kind is Schedule.NOW_NEXT:
        return gettext("Cut out the cards. Put one on Now and one on Next, and move them on together.")
    return gettext("Hang it at the height of your child’s eyes. Tick, or fold over what is done.")
