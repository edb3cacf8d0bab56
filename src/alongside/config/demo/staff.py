"""Who works at Willow House. The numbers are invented and of no register."""

from dataclasses import dataclass

from alongside.core.actors import MemberRole

ROOMS = ("Willow Room", "Kingfisher Room", "Larch Room")


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """A member of the team; ``valid_days`` counts from the day the demo is made."""

    key: str
    name: str
    role: MemberRole
    number: str = ""
    degree: str = ""
    words: str = ""
    valid_days: int = 0


STAFF = (
    Staff(key="olive", name="Olive Grant", role=MemberRole.OWNER),
    Staff(key="maria", name="Maria Silva", role=MemberRole.FRONT_DESK),
    Staff(
        key="hannah",
        name="Hannah Reid",
        role=MemberRole.THERAPIST,
        number="OT000101",
        degree="MSc Occupational Therapy",
        words="11 years with children. Likes mornings, zips and long walks with a slow dog.",
        valid_days=402,
    ),
    Staff(
        key="tom",
        name="Tom Adeyemi",
        role=MemberRole.THERAPIST,
        number="OT000102",
        degree="BSc (Hons) Occupational Therapy",
        words="6 years with children. Speaks Yoruba. Asks about sleep before anything else.",
        valid_days=266,
    ),
    Staff(
        key="bethan",
        name="Bethan Pryce",
        role=MemberRole.THERAPIST,
        number="OT000103",
        degree="PgDip Occupational Therapy",
        words="15 years with children. Speaks Welsh. Happiest outdoors and on bicycles.",
        valid_days=41,
    ),
    Staff(
        key="marek",
        name="Marek Nowak",
        role=MemberRole.THERAPIST,
        number="OT000104",
        degree="MOccTher Occupational Therapy",
        words="4 years with children. Speaks Polish. Draws small cards for big changes.",
        valid_days=588,
    ),
)
