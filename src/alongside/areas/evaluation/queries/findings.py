"""Reading strengths and findings. A family sees those that were shared, in the newest shared wording."""

from functools import cache
from uuid import UUID

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.evaluation.models import Finding
from alongside.areas.evaluation.values import AREA_LABELS, Area, FindingKind, FindingSeen, IcfCode
from alongside.core import icf
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound


@cache
def areas() -> tuple[Area, ...]:
    """The family-facing areas with their ICF codes, in the order of the list."""
    known = icf.icf_map()
    codes = {
        row["code"]: IcfCode(code=row["code"], title=row["title"], plain=row["plain"])
        for row in known["codes"]
    }
    return tuple(
        Area(code=code, label=label, icf=tuple(codes[one] for one in known["areas"][name]))
        for code, (label, name) in AREA_LABELS.items()
    )


def icf_codes() -> frozenset[str]:
    """Every ICF code of the list."""
    return frozenset(icf.plain_words())


def findings(opened: OpenChild) -> tuple[FindingSeen, ...]:
    """Strengths first, then findings, oldest first. Unshared ones only for the child's own therapist."""
    newest = [wordings[-1] for wordings in _wordings(opened)]
    newest.sort(key=lambda row: (row.kind != FindingKind.STRENGTH, row.noticed_on, row.pk))
    return tuple(_seen(opened, row) for row in newest)


def every_wording(opened: OpenChild) -> dict[UUID, FindingSeen]:
    """Each strength and finding in its newest wording, by the uuid of each of its wordings. One statement."""
    return {
        row.uuid: seen
        for wordings in _wordings(opened)
        for seen in [_seen(opened, wordings[-1])]
        for row in wordings
    }


def finding(opened: OpenChild, uuid: UUID) -> FindingSeen:
    """One finding in the newest wording that this person may see; NotFound for anything else."""
    for wordings in _wordings(opened):
        if any(row.uuid == uuid for row in wordings):
            return _seen(opened, wordings[-1])
    raise NotFound


def finding_key(opened: OpenChild, uuid: UUID) -> int:
    """The internal key of one of this child's findings, for rows that point at it; NotFound otherwise."""
    for wordings in _wordings(opened):
        for row in wordings:
            if row.uuid == uuid:
                return row.pk
    raise NotFound


def _wordings(opened: OpenChild) -> list[list[Finding]]:
    """The visible wordings of each finding, oldest first; a row in between may be unshared."""
    opened.check(Capability.READ_FINDINGS)
    sees_all = opened.allows(Capability.READ_UNSHARED_FINDINGS)
    origin: dict[int | None, int] = {}
    visible: dict[int, list[Finding]] = {}
    for row in Finding.objects.filter(child=opened.pk).select_related("by", "priority").order_by("pk"):
        origin[row.pk] = origin.get(row.replaces_id, row.pk)
        if sees_all or row.shared_at is not None:
            visible.setdefault(origin[row.pk], []).append(row)
    return list(visible.values())


def _seen(opened: OpenChild, row: Finding) -> FindingSeen:
    may_read_story = opened.allows(Capability.READ_STORY)
    return FindingSeen(
        uuid=row.uuid,
        kind=FindingKind(row.kind),
        area=row.area,
        area_label=AREA_LABELS[row.area][0],
        does=row.does,
        where=row.where,
        with_help=row.with_help,
        priority=row.priority.uuid if row.priority else None,
        priority_words=row.priority.words if row.priority and may_read_story else "",
        icf=tuple(row.icf),
        noticed_on=row.noticed_on,
        by=circle.by(row.by, row.voice),
        written_at=row.written_at,
        shared_at=row.shared_at,
        amends=row.replaces_id is not None,
    )
