"""Some way round the loop in one line each: an agreed goal, an idea in the day, a moment at home."""

from datetime import date, timedelta

from alongside.areas.goals import actions as goals
from alongside.areas.goals.values import GoalDraft, GoalWords, Rater
from alongside.areas.practice import actions as practice
from alongside.areas.programme import actions as programme
from alongside.core.moments import Kind

STEPS = ("Helps pull", "Last pull", "Both socks", "And shoes", "Dresses alone")


def agreed_goal(cast, new_uuid, title="Both socks on before school"):
    words = GoalWords(
        who="Idris",
        does="put on both socks",
        where_when="on school mornings",
        with_help="someone nearby",
        how_often="4 of 5 mornings",
        by_when=date(2026, 12, 18),
    )
    said = {"child": cast.idris, "goal": new_uuid(), "at": cast.at}
    scored = {"scored_by": Rater.PARENT, "scored_from": "on school mornings"}
    draft = GoalDraft(title=title, words=words, steps=STEPS, **scored)
    goals.propose_goal(actor=cast.hannah.actor, draft=draft, **said)
    return goals.agree_goal(actor=cast.samira.actor, version=1, **said)


def live_idea(
    cast, new_uuid, goal=None, title="Last pull is his", words="You do the heel. Idris finishes.", **given
):
    """An idea on the phone; without a finding the therapist writes why not yet."""
    placement = new_uuid()
    wanted = {
        "title": title,
        "family_words": words,
        "routine": "morning.dress",
        "minutes": 3,
        "words_that_help": "Your turn to beat the sock.",
    }
    said = {"actor": cast.hannah.actor, "child": cast.idris, "at": cast.at}
    programme.place_idea(placement=placement, goal=goal and goal.uuid, **(wanted | given), **said)
    programme.share_programme(placements=(placement,), not_yet={placement: "We try it first."}, **said)
    programme.agree_placement(**said | {"actor": cast.samira.actor}, placement=placement, change=new_uuid())
    return placement


def tried(cast, new_uuid, placement, *, days=0, much=None, words="", player=None):
    """A moment at home, ``days`` after the cast's Monday."""
    return practice.record_entry(
        actor=(player or cast.samira).actor,
        child=cast.idris,
        placement=placement,
        entry=new_uuid(),
        kind=Kind.TRIED,
        help=much,
        words=words,
        at=cast.at + timedelta(days=days),
    )
