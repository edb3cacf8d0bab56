"""One report by hand: what was signed, as the papers read it. The words are invented."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from alongside.areas.circle.values import By, Voice
from alongside.areas.review.values.reports import (
    ReportAdded,
    ReportComment,
    ReportKind,
    ReportSeen,
    ReportState,
)

AT = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
HANNAH = By(name="Hannah", voice=Voice.THERAPIST)
SAMIRA = By(name="Samira", voice=Voice.FAMILY)
_FIRST_DAY = date(2026, 9, 1)


def _points(first: int, values: list[float]) -> list[list[Any]]:
    return [
        [(_FIRST_DAY + timedelta(days=first + 2 * n)).isoformat(), value] for n, value in enumerate(values)
    ]


def goal(title: str = "Both socks on before school") -> dict[str, Any]:
    """One goal with its moments at home."""
    return {
        "goal": str(UUID(int=5)),
        "title": title,
        "sentence": "Idris will put on both socks on school mornings, on 4 of 5 mornings, by 18 December.",
        "family_words": "",
        "priority": "I want mornings where nobody cries before school.",
        "steps": ["Helps pull", "The last pull is his", "Both socks", "Socks and shoes", "Dresses alone"],
        "state": "AGREED",
        "version": 1,
        "agreed_on": "2026-09-04",
        "closed_words": "",
        "review_on": "2026-12-18",
        "level": {
            "first": "-2",
            "now": "-1",
            "first_words": "where we started",
            "now_words": "on the way",
            "step": 2,
        },
        "seen": [
            {
                "rater": "PARENT",
                "by": "Samira",
                "step": 3,
                "level": "0",
                "on": "2026-11-18",
                "words": "He does it.",
            },
            {"rater": "THERAPIST", "by": "Hannah", "step": 2, "level": "-1", "on": "2026-11-19", "words": ""},
        ],
        "counted": {
            "what": "socks on by himself",
            "times": 14,
            "by": ["Samira"],
            "says": "Going up, and still early.",
            "counts": "4 of 5 mornings lately, 1 of 5 at first.",
            "compared": "Higher in 92 of 100 comparisons. It could be anything from 60 to 99.",
            "cautions": [],
        },
        "home": {
            "moments": 21,
            "days": 18,
            "help_known": 16,
            "trend": "UP_EARLY",
            "says": "Going up, and still early.",
            "counts": "With a little help or less on 6 of 8 days lately, 2 of 8 at first.",
            "then_now": [
                {"week": "2026-09-07", "by_self": 0, "known": 3, "help": "A_LOT"},
                {"week": "2026-11-09", "by_self": 1, "known": 4, "help": "A_LITTLE"},
            ],
            "chart": {
                "before": _points(0, [1.0, 1.0, 0.0, 1.0]),
                "after": _points(10, [1.0, 2.0, 2.0, 1.0, 2.0, 3.0, 2.0, 3.0, 3.0, 4.0, 3.0, 3.0]),
                "changes": [["2026-09-10", "Last pull is his: shared"]],
                "overlap": {"of_100": 92, "low": 60, "high": 99, "before": 4, "after": 12, "cautions": []},
            },
        },
    }


def content(kind: ReportKind = ReportKind.PROGRESS) -> dict[str, Any]:
    """An ordinary report: two goals, three strengths, two findings, three ideas."""
    strength = {
        "area": "Play",
        "where": "",
        "with_help": "",
        "priority": "",
        "icf": "",
        "by": "Hannah",
        "on": "2026-09-03",
    }
    finding = {
        **strength,
        "area": "Getting dressed",
        "where": "in the hall",
        "with_help": "with one word from Samira",
    }
    idea = {
        "routine": "morning.dress",
        "when": "Getting dressed",
        "words_that_help": "Your turn",
        "minutes": 3,
        "goal": "",
        "careful": [],
    }
    return {
        "layout": 1,
        "report": str(UUID(int=1)),
        "kind": kind.value,
        "language": "en",
        "period": {"from": "2026-09-01", "until": "2026-11-20"},
        "words": {
            "family_opening": "Thank you for letting us in. We met six times since September.",
            "family_next": "We keep the last pull. Hannah looks at shoes with you on 4 December.",
            "reason": "Samira and Karim asked how mornings can be calmer.",
            "consent": "Samira agreed to this report and to sharing it with school on 2 November.",
            "analysis": "He plans best when he sees the whole row of clothes. Noise in the hall makes it harder.",
            "child_view": "He says: the sock is a monster and I feed it my foot.",
            "recommendations": "Go on for six weeks with the same ideas.",
        },
        "signed": {
            "name": "Hannah Reid",
            "person": str(UUID(int=9)),
            "at": "2026-11-20T15:00:00+00:00",
            "on": "2026-11-20",
            "credentials": [{"register": "HCPC", "number": "OT000000", "degree": "BSc (Hons)"}],
        },
        "child": {
            "name": "Idris Osman",
            "short_name": "Idris",
            "born_on": "2020-07-14",
            "likes": "Dinosaurs",
            "dislikes": "Seams",
            "languages": "English, Arabic",
            "lives_with": "Samira and Karim",
            "school": "Year 1",
        },
        "clinic": {"name": "Willow House", "phone": "01632 960123", "email": "hello@willow.example"},
        "team": ["Hannah Reid"],
        "visits": ["2026-09-03", "2026-10-01", "2026-11-05"],
        "story": {
            "by": "Samira",
            "ordinary_day": "We run late, and then we shout.",
            "hopes": "A calm door.",
            "good_at": "He knows every dinosaur.",
            "anything_else": "",
        },
        "asked": [
            {
                "words": "I want mornings where nobody cries before school.",
                "by": "Samira",
                "voice": "FAMILY",
                "rank": 1,
                "answer": "There were tears on two mornings of the last ten. You found a way that is kind.",
                "first": {"importance": 9, "going": 3, "happy": 2},
                "latest": {"importance": 9, "going": 6, "happy": 6},
            },
            {
                "words": "I want to be fast.",
                "by": "Idris",
                "voice": "CHILD",
                "rank": 2,
                "answer": "",
                "first": None,
                "latest": None,
            },
        ],
        "moved": {"going": "3", "happy": "4", "rated": 1, "of": 2},
        "strengths": [
            {**strength, "does": "He starts again after a break"},
            {**strength, "does": "He makes us laugh"},
            {**strength, "does": "He waits for his sister"},
        ],
        "findings": [
            {**finding, "does": "He pulls the sock over his toes", "icf": "d5402"},
            {
                **finding,
                "does": "He stops when the hall is loud",
                "icf": "b1564",
                "area": "Sensory sensitivities",
            },
        ],
        "goals": [goal(), goal("Getting through a change of plan")],
        "attainment": {
            "convention": "B2_WITH_MINUS_3",
            "first": "27.7",
            "now": "38.9",
            "moved": "11.2",
            "goals": 2,
            "of": 2,
            "weighed": False,
        },
        "ideas": [
            {**idea, "title": "Last pull is his", "what": "You do the heel. Idris finishes."},
            {**idea, "title": "Clothes in a row", "what": "Lay them out the night before."},
        ],
        "resting": [],
        "minutes": {"asked": 6, "given": 15},
        "changes": [{"on": "2026-09-10", "idea": "Last pull is his", "what": "shared", "by": "Hannah"}],
        "changed": 1,
        "scores": [
            {
                "instrument": "A questionnaire",
                "edition": "2nd",
                "form": "Form for parents and carers",
                "on": "2026-09-20",
                "age": "6;2",
                "who": "Samira",
                "norm_table": "2019",
                "departures": "",
                "scales": [
                    {
                        "name": "Planning",
                        "type": "T score",
                        "score": "38",
                        "interval": "33 to 43 (90%, as printed)",
                        "category": "typical",
                    }
                ],
            }
        ],
        "quotes": [
            {
                "words": "He did it and ran to show his dad.",
                "by": "Samira",
                "voice": "FAMILY",
                "on": "2026-11-10",
            }
        ],
    }


def report(kind: ReportKind = ReportKind.PROGRESS, **changed: Any) -> ReportSeen:
    """The same report as a row tells it: signed and shared, with nothing beside it yet."""
    whole = ReportSeen(
        uuid=UUID(int=1),
        kind=kind,
        state=ReportState.SIGNED,
        version=3,
        from_on=_FIRST_DAY,
        until_on=AT.date(),
        words={},
        answers={},
        quotes=frozenset(),
        scores=frozenset(),
        by=HANNAH,
        saved_at=AT,
        signed_at=AT,
        digest="ab" * 32,
        intact=True,
        content=content(kind),
        shared_at=AT,
        closed_at=None,
        additions=(),
        comments=(),
    )
    return replace(whole, **changed)


COMMENT = ReportComment(
    uuid=UUID(int=2),
    words="It is true. The evenings are another story.",
    by=SAMIRA,
    at=AT + timedelta(days=1),
    corrected=False,
    digest="cd" * 32,
    intact=True,
    is_mine=False,
)
ADDED = ReportAdded(
    uuid=UUID(int=3), words="School asked for a copy on 23 November.", by=HANNAH, at=AT + timedelta(days=3)
)
