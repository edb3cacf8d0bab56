"""A report as a paper: the family's or the professional version, on screen and as a tagged PDF."""

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from django.utils.formats import date_format
from django.utils.translation import gettext, override

from alongside.adapters import typst
from alongside.areas.review.reports.paper.blocks import (
    Content,
    Draw,
    Drawn,
    Paper,
    Section,
    day,
    said,
    section,
)
from alongside.areas.review.reports.paper.family import family_sections, family_title
from alongside.areas.review.reports.paper.professional import professional_sections, professional_title
from alongside.areas.review.values.reports import Reader, ReportAdded, ReportComment, ReportSeen

TEMPLATE = Path(__file__).parent / "report.typ"


def build(seen: ReportSeen, content: Content, reader: Reader, *, draw: Draw) -> bytes:
    """A tagged PDF (PDF/UA-1, A4). Equal words give equal bytes: its date is that of its newest word.

    ``content`` is what was signed, or what a draft would say now; ``draw`` makes the chart of one goal of it.
    """
    return typst.render(TEMPLATE, asdict(paper(seen, content, reader, draw=draw)), at=seen.dated_at)


def paper(seen: ReportSeen, content: Content, reader: Reader, *, draw: Draw) -> Paper:
    """The report as ``reader`` reads it, in the language in which it was written."""
    with override(content["language"]):
        return _paper(seen, content, reader, draw)


def no_picture(_goal: Content) -> Drawn | None:
    """For readers of a page: it shows the family's version, which has no charts."""
    return None


def _paper(seen: ReportSeen, content: Content, reader: Reader, draw: Draw) -> Paper:
    is_family = reader is Reader.FAMILY
    period = content["period"]
    return Paper(
        title=family_title(content) if is_family else professional_title(content),
        about=content["child"]["short_name"] if is_family else content["child"]["name"],
        period=gettext("{start} to {end}").format(start=day(period["from"]), end=day(period["until"])),
        clinic=content["clinic"]["name"],
        language=content["language"],
        sections=tuple(family_sections(content) if is_family else professional_sections(content, draw)),
        signature=_signature(content),
        seal=gettext("Seal: {digest}").format(digest=seen.digest) if seen.digest else "",
        beside=tuple(_beside(seen)),
    )


def _signature(content: Content) -> str:
    signed = content["signed"]
    if not signed:
        return gettext("Draft, not signed yet.")
    told = gettext("Signed by {name}, {credentials}, on {day}.")
    return told.format(name=signed["name"], credentials=_held(signed["credentials"]), day=day(signed["on"]))


def _held(credentials: Iterable[Content]) -> str:
    return "; ".join(
        ", ".join(filter(None, (f"{one['register']} {one['number']}".strip(), one["degree"])))
        for one in credentials
    )


def _beside(seen: ReportSeen) -> list[Section]:
    """What was added, and what the family says: after the signature, because neither is part of what was signed."""
    return [
        *section(
            gettext("Added later"), [block for one in seen.additions for block in said(one.words, _by(one))]
        ),
        *section(
            gettext("The family’s words beside it"),
            [b for one in seen.comments for b in said(one.words, _by(one))],
        ),
    ]


def _by(one: ReportAdded | ReportComment) -> str:
    return f"{one.by.name}, {date_format(one.at, 'j F Y')}"
