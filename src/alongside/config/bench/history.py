"""Half a year of life around every child: what matters, goals, ideas, visits, notes, talk, and moments at home.

Rows of one table are written in the order in which they would have come, child after child at each moment: so the
rows of one child lie as far apart on the disk as they would in a clinic.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from django.db import connection

from alongside.areas.library import queries as library
from alongside.config.bench.rows import CASELOAD, MANY, Crowd, keep

VISITS = 6
QUIET = timedelta(weeks=12)
MORE = 28  # More goals, each with an idea that rests, for the second child: thirty chains in all.
MESSAGES = 4
WORDS = "He pulled the sock up on his own and looked so proud. The heel still needs a hand from us."
_STEPS = ("One heel", "Both heels", "Both socks", "Socks and shoes", "Socks for his cousin")
_IDEAS = (("S08", "morning.dress"), ("S15", "bedtime"), ("S34", "play.indoor"))
_KINDS = (("TRIED", "WENT_WELL", "A_LITTLE"), ("TRIED", "HARD_GOING", "A_LOT"), ("NOT_TODAY", None, None))


def load_plans(crowd: Crowd) -> list[Any]:
    """Two priorities, a finding and a goal for each, both yeses, and three live ideas. Answers the placements."""
    at = crowd.at - timedelta(days=170)
    priorities = keep("story.Priority", _each(crowd, 2, lambda n, k: _priority(crowd, n, k, at)))
    keep("story.PriorityRating", (_rating(crowd, row, at) for row in priorities))
    keep("story.DayCapacity", _each(crowd, 1, lambda n, _: _capacity(crowd, n, at)))
    findings = keep("evaluation.Finding", (_finding(crowd, row, at) for row in priorities))
    goals = keep("goals.Goal", (_goal(crowd, row, at) for row in findings))
    versions = keep("goals.GoalVersion", (_version(crowd, goal, at) for goal in goals))
    keep("goals.Agreement", (yes for version in versions for yes in _agreements(crowd, version, at)))
    placed = keep(
        "programme.Placement", _each(crowd, len(_IDEAS), lambda n, k: _placement(crowd, n, k, goals, at))
    )
    keep("programme.PlacementChange", (_change(crowd, row, at) for row in placed))
    _more_chains(crowd, findings[MANY], at)
    return placed


def _more_chains(crowd: Crowd, finding: Any, at: datetime) -> None:
    """Goals from one finding, each with both yeses and a resting idea."""
    goals = keep("goals.Goal", (_goal(crowd, finding, at) for _ in range(MORE)))
    versions = keep("goals.GoalVersion", (_version(crowd, goal, at) for goal in goals))
    keep("goals.Agreement", (yes for version in versions for yes in _agreements(crowd, version, at)))
    resting = {"state": "RESTING", "live_since": None}
    ideas = ({**_placement(crowd, MANY, 0, [], at, goal), **resting} for goal in goals)
    keep("programme.Placement", ideas)


def load_visits(crowd: Crowd) -> None:
    """A visit a week: five that took place and one to come, with a signed note each, and all their cells.

    In the quiet week before them each therapist had one visit alone.
    """
    monday = crowd.at.replace(hour=8, minute=0, second=0, microsecond=0) - timedelta(days=crowd.at.weekday())
    starts = [monday + timedelta(weeks=week - VISITS + 2) for week in range(VISITS)]
    visits = keep("appointments.Visit", _each(crowd, VISITS, lambda n, week: _visit(crowd, n, starts[week])))
    firsts = range(0, len(crowd.children), CASELOAD)
    visits += keep("appointments.Visit", (_visit(crowd, number, monday - QUIET) for number in firsts))
    over = (visit for visit in visits if visit.starts_at < crowd.at)
    keep("appointments.SessionNote", (_note(crowd, visit) for visit in over))
    with connection.cursor() as cursor:
        for kind, resource in (("THERAPIST", "therapist_id"), ("CHILD", "child_id")):
            cursor.execute(_CELLS.format(kind=kind, resource=resource))


def load_talk(crowd: Crowd) -> None:
    """One thread a child, with both sides in it."""
    at = crowd.at - timedelta(days=60)
    threads = keep("conversation.Thread", _each(crowd, 1, lambda n, _: _thread(crowd, n, at)))
    keep(
        "conversation.ThreadMember",
        (row for n, thread in enumerate(threads) for row in _members(crowd, n, thread)),
    )
    keep("conversation.Message", _each(crowd, MESSAGES, lambda n, k: _message(crowd, n, threads[n], k)))


def load_entries(crowd: Crowd, placed: list[Any], each: int) -> None:
    """``each`` entries a child, and 100 for the children of the first therapist, who are measured.

    The first two of them have 5 and 50: so statements can be counted at both.
    """
    wanted = [each] * len(crowd.children)
    wanted[:CASELOAD] = [5, 50] + [100] * (CASELOAD - 2)
    days = max(wanted)
    for day in range(days):
        at = crowd.at - timedelta(days=days - day, minutes=crowd.dice.randrange(600))
        due = [number for number, count in enumerate(wanted) if count >= days - day]
        keep("practice.Entry", (_entry(crowd, number, placed, day, at) for number in due))


def load_trail(crowd: Crowd) -> None:
    """Ten looks at every child."""
    for day in range(10):
        at = crowd.at - timedelta(days=10 - day)
        keep("trail.TrailRow", _each(crowd, 1, lambda n, _, at=at: _look(crowd, n, at)))


def _each(crowd: Crowd, times: int, make: Any) -> Iterator[dict[str, Any]]:
    """The first of every child, then the second of every child, …"""
    for turn in range(times):
        for number in range(len(crowd.children)):
            yield make(number, turn)


def _priority(crowd: Crowd, number: int, rank: int, at: datetime) -> dict[str, Any]:
    carer = crowd.carers[number]
    words = "I want mornings where nobody cries before school." if rank == 0 else "That he can eat with us."
    said = {"said_by": carer, "said_by_name": carer.name, "kept_by": carer, "voice": "FAMILY", "said_at": at}
    return {"child": crowd.children[number], "uuid": crowd.uuid(at), "rank": rank + 1, "words": words, **said}


def _rating(crowd: Crowd, priority: Any, at: datetime) -> dict[str, Any]:
    said = {"occasion": "FIRST", "rated_by_id": priority.said_by_id, "voice": "FAMILY", "rated_at": at}
    numbers = {"importance": 9, "going": 3, "happy": 2}
    return {"child_id": priority.child_id, "priority": priority, "uuid": crowd.uuid(at), **numbers, **said}


def _capacity(crowd: Crowd, number: int, at: datetime) -> dict[str, Any]:
    said = {"said_by": crowd.carers[number], "voice": "FAMILY", "said_at": at}
    return {"child": crowd.children[number], "uuid": crowd.uuid(at), "minutes_a_day": 20, **said}


def _finding(crowd: Crowd, priority: Any, at: datetime) -> dict[str, Any]:
    return {
        "child_id": priority.child_id,
        "uuid": crowd.uuid(at),
        "kind": "FINDING",
        "area": "dressing",
        "does": "Pulls the heel on with both hands",
        "where": "on the second stair",
        "with_help": "someone starts the sock",
        "priority": priority,
        "noticed_on": at.date(),
        "by": crowd.therapists[0],
        "voice": "THERAPIST",
        "written_at": at,
        "shared_at": at,
    }


def _goal(crowd: Crowd, finding: Any, at: datetime) -> dict[str, Any]:
    return {
        "child_id": finding.child_id,
        "uuid": crowd.uuid(at),
        "priority_id": finding.priority_id,
        "finding": finding,
        "state": "AGREED",
        "created_at": at,
        "by": crowd.therapists[0],
    }


def _version(crowd: Crowd, goal: Any, at: datetime) -> dict[str, Any]:
    return {
        "child_id": goal.child_id,
        "goal": goal,
        "number": 1,
        "uuid": crowd.uuid(at),
        "title": "Both socks on before school",
        "who": "Sam",
        "does": "put on both socks",
        "where_when": "before school",
        "with_help": "someone nearby",
        "how_often": "4 of 5 mornings",
        "by_when": (crowd.at + timedelta(days=30)).date(),
        "convention": "B2",
        "by": crowd.therapists[0],
        "voice": "THERAPIST",
        "written_at": at,
        **{f"step_{number}": words for number, words in enumerate(_STEPS, start=1)},
    }


def _agreements(crowd: Crowd, version: Any, at: datetime) -> Iterable[dict[str, Any]]:
    number = version.child_id - crowd.children[0].pk
    for side, person in (("FAMILY", crowd.carers[number]), ("THERAPIST", crowd.therapist_of(number))):
        shared = {"child_id": version.child_id, "version": version, "person": person, "recorded_by": person}
        yield {**shared, "side": side, "at": at}


def _placement(
    crowd: Crowd, number: int, turn: int, goals: list[Any], at: datetime, goal: Any = None
) -> dict[str, Any]:
    strategy, routine = _IDEAS[turn]
    therapist = crowd.therapist_of(number)
    return {
        "uuid": crowd.uuid(at),
        "child": crowd.children[number],
        "strategy_id": strategy,
        "given": _given(crowd.clinics[0].pk, strategy),
        "goal_id": (goal or goals[number + turn % 2 * len(crowd.children)]).uuid,
        "routine": routine,
        "title": f"Idea {turn + 1}: last pull",
        "family_words": "You do the sock over the toes and the heel. He does the last pull, then you both say done.",
        "minutes": 5,
        "whose": "THERAPIST",
        "state": "SHARED",
        "proposed_by": therapist,
        "proposed_at": at,
        "shared_by": therapist,
        "shared_at": at,
        "live_since": at,
        "agreed_by": crowd.carers[number],
        "agreed_at": at,
    }


@cache
def _given(clinic: int, strategy: str) -> dict[str, Any]:
    return library.given(library.strategy(clinic, strategy))


def _change(crowd: Crowd, placement: Any, at: datetime) -> dict[str, Any]:
    said = {"what": "AGREED", "by_id": placement.agreed_by_id, "voice": "FAMILY", "at": at}
    said["after"] = {"state": "SHARED"}
    return {"uuid": crowd.uuid(at), "child_id": placement.child_id, "placement": placement, **said}


def _visit(crowd: Crowd, number: int, week: datetime) -> dict[str, Any]:
    """Ten children a day, 45 minutes each, Monday to Friday: the slots of one therapist never meet."""
    day, turn = divmod(number % CASELOAD, 10)
    starts_at = week + timedelta(days=day, minutes=45 * turn)
    return {
        "uuid": crowd.uuid(starts_at),
        "clinic_id": crowd.children[number].clinic_id,
        "child": crowd.children[number],
        "therapist": crowd.therapist_of(number),
        "starts_at": starts_at,
        "minutes": 45,
        "zone": "Europe/London",
        "state": "BOOKED" if starts_at > crowd.at else "DONE",
        "booked_by": crowd.desks[0],
        "booked_at": starts_at - timedelta(days=30),
    }


_CELLS = """
WITH RECURSIVE step(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM step WHERE n < 8)
INSERT INTO appointments_visitcell (child_id, visit_id, kind, resource, cell)
SELECT child_id, id, '{kind}', {resource}, CAST(strftime('%s', starts_at) AS INTEGER) / 300 + n
FROM appointments_visit, step ORDER BY {resource}, starts_at, n
"""


def _note(crowd: Crowd, visit: Any) -> dict[str, Any]:
    return {
        "child_id": visit.child_id,
        "visit": visit,
        "uuid": crowd.uuid(visit.starts_at),
        "did": WORDS,
        "saw": WORDS,
        "next_plan": "Try the last pull with shoes.",
        "for_family": "We practised the last pull. He found his own way to sit.",
        "state": "SIGNED",
        "by_id": visit.therapist_id,
        "voice": "THERAPIST",
        "saved_at": visit.starts_at,
        "signed_at": visit.starts_at + timedelta(hours=1),
        "shared_at": visit.starts_at + timedelta(hours=1),
        "digest": "0" * 64,
    }


def _thread(crowd: Crowd, number: int, at: datetime) -> dict[str, Any]:
    started = {
        "started_by": crowd.carers[number],
        "started_at": at,
        "last_message_at": crowd.at - timedelta(days=2),
    }
    about = {"about": "GENERAL", "title": "Mornings"}
    return {"child": crowd.children[number], "uuid": crowd.uuid(at), **about, **started}


def _members(crowd: Crowd, number: int, thread: Any) -> Iterable[dict[str, Any]]:
    for person, voice in ((crowd.carers[number], "FAMILY"), (crowd.therapist_of(number), "THERAPIST")):
        yield {"child": crowd.children[number], "thread": thread, "person": person, "voice": voice}


def _message(crowd: Crowd, number: int, thread: Any, turn: int) -> dict[str, Any]:
    """The family asks, the therapist answers, and so on; every tenth family waits for an answer."""
    at = crowd.at - timedelta(days=10 - 2 * turn)
    family = turn % 2 == 0 or (turn == MESSAGES - 1 and number % 10 == 0)
    by = crowd.carers[number] if family else crowd.therapist_of(number)
    sent = {"by": by, "voice": "FAMILY" if family else "THERAPIST", "sent_at": at, "arrived_at": at}
    return {
        "child": crowd.children[number],
        "thread": thread,
        "uuid": crowd.uuid(at),
        "words": "Could we try the shoes next week?",
        "quiet": False,
        **sent,
    }


def _entry(crowd: Crowd, number: int, placed: list[Any], day: int, at: datetime) -> dict[str, Any]:
    kind, felt, help_ = _KINDS[(number + day) % len(_KINDS)]
    placement = placed[number + (number + day) % len(_IDEAS) * len(crowd.children)]
    return {
        "uuid": crowd.uuid(at),
        "child": crowd.children[number],
        "placement": placement,
        "kind": kind,
        "felt": felt,
        "help": help_,
        "words": WORDS if day % 4 == 0 else "",
        "happened_at": at,
        "arrived_at": at,
        "zone": "Europe/London",
        "by": crowd.carers[number],
    }


def _look(crowd: Crowd, number: int, at: datetime) -> dict[str, Any]:
    child, carer = crowd.children[number], crowd.carers[number]
    who = {"person": carer.pk, "person_name": carer.name, "roles": "CARER_RESPONSIBLE"}
    return {
        "at": at,
        "kind": "READ",
        "doing": "parent.today",
        "clinic": child.clinic_id,
        "child": child.pk,
        **who,
    }
