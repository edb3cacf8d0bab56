"""What visits ask of therapists, children, rooms and grown-ups, and whether it is free.

Looking decides nothing: it words the refusal, and chooses a lane. The constraint of the cells is the guarantee.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext

from alongside.areas.appointments.models import Visit, VisitCell
from alongside.areas.appointments.values import CellKind
from alongside.core.cells import CELL_MINUTES, cells_of
from alongside.core.recurrence import zone_kept
from alongside.core.refusals import Refusal
from alongside.core.words import gettext_noop

_SAID_AT_MOST = 5
EVERYTHING = frozenset(CellKind)
THE_CLINICS = frozenset({CellKind.THERAPIST, CellKind.ROOM})
THE_FAMILYS = frozenset({CellKind.CHILD, CellKind.CARER})


class SlotTaken(Refusal):
    """Another visit holds this time of the therapist, the child, the room or the grown-up who comes."""

    sentence = gettext_noop("That time has just been taken. Please choose another.")

    def __init__(self, sentence: str | None = None, *, starts: tuple[datetime, ...] = ()) -> None:
        super().__init__(sentence)
        self.starts = starts


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What visits ask for beside their own rows: further therapists, and the grown-ups of whom one can come."""

    colleagues: tuple[int, ...] = ()
    carers: tuple[int, ...] = ()
    kinds: frozenset[CellKind] = EVERYTHING


PLAIN = Asked()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Cells that a visit wants of one of these resources, in one of so many lanes."""

    visit: Visit
    kind: CellKind
    of: tuple[int, ...]
    cells: range
    lanes: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A claim that found its resource and its lane."""

    claim: Claim
    resource: int
    lane: int


@dataclass(slots=True)
class _Taken:
    """Which lanes of which cells are gone."""

    lanes: dict[tuple[CellKind, int, int], set[int]] = field(default_factory=dict)

    def add(self, kind: CellKind, resource: int, cell: int, lane: int) -> None:
        self.lanes.setdefault((kind, resource, cell), set()).add(lane)

    def free_lane(self, claim: Claim, resource: int) -> int | None:
        """The first lane that is free for all cells. A room may hold fewer by now than those who stand in it."""
        used: set[int] = set()
        for cell in claim.cells:
            used |= self.lanes.get((claim.kind, resource, cell), set())
        if len(used) >= claim.lanes:
            return None
        return next(lane for lane in range(claim.lanes) if lane not in used)


def after(visit: Visit) -> int:
    """Minutes that the therapist keeps free afterwards."""
    return visit.buffer_after + visit.travel_after


def therapist_cells(visit: Visit) -> range:
    """The cells of the therapist: the visit, the time to write and tidy, and the way to the next place."""
    cells = cells_of(visit.starts_at, visit.minutes)
    return range(cells.start, cells.stop + -(-after(visit) // CELL_MINUTES))


def claims_of(visit: Visit, asked: Asked) -> tuple[Claim, ...]:
    """What a visit wants, in the order of the locks."""
    cells = cells_of(visit.starts_at, visit.minutes)
    therapists, theirs = (visit.therapist_id, *asked.colleagues), therapist_cells(visit)
    claims = [Claim(visit=visit, kind=CellKind.THERAPIST, of=(one,), cells=theirs) for one in therapists]
    claims.append(Claim(visit=visit, kind=CellKind.CHILD, of=(visit.child_id,), cells=cells))
    if visit.room:
        room = Claim(
            visit=visit, kind=CellKind.ROOM, of=(visit.room.pk,), cells=cells, lanes=visit.room.capacity
        )
        claims.append(room)
    if asked.carers:
        claims.append(Claim(visit=visit, kind=CellKind.CARER, of=asked.carers, cells=cells))
    return tuple(claim for claim in claims if claim.kind in asked.kinds)


def find(visits: Sequence[Visit], asked: Asked) -> tuple[Held, ...]:
    """A resource and a lane for everything that the visits want. Raises SlotTaken with everything that is not free.

    The grown-up who can come is set on each visit.
    """
    claims = [claim for visit in visits for claim in claims_of(visit, asked)]
    taken = _look(claims)
    found = [_place(claim, taken) for claim in claims]
    refused = [claim for claim, held in zip(claims, found, strict=True) if held is None]
    if refused:
        raise _refusal(refused)
    return tuple(held for held in found if held is not None)


def clashes(visits: Sequence[Visit], asked: Asked) -> tuple[tuple[str, ...], ...]:
    """For each visit in order, a sentence for everything that is not free. Nothing is refused."""
    wanted = [claims_of(visit, asked) for visit in visits]
    taken = _look([claim for claims in wanted for claim in claims])
    return tuple(
        tuple(clash_sentence(visit, claim.kind) for claim in claims if _place(claim, taken) is None)
        for visit, claims in zip(visits, wanted, strict=True)
    )


def _look(claims: Sequence[Claim]) -> _Taken:
    """What is gone of everything that is wanted, in one statement."""
    taken = _Taken()
    if not claims:
        return taken
    wanted, times = Q(), Q()
    for kind, keys in _by_kind(claims).items():
        wanted |= Q(kind=kind.value, resource__in=keys)
    for start, stop in {(claim.cells.start, claim.cells.stop) for claim in claims}:
        times |= Q(cell__gte=start, cell__lt=stop)
    rows = VisitCell.objects.filter(wanted, times).values_list("kind", "resource", "cell", "lane")
    for kind_name, resource, cell, lane in rows:
        taken.add(CellKind(kind_name), resource, cell, lane)
    return taken


def _by_kind(claims: Iterable[Claim]) -> dict[CellKind, set[int]]:
    keys: dict[CellKind, set[int]] = {}
    for claim in claims:
        keys.setdefault(claim.kind, set()).update(claim.of)
    return keys


def _place(claim: Claim, taken: _Taken) -> Held | None:
    for resource in claim.of:
        lane = taken.free_lane(claim, resource)
        if lane is not None:
            for cell in claim.cells:
                taken.add(claim.kind, resource, cell, lane)
            if claim.kind is CellKind.CARER:
                claim.visit.comes_with_id = resource
            return Held(claim=claim, resource=resource, lane=lane)
    return None


def _refusal(refused: Sequence[Claim]) -> SlotTaken:
    said = dict.fromkeys(clash_sentence(claim.visit, claim.kind) for claim in refused)
    starts = dict.fromkeys(claim.visit.starts_at for claim in refused)
    return SlotTaken(" ".join(list(said)[:_SAID_AT_MOST]), starts=tuple(starts))


def clash_sentence(visit: Visit, kind: CellKind) -> str:
    """What is taken when, in the clinic's wall time; never whose visit it is."""
    when = date_format(visit.starts_at.astimezone(zone_kept(visit.zone)), "l j F, H:i")
    sentences = {
        CellKind.THERAPIST: gettext("The therapist has another visit on {when}."),
        CellKind.CHILD: gettext("The child has another visit on {when}."),
        CellKind.ROOM: gettext("The room is taken on {when}."),
        CellKind.CARER: gettext("The grown-up who comes is at another visit on {when}."),
    }
    return sentences[kind].format(when=when)
