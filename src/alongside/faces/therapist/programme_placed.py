"""One idea in the day as the programme page shows it: what the family answered, and the forms that change it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeVar
from uuid import UUID

from django.forms import BoundField, Form
from django.utils.translation import gettext as _

from alongside.areas.circle.values import HomeSeen, OpenChild, Voice
from alongside.areas.goals.values import GoalInShort
from alongside.areas.programme.values import (
    AnswerSeen,
    ChangeSeen,
    PlacementSeen,
    PlacementState,
    ProgrammeSeen,
    ReasonChain,
    SafetyWarning,
    What,
    Whose,
    Wish,
)
from alongside.core.words import gettext_noop
from alongside.faces.common import pages, week_words
from alongside.faces.common.request import Request
from alongside.faces.therapist import frame
from alongside.faces.therapist.forms.programme import (
    AimForm,
    BoundsForm,
    MoveForm,
    OverrideForm,
    RewordForm,
    ShareForm,
)

F = TypeVar("F", bound=Form)
_WISHES: Mapping[Wish, str] = MappingProxyType(
    {
        Wish.EASIER: gettext_noop("wanted it easier"),
        Wish.FEWER: gettext_noop("wanted fewer ideas"),
        Wish.SHOW: gettext_noop("wants to be shown"),
        Wish.ANOTHER: gettext_noop("wants another idea"),
    }
)
_GRADED: Mapping[What, str] = MappingProxyType(
    {
        What.EASIER: gettext_noop("%(name)s made it easier on %(day)s."),
        What.HARDER: gettext_noop("%(name)s made it a bit harder on %(day)s."),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedForms:
    """What an idea that was opened to be changed shows."""

    move: MoveForm
    aim: AimForm
    reword: RewordForm
    bounds: BoundsForm | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An idea in the day with everything its buttons need.

    ``where`` names its home and days, ``parts`` who does what, ``answers`` what each carer said, ``told`` what one tap
    at home changed last. ``refused``: the family said that it is not for them.
    """

    uuid: UUID
    title: str
    words: str
    minutes: int
    where: str
    parts: tuple[tuple[str, str], ...]
    answers: tuple[str, ...]
    told: str
    refused: bool
    whose: str
    voice: str
    state: str
    grade: str
    chain: ReasonChain
    warnings: tuple[SafetyWarning, ...]
    override: str
    wish: str
    can_be_easier: bool
    can_be_harder: bool
    rests_for_safety: bool
    waits: bool
    change: UUID
    keep: OverrideForm | None
    forms: PlacedForms | None
    not_yet: BoundField | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What the builders below share: read once for the page."""

    request: Request
    opened: OpenChild
    programme: ProgrammeSeen
    goals: tuple[GoalInShort, ...]
    goal_pairs: list[tuple[str, str]]
    finding_pairs: list[tuple[str, str]]
    chains: dict[UUID, ReasonChain]
    answers: tuple[AnswerSeen, ...]
    changes: tuple[ChangeSeen, ...]
    not_for_them: frozenset[tuple[str, UUID | None]]
    homes: tuple[HomeSeen, ...]
    refused: Form | None = None
    about: UUID | None = None


def kept(parts: Parts, kind: type[F], about: UUID | None = None) -> F | None:
    """The refused form, where this is its place."""
    return parts.refused if isinstance(parts.refused, kind) and parts.about == about else None


def placed(parts: Parts, one: PlacementSeen, share: ShareForm) -> Placed:
    """One idea as the page shows it."""
    return Placed(
        uuid=one.uuid,
        title=one.title,
        words=one.family_words,
        minutes=one.minutes,
        where=_where(one),
        parts=_parts(one),
        answers=tuple(_answer(said) for said in parts.answers if said.placement == one.uuid),
        told=_told_by_family(parts, one),
        refused=one.state is PlacementState.RESTING and (one.strategy, one.home) in parts.not_for_them,
        whose=one.proposed_by.name if one.whose is Whose.FAMILY else "",
        voice="family" if one.whose is Whose.FAMILY else "therapist",
        state=one.state.value,
        grade=one.grade_words,
        chain=parts.chains[one.uuid],
        warnings=one.warnings,
        override=_override_words(one),
        wish=_wish_words(one),
        can_be_easier=one.can_be_easier,
        can_be_harder=one.can_be_harder,
        rests_for_safety=one.rests_for_safety,
        waits=one.waits_for_family,
        change=pages.fresh_uuid(parts.opened.at),
        not_yet=_not_yet(one, share),
        keep=_keep(parts, one),
        forms=_forms(parts, one) if _is_opened(parts, one) else None,
    )


def _is_opened(parts: Parts, one: PlacementSeen) -> bool:
    """Whether its forms are asked for with ``?open=``, or one of them came back."""
    came_back = parts.about == one.uuid and isinstance(
        parts.refused, MoveForm | AimForm | RewordForm | BoundsForm
    )
    return came_back or parts.request.GET.get("open") == str(one.uuid)


def _keep(parts: Parts, one: PlacementSeen) -> OverrideForm | None:
    """Where an idea is held back or was never checked: the box for why it is right for this child.

    It starts with what was written before, because the family reads only the newest words.
    """
    if not (one.is_held or one.is_unchecked) or one.state is PlacementState.ENDED:
        return None
    before = one.override.words if one.override else ""
    fresh = {"uuid": pages.fresh_uuid(parts.opened.at), "words": before}
    return kept(parts, OverrideForm, one.uuid) or OverrideForm(initial=fresh, auto_id=f"keep_{one.uuid}_%s")


def _forms(parts: Parts, one: PlacementSeen) -> PlacedForms:
    """The forms of one placed idea, each with ids of its own."""
    fresh = {"uuid": pages.fresh_uuid(parts.opened.at)}
    ids = f"{one.uuid}_%s"
    spoken = ("family_words", "minutes", "your_part", "our_part", "notice")
    words = {name: getattr(one, name) for name in spoken}
    aimed = {"goal": str(one.goal or ""), "finding": str(one.finding or "")}
    offers = {"goals": parts.goal_pairs, "findings": parts.finding_pairs}
    moved = {"routine": one.routine, "days": one.days, "home": str(one.home or "")}
    homes = home_pairs(parts.homes, one)
    return PlacedForms(
        move=kept(parts, MoveForm, one.uuid) or MoveForm(initial=fresh | moved, auto_id=ids, homes=homes),
        aim=kept(parts, AimForm, one.uuid) or AimForm(initial=fresh | aimed, auto_id=f"aim_{ids}", **offers),
        reword=kept(parts, RewordForm, one.uuid) or RewordForm(initial=fresh | words, auto_id=f"say_{ids}"),
        bounds=_bounds(parts, one, fresh) if one.copy else None,
    )


def _bounds(parts: Parts, one: PlacementSeen, fresh: dict[str, Any]) -> BoundsForm:
    far = {"least": one.bounds.least, "most": one.bounds.most}
    ways = ways_of(one)
    return kept(parts, BoundsForm, one.uuid) or BoundsForm(
        initial=fresh | far, auto_id=f"far_{one.uuid}_%s", ways=ways
    )


def ways_of(one: PlacementSeen) -> tuple[int, int]:
    """How many easier and harder ways the idea was given with."""
    return (len(one.copy.easier), len(one.copy.harder)) if one.copy else (0, 0)


def home_pairs(homes: Sequence[HomeSeen], one: PlacementSeen) -> list[tuple[str, str]]:
    """The homes it can go to: its own one only, once it was shared there."""
    offered = [(str(home.uuid), home.name) for home in homes]
    if one.home and one.shared_at:
        return [pair for pair in offered if pair[0] == str(one.home)]
    return [("", _("every home")), *offered] if offered and not one.home else offered


def _where(one: PlacementSeen) -> str:
    days = week_words.days_said(one.days) if one.days else ""
    return " · ".join(part for part in (one.home_name, days) if part)


def _parts(one: PlacementSeen) -> tuple[tuple[str, str], ...]:
    said = ((_("Their part"), one.your_part), (_("Our part"), one.our_part))
    return tuple((label, words) for label, words in said if words)


def _answer(said: AnswerSeen) -> str:
    """Samira: yes, 8 of 10 sure. Karim: not yet, wants to be shown. “Which hand first?”"""
    words = [_("yes") if said.yes else _("not yet")]
    if said.confidence is not None:
        words.append(_("%(n)s of 10 sure") % {"n": said.confidence})
    if said.wish:
        words.append(_(_WISHES[said.wish]))
    line = f"{said.by.name}: {', '.join(words)}."
    return f"{line} “{said.question}”" if said.question else line


def _told_by_family(parts: Parts, one: PlacementSeen) -> str:
    """The newest grade, where it was one tap at home that made it."""
    graded = (line for line in parts.changes if line.placement == one.uuid and line.what in _GRADED)
    newest = next(graded, None)
    if newest is None or newest.by.voice is not Voice.FAMILY:
        return ""
    words = {
        "name": newest.by.name,
        "day": frame.short_day(newest.at.astimezone(parts.opened.zone_info).date()),
    }
    return _(_GRADED[newest.what]) % words


def _not_yet(one: PlacementSeen, share: ShareForm) -> BoundField | None:
    name = f"not_yet_{one.uuid}"
    return share[name] if name in share.fields else None


def _override_words(one: PlacementSeen) -> str:
    if one.override is None:
        return ""
    return _("%(name)s keeps it: %(words)s") % {"name": one.override.by.name, "words": one.override.words}


def _wish_words(one: PlacementSeen) -> str:
    if one.swap is None:
        return ""
    return _("%(name)s would like another idea. %(words)s") % {
        "name": one.swap.by.name,
        "words": one.swap.words,
    }
