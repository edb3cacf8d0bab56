"""Fills the part of a record that tells of days without, and of how the plan feels."""

from alongside.areas.practice import actions as practice
from alongside.core.barriers import Barrier
from alongside.core.capabilities import Capability
from alongside.core.moments import Kind
from tests.clock import AT
from tests.matrix.pen import Pen
from tests.matrix.world import either, may


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
