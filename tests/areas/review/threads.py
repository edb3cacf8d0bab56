"""A whole chain in one line: words, a finding, a goal, ideas for it, moments, a win, a step, a signed note."""

from datetime import date

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments.values import NoteDraft, StepTick
from alongside.areas.goals import actions as goals
from alongside.areas.goals.values import GoalDraft, GoalWords
from alongside.areas.practice import actions as practice
from alongside.areas.programme import actions as programme
from alongside.areas.wins import actions as wins
from alongside.areas.wins.values import WinAbout
from alongside.core.capabilities import Capability
from tests.areas.practice import counting
from tests.areas.programme import building
from tests.areas.review.loop import STEPS

LOOK = Capability.READ_GOALS
WIN = "He did the left sock before I looked."


def goal_from(cast, new_uuid, words, finding, title="Both socks on before school"):
    """An agreed goal that came from these words and this finding."""
    goal = new_uuid()
    said = GoalWords(
        who="Idris",
        does="put on both socks",
        where_when="before school",
        with_help="someone nearby",
        how_often="4 of 5 mornings",
        by_when=date(2026, 12, 18),
    )
    draft = GoalDraft(title=title, words=said, steps=STEPS)
    goals.propose_goal(
        **building.by(cast.hannah, cast), goal=goal, draft=draft, priority=words, finding=finding
    )
    goals.agree_goal(**building.by(cast.samira, cast), goal=goal, version=1)
    return goal


def for_goal(cast, new_uuid, goal, count=1):
    """So many own ideas for one goal, four on the phone and the rest drafts."""
    keys = [new_uuid() for _ in range(count)]
    for number, key in enumerate(keys):
        title = f"Idea {number + 1}"
        what = {"title": title, "family_words": "You do the heel.", "routine": "morning.dress"}
        programme.place_idea(**building.by(cast.hannah, cast), placement=key, minutes=1, goal=goal, **what)
        if number < 4:
            why = {key: "We try it first."}
            programme.share_programme(**building.by(cast.hannah, cast), placements=(key,), not_yet=why)
            programme.agree_placement(**building.by(cast.samira, cast), placement=key, change=new_uuid())
    return keys


def won(cast, new_uuid, about, uuid, player=None, words=WIN):
    kept = wins.add_win(
        **building.by(player or cast.samira, cast), win=new_uuid(), words=words, about=about, about_uuid=uuid
    )
    return kept.uuid


def climbed(cast, new_uuid, goal, step=2, seen_by=None):
    """Hannah, or who else, saw a step, and the other side says yes."""
    proposal, seen = new_uuid(), {"goal": goal, "step": step, "words": "Twice this week."}
    one, other = (seen_by, cast.hannah) if seen_by else (cast.hannah, cast.samira)
    goals.propose_step(**building.by(one, cast), proposal=proposal, **seen)
    goals.answer_step(**building.by(other, cast), proposal=proposal, agree=True)


def noted(cast, new_uuid, *steps, share=True, done=()):
    """A signed note with so many goals' steps and what was ticked as done in it. Answers its visit."""
    visit = new_uuid()
    said = building.by(cast.hannah, cast, visit=visit)
    appointments.book_visit(**said, therapist=cast.hannah.uuid, starts_at=cast.at, minutes=45)
    begun = appointments.start_note(**said, note=new_uuid(), ideas=[*done, "Something else"])
    ticked = frozenset(item.uuid for item in begun.planned if item.words in done)
    ticks = tuple(StepTick(goal=goal, step=2, proposal=new_uuid()) for goal in steps)
    draft = NoteDraft(version=1, for_family="The last pull is his now.", ticked=ticked)
    appointments.sign_note(**said, draft=draft, steps=ticks, share=share)
    return visit


def noticed_at_home(cast, new_uuid, idea, words, player=None, **how):
    said = building.by(player or cast.samira, cast)
    practice.notice(**said, noticing=new_uuid(), placement=idea, words=words, **how)


def about_goal(cast, new_uuid, goal):
    """A win about a goal."""
    return won(cast, new_uuid, WinAbout.GOAL, goal)


def counted(cast, goal, *values):
    """A plan of counting for a goal, and a count a day."""
    plan = counting.agreed_plan(cast, goal)
    for day, value in enumerate(values):
        counting.counted(cast, plan, value, days=day)
