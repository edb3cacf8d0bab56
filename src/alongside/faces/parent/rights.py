"""The table of rights and the trail, in a family's words."""

from django.utils.translation import gettext as _

from alongside.areas.circle.values import Grownup, PlaceKind
from alongside.areas.trail.values import Kind, Look
from alongside.core.capabilities import Capability, Role, decide
from alongside.core.words import gettext_noop

PARTS = {
    Capability.READ_PROGRAMME: gettext_noop("the plan"),
    Capability.READ_GOALS: gettext_noop("goals"),
    Capability.READ_ALL_ENTRIES: gettext_noop("every moment"),
    Capability.READ_OWN_ENTRIES: gettext_noop("their own moments"),
    Capability.READ_WINS: gettext_noop("wins"),
    Capability.READ_VISITS: gettext_noop("visits"),
    Capability.READ_STORY: gettext_noop("your story"),
    Capability.READ_FINDINGS: gettext_noop("what was noticed"),
    Capability.READ_FAMILY_NOTES: gettext_noop("notes for the family"),
    Capability.READ_REPORTS: gettext_noop("reports"),
    Capability.READ_SAFETY: gettext_noop("safety"),
    Capability.READ_CLINICAL_NOTES: gettext_noop("session notes"),
    Capability.READ_TALK: gettext_noop("talk they are part of"),
}

ROLES = {
    Role.ASSIGNED_THERAPIST: gettext_noop("therapist"),
    Role.CLINIC_THERAPIST: gettext_noop("therapist of the clinic"),
    Role.FRONT_DESK: gettext_noop("front desk"),
    Role.OWNER: gettext_noop("owner of the clinic"),
    Role.CARER_RESPONSIBLE: gettext_noop("family"),
    Role.CARER_OTHER: gettext_noop("family"),
    Role.CARER_RESTRICTED: gettext_noop("family"),
}

# What was looked at or changed: the second part of the name of a page, else the first of an action.
PLACES = {
    "start": gettext_noop("the first page"),
    "today": gettext_noop("Today"),
    "record": gettext_noop("moments"),
    "practice": gettext_noop("moments"),
    "notice": gettext_noop("what was noticed at home"),
    "idea": gettext_noop("an idea"),
    "programme": gettext_noop("the plan"),
    "plan": gettext_noop("the plan"),
    "family_plan": gettext_noop("the plan"),
    "family_plan_pdf": gettext_noop("the plan"),
    "paper": gettext_noop("the plan"),
    "paper_card": gettext_noop("the plan"),
    "paper_school": gettext_noop("the plan"),
    "paper_schedule": gettext_noop("the plan"),
    "goal": gettext_noop("a goal"),
    "goals": gettext_noop("a goal"),
    "story": gettext_noop("the story"),
    "matters": gettext_noop("what matters most"),
    "canvas": gettext_noop("the family’s week"),
    "homes": gettext_noop("the homes"),
    "family_week": gettext_noop("the family’s week"),
    "talk": gettext_noop("Talk"),
    "thread": gettext_noop("Talk"),
    "ask": gettext_noop("Talk"),
    "new_goal": gettext_noop("a goal"),
    "conversation": gettext_noop("Talk"),
    "wins": gettext_noop("wins"),
    "visits": gettext_noop("visits"),
    "appointments": gettext_noop("visits"),
    "calendar": gettext_noop("visits"),
    "visit_file": gettext_noop("visits"),
    "calendars": gettext_noop("visits, by a calendar link"),
    "notices": gettext_noop("visits, for a letter"),
    "note": gettext_noop("a session note"),
    "findings": gettext_noop("what was noticed"),
    "evaluation": gettext_noop("what was noticed"),
    "circle": gettext_noop("the circle"),
    "family": gettext_noop("the circle"),
    "who_looked": gettext_noop("this list"),
    "child": gettext_noop("the child’s page"),
    "correct": gettext_noop("moments"),
    "change_goal": gettext_noop("a goal"),
    "rate": gettext_noop("what matters most"),
    "add_win": gettext_noop("wins"),
    "agenda": gettext_noop("visits"),
    "ask_to_change": gettext_noop("visits"),
    "propose_person": gettext_noop("the circle"),
    "propose_safety": gettext_noop("safety"),
    "reports": gettext_noop("reports"),
    "report": gettext_noop("a report"),
    "report_pdf": gettext_noop("a report"),
    "report_family_pdf": gettext_noop("a report"),
    "say_beside": gettext_noop("a report"),
    "why_idea": gettext_noop("why an idea is in the plan"),
    "why_goal": gettext_noop("why a goal is in the plan"),
    "golden_thread": gettext_noop("what hangs together in the plan"),
    "loose_ends": gettext_noop("what is not tied to a goal yet"),
    "handover": gettext_noop("one thing for the week"),
    "okay_rest": gettext_noop("the plan"),
    "review": gettext_noop("looking back together"),
    "look_back": gettext_noop("looking back together"),
    "review_view": gettext_noop("looking back together"),
    "move_review": gettext_noop("looking back together"),
    "decide_goal": gettext_noop("looking back together"),
    "decide_ahead": gettext_noop("looking back together"),
}
DID = {
    Kind.READ: gettext_noop("looked at %(place)s"),
    Kind.WRITE: gettext_noop("wrote in %(place)s"),
    Kind.DENIED: gettext_noop("asked for %(place)s and was not let in"),
}


def what_they_see(person: Grownup) -> str:
    """What somebody of the circle may read, from the table of rights."""
    named = frozenset(person.named)
    seen = [part for part in PARTS if decide(frozenset({_role(person)}), part, named) is None]
    if Capability.READ_ALL_ENTRIES in seen:
        seen.remove(Capability.READ_OWN_ENTRIES)
    return _("Sees %(parts)s.") % {"parts": ", ".join(_(PARTS[part]) for part in seen)}


def did(look: Look) -> str:
    """One line of the trail in words."""
    face, _dot, name = look.doing.partition(".")
    is_page = face in {"parent", "therapist", "desk", "public"}
    place = PLACES.get(name if is_page else face, gettext_noop("the record"))
    return _(DID[look.kind]) % {"place": _(place)}


def roles(look: Look) -> str:
    """As what somebody looked."""
    held = [Role(role) for role in look.roles.split(",") if role in set(Role)]
    if Role.ASSIGNED_THERAPIST in held:
        held = [role for role in held if role is not Role.CLINIC_THERAPIST]
    return ", ".join(dict.fromkeys(_(ROLES[role]) for role in held))


def _role(person: Grownup) -> Role:
    if person.kind is PlaceKind.THERAPIST:
        return Role.ASSIGNED_THERAPIST
    if person.restricted:
        return Role.CARER_RESTRICTED
    return Role.CARER_RESPONSIBLE if person.responsible else Role.CARER_OTHER
