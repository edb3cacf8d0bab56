"""The professional version: the sections of a record in their usual order, with what is stored and written."""

from datetime import date

from django.utils.translation import gettext

from alongside.areas.review.reports.paper import aims
from alongside.areas.review.reports.paper.blocks import (
    Block,
    Content,
    Draw,
    Section,
    all_of,
    around,
    boxed,
    day,
    facts,
    listed,
    plain_day,
    said,
    section,
    sentence,
    table,
    text,
)
from alongside.areas.review.values.reports import KIND_LABELS, ReportKind

_LOOKING_BACK = frozenset({ReportKind.PROGRESS, ReportKind.DISCHARGE})


def professional_title(content: Content) -> str:
    """What stands on top."""
    return gettext(KIND_LABELS[ReportKind(content["kind"])])


def professional_sections(content: Content, draw: Draw) -> list[Section]:
    """Everything that a professional reads, from what was signed; empty sections are left out."""
    looks_back = ReportKind(content["kind"]) in _LOOKING_BACK
    return [
        *section(gettext("Identifying data"), _identity(content)),
        *section(gettext("Reason and consent"), text(content["words"].get("reason", "")), _consent(content)),
        *section(gettext("Occupational profile"), _profile(content)),
        *section(gettext("Assessments"), aims.scores(content), text(content["words"].get("assessments", ""))),
        *section(gettext("Strengths"), listed(sentence(around(one)) for one in content["strengths"])),
        *section(gettext("Findings by area"), _findings(content)),
        *section(gettext("Goals and attainment"), aims.goals(content), aims.score(content)),
        *section(gettext("Interventions"), _interventions(content)),
        *section(gettext("Home programme"), _home_programme(content)),
        *(section(gettext("Progress"), aims.progress(content, draw)) if looks_back else ()),
        *section(gettext("In the family’s words"), _quotes(content)),
        *section(gettext("Recommendations"), _recommendations(content)),
    ]


def _identity(content: Content) -> list[Block]:
    child, period, visits = content["child"], content["period"], content["visits"]
    return facts(
        (
            (gettext("Child"), child["name"]),
            (gettext("Born"), f"{day(child['born_on'])} ({_age(child['born_on'], period['until'])})"),
            (gettext("Time of this report"), f"{day(period['from'])} – {day(period['until'])}"),
            (gettext("Clinic"), content["clinic"]["name"]),
            (gettext("Therapist"), all_of(content["team"])),
            (gettext("Languages"), child["languages"]),
            (gettext("School"), child["school"]),
            (gettext("Lives with"), child["lives_with"]),
            (gettext("Visits in this time"), _visits(visits)),
        )
    )


def _visits(days: list[str]) -> str:
    return f"{len(days)}: {', '.join(plain_day(one) for one in days)}" if days else gettext("none recorded")


