"""The table of rights: who may do what in a child's record. Default deny; an explicit deny beats every grant.

Every capability names the roles that hold it. A role that is not named is refused. A restricted carer holds
only what was named for that person, and only from the capabilities marked ``nameable``.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """A person's standing towards one child at one moment."""

    ASSIGNED_THERAPIST = "ASSIGNED_THERAPIST"
    CLINIC_THERAPIST = "CLINIC_THERAPIST"
    FRONT_DESK = "FRONT_DESK"
    OWNER = "OWNER"
    CARER_RESPONSIBLE = "CARER_RESPONSIBLE"
    CARER_OTHER = "CARER_OTHER"
    CARER_RESTRICTED = "CARER_RESTRICTED"


class Capability(StrEnum):
    """One thing that can be done in a child's record. READ_ ones look, the others change something."""

    READ_NAME = "READ_NAME"
    READ_VISITS = "READ_VISITS"
    BOOK_VISITS = "BOOK_VISITS"
    ASK_TO_CHANGE_VISIT = "ASK_TO_CHANGE_VISIT"
    READ_CONTACT = "READ_CONTACT"
    WRITE_OWN_CONTACT = "WRITE_OWN_CONTACT"
    READ_STORY = "READ_STORY"
    WRITE_STORY = "WRITE_STORY"
    READ_FINDINGS = "READ_FINDINGS"
    READ_UNSHARED_FINDINGS = "READ_UNSHARED_FINDINGS"
    WRITE_FINDINGS = "WRITE_FINDINGS"
    READ_CLINICAL_NOTES = "READ_CLINICAL_NOTES"
    WRITE_CLINICAL_NOTES = "WRITE_CLINICAL_NOTES"
    READ_FAMILY_NOTES = "READ_FAMILY_NOTES"
    READ_REPORTS = "READ_REPORTS"
    COMMENT_ON_REPORTS = "COMMENT_ON_REPORTS"
    READ_GOALS = "READ_GOALS"
    PROPOSE_GOALS = "PROPOSE_GOALS"
    AGREE_GOALS = "AGREE_GOALS"
    READ_PROGRAMME = "READ_PROGRAMME"
    PROPOSE_PROGRAMME = "PROPOSE_PROGRAMME"
    SHARE_PROGRAMME = "SHARE_PROGRAMME"
    AGREE_PROGRAMME = "AGREE_PROGRAMME"
    LIGHTEN_PROGRAMME = "LIGHTEN_PROGRAMME"
    READ_ALL_ENTRIES = "READ_ALL_ENTRIES"
    READ_OWN_ENTRIES = "READ_OWN_ENTRIES"
    WRITE_ENTRIES = "WRITE_ENTRIES"
    READ_TALK = "READ_TALK"
    WRITE_TALK = "WRITE_TALK"
    READ_WINS = "READ_WINS"
    ADD_WINS = "ADD_WINS"
    CONFIRM_WINS = "CONFIRM_WINS"
    READ_SAFETY = "READ_SAFETY"
    PROPOSE_SAFETY = "PROPOSE_SAFETY"
    WRITE_SAFETY = "WRITE_SAFETY"
    OVERRIDE_SAFETY = "OVERRIDE_SAFETY"
    READ_CIRCLE = "READ_CIRCLE"
    PROPOSE_TO_CIRCLE = "PROPOSE_TO_CIRCLE"
    INVITE = "INVITE"
    RESTRICT = "RESTRICT"
    READ_TRAIL = "READ_TRAIL"
    LEAD_REVIEW = "LEAD_REVIEW"
    SAY_GOODBYE = "SAY_GOODBYE"

    @property
    def is_read(self) -> bool:
        """Whether this only looks."""
        return self.value.startswith("READ_")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """Who holds a capability, whether it can be named for a restricted carer, and what a refused person reads."""

    roles: frozenset[Role]
    reason: str
    nameable: bool = False
    always_restricted: bool = field(default=False)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why not, in words for the person who asked."""

    sentence: str


_T, _C, _F, _O = Role.ASSIGNED_THERAPIST, Role.CLINIC_THERAPIST, Role.FRONT_DESK, Role.OWNER
_P, _S = Role.CARER_RESPONSIBLE, Role.CARER_OTHER
_TEAM_ONLY = "Only the therapist who looks after this child can do this."
_CLINICAL = "Only the family and their own therapist can see this."
_NOTES = "Clinical notes stay with the child’s own therapist."
_CARER_SAYS = "This is for the grown-ups who are responsible for this child."
_NOT_SHARED = "This part is not shared with you. You can ask the clinic why."
_FAMILY_WRITES = "Only the family writes here."
GOODBYE = Reason("We have said goodbye here. Everything stays yours to read. Ring us to begin again.")


def _grant(*roles: Role, reason: str, nameable: bool = False, always_restricted: bool = False) -> Grant:
    return Grant(
        roles=frozenset(roles), reason=reason, nameable=nameable, always_restricted=always_restricted
    )


TABLE: dict[Capability, Grant] = {
    Capability.READ_NAME: _grant(_T, _C, _F, _O, _P, _S, reason=_NOT_SHARED, always_restricted=True),
    Capability.READ_VISITS: _grant(_T, _F, _O, _P, _S, reason=_NOT_SHARED, nameable=True),
    Capability.BOOK_VISITS: _grant(_T, _F, _O, reason="The clinic books visits. You can ask for a change."),
    Capability.ASK_TO_CHANGE_VISIT: _grant(_P, reason=_CARER_SAYS),
    Capability.READ_CONTACT: _grant(_T, _F, _O, _P, _S, reason=_NOT_SHARED, always_restricted=True),
    Capability.WRITE_OWN_CONTACT: _grant(_P, _S, reason=_FAMILY_WRITES, always_restricted=True),
    Capability.READ_STORY: _grant(_T, _P, _S, reason=_CLINICAL, nameable=True),
    Capability.WRITE_STORY: _grant(_T, _P, reason=_CARER_SAYS),
    Capability.READ_FINDINGS: _grant(_T, _P, reason=_CLINICAL, nameable=True),
    Capability.READ_UNSHARED_FINDINGS: _grant(_T, reason=_TEAM_ONLY),
    Capability.WRITE_FINDINGS: _grant(_T, reason=_TEAM_ONLY),
    Capability.READ_CLINICAL_NOTES: _grant(_T, reason=_NOTES),
    Capability.WRITE_CLINICAL_NOTES: _grant(_T, reason=_NOTES),
    Capability.READ_FAMILY_NOTES: _grant(_T, _P, _S, reason=_CLINICAL, nameable=True),
    # A report tells of the whole family and cannot be read in part, so it is never named for a restricted carer.
    Capability.READ_REPORTS: _grant(_T, _P, reason=_CLINICAL),
    Capability.COMMENT_ON_REPORTS: _grant(_P, reason=_CARER_SAYS),
    Capability.READ_GOALS: _grant(_T, _P, _S, reason=_CLINICAL, nameable=True),
    Capability.PROPOSE_GOALS: _grant(_T, _P, reason=_CARER_SAYS),
    Capability.AGREE_GOALS: _grant(_T, _P, reason=_CARER_SAYS),
    Capability.READ_PROGRAMME: _grant(_T, _P, _S, reason=_CLINICAL, nameable=True),
    Capability.PROPOSE_PROGRAMME: _grant(_T, reason=_TEAM_ONLY),
    Capability.SHARE_PROGRAMME: _grant(_T, reason=_TEAM_ONLY),
    Capability.AGREE_PROGRAMME: _grant(_P, reason=_CARER_SAYS),
    Capability.LIGHTEN_PROGRAMME: _grant(_T, _P, reason=_CARER_SAYS),
    Capability.READ_ALL_ENTRIES: _grant(_T, _P, reason=_CLINICAL),
    Capability.READ_OWN_ENTRIES: _grant(_T, _P, _S, reason=_CLINICAL, nameable=True),
    Capability.WRITE_ENTRIES: _grant(_P, _S, reason=_FAMILY_WRITES, nameable=True),
    Capability.READ_TALK: _grant(_T, _P, _S, reason=_CLINICAL, always_restricted=True),
    Capability.WRITE_TALK: _grant(_T, _P, _S, reason=_CLINICAL, always_restricted=True),
    Capability.READ_WINS: _grant(_T, _P, _S, reason=_CLINICAL, nameable=True),
    Capability.ADD_WINS: _grant(_T, _P, _S, reason=_CLINICAL, nameable=True),
    Capability.CONFIRM_WINS: _grant(_T, _P, reason=_CARER_SAYS),
    Capability.READ_SAFETY: _grant(_T, _P, reason=_CLINICAL),
    Capability.PROPOSE_SAFETY: _grant(_T, _P, reason=_CARER_SAYS),
    Capability.WRITE_SAFETY: _grant(_T, reason=_TEAM_ONLY),
    Capability.OVERRIDE_SAFETY: _grant(_T, reason=_TEAM_ONLY),
    Capability.READ_CIRCLE: _grant(_T, _F, _O, _P, _S, reason=_NOT_SHARED),
    Capability.PROPOSE_TO_CIRCLE: _grant(_P, reason=_CARER_SAYS),
    Capability.INVITE: _grant(_T, _F, _O, reason="The clinic sends invitations. You can propose a person."),
    Capability.RESTRICT: _grant(_T, reason=_TEAM_ONLY),
    Capability.READ_TRAIL: _grant(_T, _O, _P, reason=_NOT_SHARED),
    Capability.LEAD_REVIEW: _grant(_T, reason=_TEAM_ONLY),
    Capability.SAY_GOODBYE: _grant(_T, reason=_TEAM_ONLY),
}

# After a goodbye everything stays readable. Of the rest only who is in the circle and how to reach them still
# changes, and the record can be opened again.
AFTER_GOODBYE: frozenset[Capability] = frozenset(
    {Capability.SAY_GOODBYE, Capability.WRITE_OWN_CONTACT, Capability.INVITE, Capability.RESTRICT}
)
NAMEABLE: frozenset[Capability] = frozenset(c for c, grant in TABLE.items() if grant.nameable)


def decide(
    roles: frozenset[Role], capability: Capability, named: frozenset[Capability] = frozenset()
) -> Reason | None:
    """None when allowed, else the reason.

    ``roles`` are all standings of one person towards one child; ``named`` is what the clinic named for a
    restricted carer. A restriction is an explicit deny: it beats every other role the person holds.
    """
    grant = TABLE[capability]
    if Role.CARER_RESTRICTED in roles:
        may = grant.always_restricted or (grant.nameable and capability in named)
        return None if may else Reason(_NOT_SHARED)
    return None if roles & grant.roles else Reason(grant.reason)
