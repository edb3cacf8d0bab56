"""The family's plan as a PDF: the page's words in the reader's language, the pictures, and the paper."""

from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language, get_language_bidi, gettext

from alongside.adapters import qr, typst
from alongside.areas.review.reports.family_plan.stairs import stairs
from alongside.areas.review.values import FamilyPlan, PlanGoal, PlanIdea
from alongside.areas.review.values.sheets import Paper
from alongside.core.child_facts import fact_label
from alongside.core.routines import routine

TEMPLATE = Path(__file__).parent / "report.typ"


def build(plan: FamilyPlan, *, at: datetime, link: str = "", paper: Paper = Paper.A4) -> bytes:
    """A tagged one-page PDF (PDF/UA-1), the same bytes for the same plan and moment.

    ``link`` is the address of the family's Talk page, printed as a code to scan; without it there is no code.
    """
    return typst.render(
        TEMPLATE, {"paper": paper.value, **_head(plan), **_middle(plan), **_foot(plan, link)}, at=at
    )


def _head(plan: FamilyPlan) -> dict[str, Any]:
    return {
        "lang": (get_language() or "en").split("-")[0],
        "rtl": get_language_bidi(),
        "brand": "Alongside",
        "clinic": plan.clinic_name,
        "title": gettext("{name}’s plan").format(name=plan.child_name),
        "period": _period(plan),
        "words": f"“{plan.words}”" if plan.words else "",
        "said_by": plan.said_by,
    }


def _middle(plan: FamilyPlan) -> dict[str, Any]:
    return {
        "goals_heading": gettext("What we are working on"),
        "goals": [_goal(goal) for goal in plan.goals],
        "day_heading": gettext("Our day. One is plenty."),
        "columns": [gettext("When"), gettext("What we do"), gettext("Words that help")],
        "ideas": [_idea(idea) for idea in plan.ideas],
        "no_ideas": gettext("Nothing to do yet. You can tell us anything meanwhile."),
        "path_heading": gettext("Colour one in whenever you try something"),
        "path_words": gettext("No dates and no gaps. Every one counts, in any order."),
        "path_alt": gettext("A winding path of 24 blank stones to colour in"),
    }


def _foot(plan: FamilyPlan, link: str) -> dict[str, Any]:
    return {
        "care": _care(plan),
        "hard_heading": gettext("On a hard day"),
        "hard_words": _hard_day(plan),
        "tell_heading": gettext("Tell us how it goes"),
        "tell_words": _tell(plan, link),
        "next_visit": _next_visit(plan),
        "qr": qr.svg(link) if link else "",
        "qr_alt": gettext("A code that opens Talk on a phone"),
        "footer": gettext("Made together by {names}").format(names=_names(plan.made_by)),
    }


def _period(plan: FamilyPlan) -> str:
    start = date_format(plan.from_on, "j F Y")
    if plan.until_on is None or plan.until_on <= plan.from_on:
        return gettext("From {start}").format(start=start)
    return gettext("{start} to {end}").format(start=start, end=date_format(plan.until_on, "j F Y"))


def _goal(goal: PlanGoal) -> dict[str, str]:
    return {
        "title": goal.title,
        "sentence": goal.sentence,
        "now": gettext("Now: {step}").format(step=goal.now) if goal.now else "",
        "stairs": stairs(goal.reached),
        "stairs_alt": gettext("Step {step} of 5. The goal is step 3.").format(step=goal.reached),
    }


def _idea(idea: PlanIdea) -> dict[str, str]:
    words = f"“{idea.words_that_help}”" if idea.words_that_help else ""
    return {
        "when": gettext(routine(idea.routine).label),
        "title": idea.title if idea.title.endswith((".", "?", "!")) else f"{idea.title}.",
        "what": " ".join((idea.what, *_more(idea))),
        "words": words,
    }


def _more(idea: PlanIdea) -> tuple[str, ...]:
    said = (
        (gettext("Your part"), idea.your_part),
        (gettext("Our part"), idea.our_part),
        (gettext("What to notice"), idea.notice),
        (gettext("Take care"), " ".join(gettext(caution) for caution in idea.cautions)),
        (gettext("Safety"), idea.override),
    )
    return tuple(f"{label}: {words}" for label, words in said if words)


def _care(plan: FamilyPlan) -> str:
    facts = "; ".join(gettext(fact_label(code)) for code in plan.care)
    return gettext("Please take care: {facts}.").format(facts=facts) if facts else ""


def _hard_day(plan: FamilyPlan) -> str:
    gentle = gettext("Do it for {name}. Nothing is lost. Try again when you both feel like it.")
    tell = gettext("If it is hard three days running, tell {therapist}. We change the plan, not the child.")
    therapist = plan.therapist_name or gettext("us")
    return f"{gentle.format(name=plan.child_name)} {tell.format(therapist=therapist)}"


def _tell(plan: FamilyPlan, link: str) -> str:
    how = gettext("Scan this, or ring {phone}.") if link else gettext("Write in Talk, or ring {phone}.")
    when = gettext("Somebody answers within {days} working days.")
    return f"{how.format(phone=plan.phone)} {when.format(days=plan.answer_days)}"


def _next_visit(plan: FamilyPlan) -> str:
    if plan.next_visit is None:
        return ""
    when = date_format(plan.next_visit, "l j F, H:i")
    return gettext("Next visit: {when}.").format(when=when)


def _names(names: tuple[str, ...]) -> str:
    if len(names) < 2:
        return "".join(names)
    return gettext("{several} and {last}").format(several=", ".join(names[:-1]), last=names[-1])
