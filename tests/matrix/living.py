"""Fills the part of a record that tells of days at home: with the idea, without it, and how the plan feels."""

from alongside.areas.practice import actions as practice
from alongside.core.barriers import Barrier
from alongside.core.capabilities import Capability
from alongside.core.moments import Help, Kind
from tests.clock import AT
from tests.matrix.pen import Pen
from tests.matrix.world import either, may


def told(pen: Pen) -> None:
    """A moment and something noticed, of three carers."""
    all_entries = may(pen.family.key, Capability.READ_ALL_ENTRIES)
    for role in ("carer", "other_carer", "restricted_carer"):
        own = pen.mine(role)
        reader = either(all_entries, own)
        acting = pen.family.people[role].actor(AT)
        name = "entry" if role == "carer" else f"entry_{role}"
        practice.record_entry(
            actor=acting,
            child=pen.child,
            placement=pen.family.objects["placement"],
            entry=pen.new(name),
            kind=Kind.TRIED,
            help=Help.A_LITTLE,
            words=pen.word(f"entry of {role}", reader),
            at=AT,
        )
        practice.notice(
            actor=acting,
            child=pen.child,
            noticing=pen.new(f"noticing_{role}"),
            words=pen.word(f"noticed by {role}", reader),
            at=AT,
        )


def lived(pen: Pen) -> None:
    """What got in the way, in words of three carers, and a weekly answer of each."""
    all_entries = may(pen.family.key, Capability.READ_ALL_ENTRIES)
    for role in ("carer", "other_carer", "restricted_carer"):
        said = {"actor": pen.family.people[role].actor(AT), "child": pen.child, "at": AT}
        entry = pen.new(f"without_{role}")
        about = {"placement": pen.family.objects["placement"], "entry": entry}
        practice.record_entry(**said, **about, kind=Kind.NOT_TODAY)
        words = pen.word(f"in the way of {role}", either(all_entries, pen.mine(role)))
        practice.keep_barriers(**said, entry=entry, barriers=(Barrier.OTHER,), words=words)
        practice.answer_pulse(**said, pulse=pen.new("pulse"), value=3)
