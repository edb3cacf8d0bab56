"""How long an ordinary report takes on paper, in a process that has made some already. No two of them are alike."""

import json
import random
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import django

WARM_UP, TIMES = 8, 40
_FIRST_DAY = date(2026, 9, 1)
_WORDS = "He turns the heel himself and waits for the last pull before he runs to the door to show his dad. "


def main() -> None:
    """Print the milliseconds of one report: processor time, the middle and nearly the slowest."""
    django.setup()
    make = _maker(random.Random(17))  # noqa: S311  # papers that repeat, no secrets
    for _ in range(WARM_UP):
        make()
    cpu = time.process_time()
    took = sorted(_milliseconds(make) for _ in range(TIMES))
    cpu = (time.process_time() - cpu) * 1000 / TIMES
    told = {"cpu": cpu, "p50": statistics.median(took), "p95": took[int(TIMES * 0.95)]}
    json.dump(told, sys.stdout)


def _milliseconds(make: Callable[[], object]) -> float:
    began = time.perf_counter()
    make()
    return (time.perf_counter() - began) * 1000


def _maker(dice: random.Random) -> Callable[[], object]:
    """Makes the professional version of a report that was not made before: the longer of the two, with its charts."""
    from alongside.areas.circle.values import By, Voice
    from alongside.areas.review.reports.paper.build import build
    from alongside.areas.review.values.reports import Reader, ReportKind, ReportSeen, ReportState
    from alongside.faces.common.paper_charts import goal_chart

    at = datetime(2026, 11, 20, 15, tzinfo=UTC)

    def make() -> object:
        seen = ReportSeen(
            uuid=UUID(int=dice.getrandbits(128)),
            kind=ReportKind.PROGRESS,
            state=ReportState.SIGNED,
            version=1,
            from_on=_FIRST_DAY,
            until_on=at.date(),
            words={},
            answers={},
            quotes=frozenset(),
            scores=frozenset(),
            by=By(name="Hannah", voice=Voice.THERAPIST),
            saved_at=at,
            signed_at=at,
            digest=f"{dice.getrandbits(256):064x}",
            intact=True,
            content=content(dice),
            shared_at=at,
            closed_at=None,
            additions=(),
            comments=(),
        )
        return build(seen, seen.content or {}, Reader.PROFESSIONAL, draw=goal_chart)

    return make


def content(dice: random.Random) -> dict[str, Any]:
    """An ordinary report: three goals with sixty days each, a page of words, findings, ideas, and one instrument."""
    finding = {
        "area": "Getting dressed",
        "where": "in the hall",
        "with_help": "one word",
        "icf": "d540",
        "on": "2026-09-03",
    }
    asked = {"by": "Samira", "answer": _some(dice), "latest": {"importance": 9, "going": 6, "happy": 6}}
    idea = {"when": "Morning", "what": _some(dice), "careful": [], "title": "Last pull"}
    return {
        "kind": "PROGRESS",
        "language": "en",
        "period": {"from": "2026-09-01", "until": "2026-11-20"},
        "words": {
            code: f"{_some(dice)}\n{_some(dice)}" for code in ("reason", "analysis", "recommendations")
        },
        "signed": {"name": "Hannah Reid", "on": "2026-11-20", "credentials": []},
        "child": dict.fromkeys(("likes", "dislikes", "languages", "lives_with", "school"), _some(dice))
        | {"name": _name(dice), "short_name": "Idris", "born_on": "2020-07-14"},
        "clinic": {"name": "Willow House"},
        "team": ["Hannah Reid"],
        "visits": ["2026-09-03", "2026-10-01", "2026-11-05"],
        "story": {"by": "Samira", "ordinary_day": _some(dice), "hopes": _some(dice)},
        "asked": [asked | {"words": _some(dice), "first": asked["latest"]} for _ in range(3)],
        "moved": None,
        "strengths": [finding | {"does": _some(dice)} for _ in range(4)],
        "findings": [finding | {"does": _some(dice)} for _ in range(4)],
        "scores": [],
        "goals": [_goal(dice) for _ in range(3)],
        "attainment": {},
        "ideas": [idea | {"title": _name(dice)} for _ in range(4)],
        "minutes": {"asked": 12, "given": 15},
        "changes": [
            {"on": "2026-09-20", "idea": _name(dice), "what": "shared", "by": "Hannah"} for _ in range(6)
        ],
        "changed": 6,
        "quotes": [{"words": _some(dice), "by": "Samira", "on": "2026-11-10"} for _ in range(2)],
    }


def _goal(dice: random.Random) -> dict[str, Any]:
    days = [(_FIRST_DAY + timedelta(days=number)).isoformat() for number in range(60)]
    points = [[day, float(dice.randrange(5))] for day in days]
    level = {
        "first": "-2",
        "now": "-1",
        "first_words": "where we started",
        "now_words": "on the way",
        "step": 2,
    }
    overlap = {
        "of_100": dice.randrange(100),
        "low": 20,
        "high": 99,
        "before": 20,
        "after": 40,
        "cautions": [],
    }
    chart = {
        "before": points[:20],
        "after": points[20:],
        "changes": [[days[20], "shared"]],
        "overlap": overlap,
    }
    home = {
        "moments": 70,
        "days": 60,
        "help_known": 60,
        "says": _some(dice),
        "counts": "",
        "then_now": [],
        "chart": chart,
    }
    return {
        "title": _name(dice), "sentence": _some(dice), "priority": _some(dice), "agreed_on": "2026-09-04",
        "closed_words": "", "review_on": "2026-12-18", "seen": [], "level": level, "home": home,
        "steps": [_some(dice) for _ in range(5)],
    }  # fmt: skip


def _some(dice: random.Random) -> str:
    words = _WORDS.split()
    return " ".join(dice.sample(words, len(words)))


def _name(dice: random.Random) -> str:
    return " ".join(dice.sample(_WORDS.split(), 3)).capitalize()


if __name__ == "__main__":
    main()
