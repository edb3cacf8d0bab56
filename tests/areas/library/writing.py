"""An idea as a therapist might write it."""

from alongside.areas.library.values import (
    Evidence,
    Frequency,
    Light,
    SafetyNote,
    Skill,
    StrategyDraft,
    Supervision,
    Way,
    WordsDraft,
)


def idea(**more):
    """An idea in order; ``more`` says some parts otherwise."""
    told = {
        "name": "Towel rides",
        "summary": "Your child pulls teddy across the floor on a towel.",
        "words_that_help": "Off we go. Where next?",
        "notice": "Which hand pulls",
        "routine": "play.indoor",
        "domain": "gross_motor",
        "age_from": 3,
        "age_to": 8,
        "minutes": 5,
        "frequency": Frequency(times_min=1, times_max=3, per="week", note=""),
        "steps": ("Put teddy on a towel.", "Hold the end with two hands.", "Pull to the door."),
        "easier": (
            Way(knob="material", words="Use a smaller towel."),
            Way(knob="help", words="Pull with them."),
        ),
        "harder": (
            Way(knob="time", words="Ride for two minutes."),
            Way(knob="items", words="Take two more toys."),
        ),
        "skills": (Skill(name="two hands together", icf="b7602"),),
        "evidence": Evidence(
            light=Light.UNRATED,
            approach="Play",
            statement="Not rated.",
            source="Our own",
            checked_on="2026-11-01",
            indication="Play",
        ),
        "supervision": Supervision(level="NEARBY", note="", rules=(("<4", "SIGHT"),)),
        "safety": (SafetyNote(code="slip", note="Dry floor."),),
        "attention": "nearby",
        "materials": ("towel",),
        "also": ("after_school",),
        "also_domains": ("play",),
        "tasks": ("d445",),
        "position": ("moving",),
        "sensory": ("proprioceptive:alerting",),
        "tags": ("pretend",),
    }
    return StrategyDraft(**told | more)


def words(**more):
    """The same in Turkish."""
    told = {
        "name": "Havlu gezisi",
        "summary": "Çocuğunuz ayıcığı havluyla çeker.",
        "words_that_help": "Hadi gidelim.",
        "notice": "Hangi el çekiyor",
        "steps": ("Ayıcığı koyun.", "İki elle tutun.", "Kapıya çekin."),
        "easier": ("Küçük havlu.", "Birlikte çekin."),
        "harder": ("İki dakika.", "İki oyuncak daha."),
    }
    return WordsDraft(**told | more)
