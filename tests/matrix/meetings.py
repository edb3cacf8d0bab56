"""Fills the part of a record that grows around visits: the visit itself, its note, talk and wins."""

from datetime import timedelta

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments.values import NoteDraft
from alongside.areas.conversation import actions as conversation
from alongside.areas.programme import actions as programme
from alongside.areas.programme.values import WishKind
from alongside.areas.wins import actions as wins
from alongside.core.capabilities import Capability
from tests.clock import AT
from tests.matrix.canaries import Visible
from tests.matrix.pen import Pen
from tests.matrix.world import OWN, may

# The first two live in a home each; what names no home is for the clinic and for whoever shares the writer's home.
CARERS = ("carer", "second_carer", "other_carer", "restricted_carer")


def visit(pen: Pen) -> None:
    made = pen.new("visit")
    visits, carers = may(pen.family.key, Capability.READ_VISITS), pen.mine(*CARERS)
    appointments.book_visit(
        actor=pen.therapist,
        child=pen.child,
        visit=made,
        therapist=pen.family.therapist.uuid,
        starts_at=AT,
        minutes=45,
        place_words=pen.word("place of the visit", lambda who: visits(who) and not carers(who)),
        at=AT,
    )
    team = Capability.READ_CLINICAL_NOTES
    family_side, others = may(pen.family.key, Capability.READ_FAMILY_NOTES), pen.mine(*CARERS[1:])
    appointments.add_agenda_item(
        actor=pen.carer,
        child=pen.child,
        visit=made,
        item=pen.new("item"),
        words=pen.word("to talk about", lambda who: family_side(who) and not others(who)),
        at=AT,
    )
    appointments.plan_item(
        actor=pen.therapist,
        child=pen.child,
        visit=made,
        item=pen.new("planned"),
        words=pen.word("planned", team),
        at=AT,
    )
    appointments.start_note(actor=pen.therapist, child=pen.child, visit=made, note=pen.new("note"), at=AT)
    draft = NoteDraft(
        version=1,
        did=pen.word("note: did", team),
        saw=pen.word("note: saw", team),
        next_plan=pen.word("note: next", team),
        for_family=pen.word("for the family", Capability.READ_FAMILY_NOTES),
    )
    appointments.sign_note(actor=pen.therapist, child=pen.child, visit=made, draft=draft, at=AT)


def wish(pen: Pen) -> None:
    """Another visit, and a wish to change it."""
    coming = pen.new("coming")
    appointments.book_visit(
        actor=pen.therapist,
        child=pen.child,
        visit=coming,
        therapist=pen.family.therapist.uuid,
        starts_at=AT + timedelta(days=7),
        minutes=45,
        at=AT,
    )
    visits, others = may(pen.family.key, Capability.READ_VISITS), pen.mine(*CARERS[1:])
    appointments.ask_to_change(
        actor=pen.carer,
        child=pen.child,
        visit=coming,
        request=pen.new("wish"),
        words=pen.word("wish to change", lambda who: visits(who) and not others(who)),
        at=AT,
    )


def talk(pen: Pen) -> None:
    readers = {
        "thread": ("carer", pen.mine("carer", "second_carer", "therapist")),
        "own_thread": ("other_carer", pen.mine("carer", "second_carer", "other_carer", "therapist")),
    }
    for name, (role, reader) in readers.items():
        acting = pen.family.people[role].actor(AT)
        thread, visible = pen.new(name), _with_same_clinic(pen, reader)
        conversation.start_thread(
            actor=acting, child=pen.child, thread=thread, title=pen.word(f"{name}: title", visible), at=AT
        )
        conversation.send_message(
            actor=acting,
            child=pen.child,
            thread=thread,
            message=pen.new("message"),
            words=pen.word(f"{name}: message", visible),
            at=AT,
        )


def _with_same_clinic(pen: Pen, reader: Visible) -> Visible:
    """Threads of the other families are read by their own carer and therapist, who act here as outsiders."""
    theirs = may(pen.family.key, Capability.READ_TALK)
    return reader if pen.family.key == OWN else theirs


def won(pen: Pen) -> None:
    wins.add_win(
        actor=pen.carer,
        child=pen.child,
        win=pen.new("win"),
        words=pen.word("win", Capability.READ_WINS),
        at=AT,
    )
    wins.say_why_hard(
        actor=pen.therapist,
        child=pen.child,
        win=pen.family.objects["win"],
        words=pen.word("why it was hard", Capability.READ_WINS),
        at=AT,
    )


def wish_for_week(pen: Pen) -> None:
    """What the therapist wants of the next planned week."""
    programme.wish_for_week(
        actor=pen.therapist,
        child=pen.child,
        wish=pen.new("plan_wish"),
        strategy="S09",
        kind=WishKind.PIN,
        words=pen.word("what the next plan keeps to", Capability.PROPOSE_PROGRAMME),
        at=AT,
    )
