"""The family's version: their questions first, strengths with equal room, what moved, what comes next."""

from django.utils.translation import gettext

from alongside.areas.review.reports.family_plan.stairs import stairs
from alongside.areas.review.reports.paper.blocks import (
    Block,
    Content,
    Section,
    around,
    listed,
    said,
    section,
    sentence,
    text,
)
from alongside.areas.review.values.reports import FAMILY_LABELS, ReportKind


def family_title(content: Content) -> str:
    """What the family reads on top."""
    return gettext(FAMILY_LABELS[ReportKind(content["kind"])])


def family_sections(content: Content) -> list[Section]:
    """Everything that the family reads, from what was signed."""
    name = content["child"]["short_name"]
    words = content["words"]
    return [
        *section(gettext("To begin with"), text(words.get("family_opening", ""))),
        *section(gettext("What you asked"), _asked(content)),
        *section(_good_at(name), _noticed(content, "strengths"), paired=True),
        *section(gettext("What we noticed"), _noticed(content, "findings"), paired=True),
        *section(gettext("What we tried, and what moved"), _goals(content)),
        *section(gettext("What helps at home"), _ideas(content)),
        *section(gettext("In your words"), _quotes(content)),
        *section(gettext("What comes next"), text(words.get("family_next", ""))),
    ]


def _good_at(name: str) -> str:
    return gettext("What {name} is good at").format(name=name)


def _asked(content: Content) -> list[Block]:
    blocks: list[Block] = []
    for one in content["asked"]:
        blocks += said(one["words"], one["by"]) + text(one["answer"])
        first, latest = one["first"], one["latest"]
        if first and latest:
            told = gettext("You said it goes {now} of 10 now. At first it was {first} of 10.")
            blocks += text(told.format(first=first["going"], now=latest["going"]))
    return blocks


def _noticed(content: Content, which: str) -> list[Block]:
    return listed(sentence(around(one)) for one in content[which])


def _goals(content: Content) -> list[Block]:
    return [_goal(goal) for goal in content["goals"] if goal["level"]]


def _goal(goal: Content) -> Block:
    step = goal["level"]["step"]
    return Block(
        kind="STAIRS",
        title=goal["title"],
        step=step,
        svg=stairs(step),
        alt=gettext("Step {step} of 5. The goal is step 3.").format(step=step),
        items=tuple(
            filter(
                None,
                (
                    goal["sentence"],
                    _where(goal, step),
                    _views(goal),
                    _tried(goal["home"]),
                    _counted(goal.get("counted")),
                ),
            )
        ),
    )


def _where(goal: Content, step: int) -> str:
    if not step:
        return gettext("It is harder than when we started. We talk about it and change the plan.")
    now = sentence(goal["steps"][step - 1])
    return gettext("Now: step {step} of 5. {words}").format(step=step, words=now)


def _views(goal: Content) -> str:
    """Who sees which step, side by side, where two of them looked."""
    if len(goal["seen"]) < 2:
        return ""
    told = gettext("{name} sees step {step}.")
    return " ".join(told.format(name=one["by"], step=one["step"]) for one in goal["seen"])


def _tried(home: Content) -> str:
    """What was written at home, in counts; nobody has to have written anything."""
    if not home["days"]:
        return gettext("Nobody wrote about it in this time, and that is fine.")
    told = (
        gettext("You wrote about {days} days.")
        if home["days"] != 1
        else gettext("You wrote about {days} day.")
    )
    return " ".join((told.format(days=home["days"]), home["says"], home["counts"]))


def _counted(found: Content | None) -> str:
    if found is None:
        return ""
    told = gettext("You counted {times} times.") if found["times"] != 1 else gettext("You counted once.")
    return " ".join(filter(None, (told.format(times=found["times"]), found["says"], found["counts"])))


def _ideas(content: Content) -> list[Block]:
    return listed(f"{sentence(one['title'])} {one['what']}" for one in content["ideas"])


def _quotes(content: Content) -> list[Block]:
    return [block for one in content["quotes"] for block in said(one["words"], one["by"])]