def _age(born_on: str, on: str) -> str:
    born, then = date.fromisoformat(born_on), date.fromisoformat(on)
    months = (then.year - born.year) * 12 + then.month - born.month - (then.day < born.day)
    return gettext("{years} years {months} months").format(years=months // 12, months=months % 12)


def _consent(content: Content) -> list[Block]:
    return boxed(content, gettext("Consent"), "consent")


def _profile(content: Content) -> list[Block]:
    child, story = content["child"], content["story"]
    told = [
        block
        for part in ("ordinary_day", "hopes", "good_at")
        for block in said(story.get(part, ""), story.get("by", ""))
    ]
    return [
        *told,
        *facts(((gettext("Likes"), child["likes"]), (gettext("Does not like"), child["dislikes"]))),
        *_priorities(content),
        *boxed(content, gettext("Relevant history"), "history"),
        *boxed(content, gettext("The child’s view"), "child_view"),
    ]


def _priorities(content: Content) -> list[Block]:
    head = (
        (gettext("What matters most, in their words"), 6), (gettext("Said by"), 2), (gettext("Importance"), 2),
        (gettext("Going: first, latest"), 2), (gettext("Happy with it: first, latest"), 3),
    )  # fmt: skip
    rows = [
        (f"“{one['words']}”", one["by"], _one(one, "importance"), _both(one, "going"), _both(one, "happy"))
        for one in content["asked"]
    ]
    return [*table(head, rows), *_moved(content)]


def _one(one: Content, what: str) -> str:
    rating = one["latest"] or one["first"]
    return gettext("{number} of 10").format(number=rating[what]) if rating else "–"


def _both(one: Content, what: str) -> str:
    return ", ".join(str(one[when][what]) if one[when] else "–" for when in ("first", "latest"))


def _moved(content: Content) -> list[Block]:
    moved = content["moved"]
    if not moved:
        return []
    told = gettext(
        "Mean change over the {rated} of {of} rated both times: going {going}, happy {happy}, on a scale of 1 to 10. "
        "A customary mark is 2 points."
    )
    return text(told.format(**moved))


def _findings(content: Content) -> list[Block]:
    head = (
        (gettext("Area"), 3), (gettext("What was seen"), 4), (gettext("Where, and with what help"), 4), ("ICF", 2),
        (gettext("Seen on"), 3),
    )  # fmt: skip
    found = sorted(content["findings"], key=lambda one: one["area"])
    rows = [
        (gettext(one["area"]), one["does"], ", ".join(filter(None, (one["where"], one["with_help"]))), one["icf"],
         day(one["on"]))
        for one in found
    ]  # fmt: skip
    return [
        *table(head, rows),
        *boxed(content, gettext("Observations in routines"), "observations"),
        *boxed(content, gettext("What helps, and what gets in the way"), "analysis"),
    ]


def _interventions(content: Content) -> list[Block]:
    changes = content["changes"]
    told = gettext("{shown} of {all} dated changes of the plan:").format(
        shown=len(changes), all=content["changed"]
    )
    head = ((gettext("When"), 3), (gettext("Idea"), 4), (gettext("What changed"), 3), (gettext("By"), 2))
    rows = [(day(one["on"]), one["idea"], one["what"], one["by"]) for one in changes]
    return [
        *boxed(content, gettext("Approach and its evidence"), "approach"),
        *boxed(content, gettext("How often, and how long"), "frequency"),
        *boxed(content, gettext("Who does what"), "who_does_what"),
        *boxed(content, gettext("Changes of the plan, and why"), "plan_changes"),
        *(text(told) if changes else ()),
        *table(head, rows),
        *boxed(content, gettext("Summary of the service"), "summary"),
    ]


def _home_programme(content: Content) -> list[Block]:
    head = (
        (gettext("When"), 3), (gettext("Idea"), 3), (gettext("What the family does"), 5),
        (gettext("To be careful with"), 4),
    )  # fmt: skip
    rows = [
        (one["when"], one["title"], one["what"], " ".join(one["careful"]) or "–") for one in content["ideas"]
    ]
    return [
        *table(head, rows),
        *_minutes(content),
        *boxed(content, gettext("What to keep doing"), "keep_doing"),
    ]


def _minutes(content: Content) -> list[Block]:
    minutes = content["minutes"]
    if not content["ideas"] or minutes["given"] is None:
        return []
    told = gettext("The ideas ask {asked} of the {given} minutes a day that the family can give.")
    return text(told.format(**minutes))


def _quotes(content: Content) -> list[Block]:
    return [
        block for one in content["quotes"] for block in said(one["words"], f"{one['by']}, {day(one['on'])}")
    ]


def _recommendations(content: Content) -> list[Block]:
    return [
        *text(content["words"].get("recommendations", "")),
        *boxed(content, gettext("When we look again, and when the work is done"), "review"),
        *boxed(content, gettext("Whom to ask, referrals and equipment"), "contacts"),
    ]
