"""Pictures and clips of this child: whoever may read the idea sees them, and only where none may hurt."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from alongside.adapters.media import Kept, MediaKind
from alongside.areas.circle.values import By, OpenChild, Voice
from alongside.areas.programme.models import Placement, PlacementPicture
from alongside.areas.programme.queries import homes
from alongside.areas.programme.queries.safety import RULED, codes_of
from alongside.core import safety
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound

_OWN = ("uuid", "kind", "words", "file", "size", "voice", "by__uuid", "by__short_name", "at")
_FIELDS = (*_OWN, "placement__uuid", *(f"placement__{name}" for name in RULED))


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureSeen:
    """A picture or clip on an idea. ``words`` say what is seen.

    ``is_shown`` is False where the idea has moved to a place without pictures: then it can only be removed.
    """

    uuid: UUID
    placement: UUID
    kind: MediaKind
    words: str
    by: By
    at: datetime
    is_shown: bool

    @property
    def is_clip(self) -> bool:
        """Whether it moves."""
        return self.kind is MediaKind.CLIP


def pictures(opened: OpenChild, placement: UUID) -> tuple[PictureSeen, ...]:
    """What there is to see on one idea, the newest first. One statement."""
    return tuple(one for one in kept_pictures(opened, placement) if one.is_shown)


def kept_pictures(opened: OpenChild, placement: UUID) -> tuple[PictureSeen, ...]:
    """The same with those that are not shown, for whoever tidies up."""
    return _seen_all(opened, placement__uuid=placement)


def pictures_by_placement(opened: OpenChild) -> dict[UUID, tuple[PictureSeen, ...]]:
    """What there is to see on every idea of the child that has something, the newest first. One statement."""
    found: dict[UUID, tuple[PictureSeen, ...]] = {}
    for one in _seen_all(opened):
        if one.is_shown:
            found[one.placement] = (*found.get(one.placement, ()), one)
    return found


def picture_file(opened: OpenChild, placement: UUID, picture: UUID) -> Kept:
    """The file behind a picture that is shown; NotFound for any other."""
    rows = [row for row in _rows(opened, placement__uuid=placement, uuid=picture) if _is_shown(row)]
    if not rows:
        raise NotFound
    row = rows[0]
    return Kept(kind=MediaKind(row["kind"]), name=row["file"], size=row["size"])


def takes_pictures(opened: OpenChild, placement: UUID) -> bool:
    """Whether pictures may be taken of this idea at all: never while bathing or toileting."""
    opened.check(Capability.READ_PROGRAMME)
    row = Placement.objects.filter(child=opened.pk, uuid=placement).values(*RULED).first()
    return row is not None and safety.photos_allowed(codes_of(row), row["routine"])


def _seen_all(opened: OpenChild, **narrowed: Any) -> tuple[PictureSeen, ...]:
    return tuple(_seen(row) for row in _rows(opened, **narrowed))


def _rows(opened: OpenChild, **narrowed: Any) -> Iterable[dict[str, Any]]:
    opened.check(Capability.READ_PROGRAMME)
    found = PlacementPicture.objects.filter(child=opened.pk, removed_at=None, **narrowed)
    if not opened.allows(Capability.PROPOSE_PROGRAMME):
        found = found.filter(placement__shared_at__isnull=False)
    rows = (_flat(row) for row in found.order_by("-at", "-pk").values(*_FIELDS))
    return homes.known(opened, rows)


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    return row | {name: row[f"placement__{name}"] for name in RULED}


def _is_shown(row: dict[str, Any]) -> bool:
    return safety.photos_allowed(codes_of(row), row["routine"])


def _seen(row: dict[str, Any]) -> PictureSeen:
    return PictureSeen(
        uuid=row["uuid"],
        placement=row["placement__uuid"],
        kind=MediaKind(row["kind"]),
        words=row["words"],
        by=By(name=row["by__short_name"], voice=Voice(row["voice"]), uuid=row["by__uuid"]),
        at=row["at"],
        is_shown=_is_shown(row),
    )
