"""The parts of the professional version about scores, goals and progress: figures, each with how many and how sure."""

from decimal import Decimal

from django.utils.translation import gettext

from alongside.areas.review.reports.paper.blocks import (
    Block,
    Content,
    Draw,
    Drawn,
    all_of,
    day,
    facts,
    table,
    text,
)
from alongside.core.attainment import Convention
from alongside.core.moments import HELP_LABELS, Help
from alongside.core.words import gettext_noop

_CONVENTIONS = {
    Convention.B1: gettext_noop("Every goal starts at −1; −2 is harder than at the start."),
    Convention.B2: gettext_noop("Every goal starts at −2."),
    Convention.B2_WITH_MINUS_3: gettext_noop("Every goal starts at −2; −3 is harder than at the start."),
}
_WEIGHED = gettext_noop("Goals weigh as the family ranked them.")
_ALIKE = gettext_noop("All goals weigh the same.")


def scores(content: Content) -> list[Block]:
    """Scores of instruments with edition and interval, where any were entered."""
    blocks: list[Block] = []
    for one in content["scores"]:
        blocks += [Block(kind="HEADING", words=_instrument(one)), *_given(one), *_scales(one)]
    return blocks


def _instrument(one: Content) -> str:
    return ", ".join(filter(None, (one["instrument"], one["edition"])))


def _given(one: Content) -> list[Block]:
    return facts(
        (
            (gettext("Given"), gettext("{day}, at age {age}").format(day=day(one["on"]), age=one["age"])),
            (gettext("Answered by"), ", ".join(filter(None, (one["who"], one["form"])))),
            (gettext("Norm table"), one["norm_table"]),
            (gettext("Done differently"), one["departures"]),
        )
    )


def _scales(one: Content) -> list[Block]:
    head = (
        (gettext("Scale"), 4), (gettext("Kind of score"), 4), (gettext("Score"), 2), (gettext("Interval"), 5),
        (gettext("As the report calls it"), 3),
    )  # fmt: skip
    rows = [
        (
            scale["name"],
            scale["type"],
            scale["score"] or "–",
            scale["interval"] or "–",
            scale["category"] or "–",
        )
        for scale in one["scales"]
    ]
    return table(head, rows)


def goals(content: Content) -> list[Block]:
    """Every goal with its levels, in words before numbers."""
    blocks: list[Block] = []
    for goal in content["goals"]:
        blocks += [Block(kind="HEADING", words=goal["title"]), *text(goal["sentence"]), *_goal(goal)]
    return blocks


def _goal(goal: Content) -> list[Block]:
    level = goal["level"]
    if not level:
        return text(gettext("Still being talked about; no level yet."))
    pairs = (
        (gettext("Answers"), f"“{goal['priority']}”" if goal["priority"] else ""),
        (gettext("Agreed"), day(goal["agreed_on"])),
        (gettext("At the start"), _start(level)),
        (gettext("At the end of this time"), f"{level['now_words']} ({_level(level['now'])})"),
        *((gettext("Seen by {name}").format(name=one["by"]), _view(one)) for one in goal["seen"]),
        (gettext("Look again"), day(goal["review_on"])),
        (gettext("Closed"), goal["closed_words"]),
    )
    head = ((gettext("Level"), 1), (gettext("What it looks like"), 9))
    steps = [(_level(str(number - 3)), words) for number, words in enumerate(goal["steps"], 1)]
    return [*facts(pairs), *table(head, steps)]


def _start(level: Content) -> str:
    if level["first"] is None:
        return gettext("not scored")
    return f"{level['first_words']} ({_level(level['first'])})"


def _view(one: Content) -> str:
    told = gettext("level {level} on {day}").format(level=_level(one["level"]), day=day(one["on"]))
    return f"{told}. “{one['words']}”" if one["words"] else told


def _level(value: str) -> str:
    number = Decimal(value)
    return f"+{value}" if number > 0 else value.replace("-", "−")


def score(content: Content) -> list[Block]:
    """T beside the levels, stamped with its convention, or why there is none."""
    found = content["attainment"]
    if found.get("refused"):
        return text(gettext("No T score. {why}").format(why=found["refused"]))
    if not found:
        return []
    told = gettext(
        "T was {first} at the start and is {now} at the end of this time, a change of {moved}, over {goals} of {of} "
        "goals. {weights} {convention} T sums up levels that two people agreed on. It is no test and says nothing "
        "about other children. Read the levels first."
    )
    shown = {
        "moved": _level(found["moved"]),
        "convention": gettext(_CONVENTIONS[Convention(found["convention"])]),
        "weights": gettext(_WEIGHED if found["weighed"] else _ALIKE),
    }
    return text(told.format(**{**found, **shown}))


def progress(content: Content, draw: Draw) -> list[Block]:
    """Each goal's days at home: the picture, the counts, and how sure the change is."""
    blocks: list[Block] = []
    for goal in content["goals"]:
        if goal["level"]:
            blocks += [
                Block(kind="HEADING", words=goal["title"]),
                *_home(goal, draw),
                *_counted(goal.get("counted")),
            ]
    if blocks:
        told = gettext(
            "Figures count the days from {start} to {end}. A day without a note is missing, never a zero."
        )
        blocks += text(told.format(start=day(content["period"]["from"]), end=day(content["period"]["until"])))
    return blocks


def _home(goal: Content, draw: Draw) -> list[Block]:
    home = goal["home"]
    if not home["days"]:
        return text(gettext("No moments were written down at home in this time."))
    told = gettext(
        "{moments} moments on {days} days; how much help there was is known for {help_known} of {days} days."
    )
    trend = f"{home['says']} {home['counts']}"
    return [
        *_figure(draw(goal)),
        *text(told.format(**home)),
        *text(trend),
        *_weeks(home),
        *_overlap(home["chart"]),
    ]


def _figure(drawn: Drawn | None) -> list[Block]:
    if drawn is None:
        return []
    scale = gettext("The usual help of each day: 0 is a grown-up did it, 4 is all by self.")
    return [Block(kind="FIGURE", svg=drawn.svg, alt=drawn.alt), *text(scale)]


def _weeks(home: Content) -> list[Block]:
    head = ((gettext("Week of"), 1), (gettext("By self, of the days known"), 1), (gettext("Usual help"), 1))
    rows = [
        (day(one["week"]), gettext("{part} of {whole}").format(part=one["by_self"], whole=one["known"]),
         gettext(HELP_LABELS[Help(one["help"])]))
        for one in home["then_now"]
    ]  # fmt: skip
    return table(head, rows)


def _overlap(chart: Content | None) -> list[Block]:
    if chart is None:
        return []
    found = chart["overlap"]
    if found is None:
        return text(
            gettext("Too few days before or with the plan to compare the two (three of each are needed).")
        )
    told = gettext(
        "A day with the plan was better than one before it in {of_100} of 100 comparisons (with 95% confidence "
        "anything from {low} to {high}; NAP, Newcombe’s interval; {before} days before, {after} with the plan). "
        "This compares days; it does not prove why they differ."
    )
    return text(" ".join((told.format(**found), *found["cautions"])))


def _counted(found: Content | None) -> list[Block]:
    """Quick counts by whoever agreed to count: how many there are, and what they say with their interval."""
    if found is None:
        return []
    told = gettext("Counted {times} times by {names}: {what}.")
    counted = told.format(times=found["times"], names=all_of(found["by"]), what=found["what"])
    return text(" ".join(filter(None, (counted, found["counts"], found["compared"], *found["cautions"]))))
