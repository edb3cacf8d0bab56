"""Fitting ideas into a family's day."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import gettext_lazy as _

from alongside.areas.programme.values import PlacementSeen, Whose
from alongside.core import bounds
from alongside.faces.common.pages import UuidField, WordsField
from alongside.faces.therapist.forms.fields import (
    LineField,
    PageForm,
    Pairs,
    PickField,
    RoutineField,
    offer,
)
from alongside.faces.therapist.forms.looking import LookedAt

_MINUTES_AT_MOST = 120
_CODE_LIMIT = 60
_FAMILY_READS = _("The family reads this. Say what to use instead.")


class IdeasForm(PageForm):
    """What to look for in the library. It only filters, so every part may be empty or odd."""

    ids = "find"
    q = LineField(
        limit=80, label=_("Search ideas"), widget=forms.TextInput(attrs={"placeholder": _("Search ideas")})
    )
    goal = PickField(required=False, label=_("For the goal"))
    minutes = PickField(
        choices=[("", _("any")), ("2", _("2 or less")), ("5", _("5 or less")), ("10", _("10 or less"))],
        coerce=int, empty_value=None, required=False, label=_("Minutes"),
    )  # fmt: skip
    no_kit = forms.BooleanField(required=False, label=_("Needs no kit"))

    def __init__(self, *args: Any, goals: Pairs, **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "goal", [("", _("any")), *(pair for pair in goals if pair[0])])

    @property
    def is_narrowed(self) -> bool:
        """Whether one of the folded filters is in use."""
        return any(self.data.get(name) for name in ("goal", "minutes", "no_kit"))


class PlaceForm(PageForm):
    """Put an idea of the library into the day, with a reason where a safety rule asks for one."""

    ids = "place"
    uuid = UuidField()
    strategy = forms.CharField(max_length=_CODE_LIMIT, widget=forms.HiddenInput)
    routine = RoutineField(label=_("Part of the day"))
    goal = forms.UUIDField(required=False, widget=forms.HiddenInput)
    override = WordsField(
        limit=bounds.SENTENCE, rows=3, label=_("Why it is right for this child"), help_text=_FAMILY_READS
    )


class OwnIdeaForm(LookedAt, PageForm):
    """An idea that is not in the library, often the family's own."""

    ids = "own"
    uuid = UuidField()
    title = LineField(limit=bounds.TITLE, required=True, label=_("Name of the idea"))
    family_words = LineField(limit=bounds.SENTENCE, required=True, label=_("What to do, in plain words"))
    routine = RoutineField(label=_("Part of the day"))
    minutes = forms.IntegerField(min_value=0, max_value=_MINUTES_AT_MOST, label=_("Minutes"))
    goal = PickField(coerce=UUID, empty_value=None, required=False, label=_("For the goal"))
    whose = PickField(
        choices=[(Whose.FAMILY.value, _("the family’s")), (Whose.THERAPIST.value, _("mine"))],
        coerce=Whose, label=_("Whose idea"),
    )  # fmt: skip

    baseline = forms.BooleanField(
        required=False, label=_("At first we only look at how it goes now, before anything changes")
    )

    def __init__(self, *args: Any, goals: Pairs, **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "goal", goals)


class ChangeForm(PageForm):
    """One button of a placed idea."""

    ids = "change"
    EASIER, HARDER, REST, RESUME, REMOVE = "easier", "harder", "rest", "resume", "remove"
    LEAVE = "leave"
    uuid = UuidField()
    do = forms.ChoiceField(choices=[(one, one) for one in (EASIER, HARDER, REST, RESUME, REMOVE, LEAVE)])


class MoveForm(PageForm):
    """Another part of the day."""

    ids = "move"
    uuid = UuidField()
    routine = RoutineField(label=_("Move to"))
    days = forms.TypedMultipleChoiceField(
        choices=list(WEEKDAYS_ABBR.items()), coerce=int, required=False,
        widget=forms.CheckboxSelectMultiple, label=_("Only on these days"),
        help_text=_("None ticked means every day."),
    )  # fmt: skip
    home = PickField(coerce=UUID, empty_value=None, required=False, label=_("Which home"))

    def __init__(self, *args: Any, homes: Pairs = (), **options: Any) -> None:
        super().__init__(*args, **options)
        offered = list(homes)
        offer(self, "home", offered)
        if not offered:
            del self.fields["home"]


class AimForm(PageForm):
    """The goal, and what was noticed, that an idea is for."""

    ids = "aim"
    uuid = UuidField()
    goal = PickField(coerce=UUID, empty_value=None, required=False, label=_("For the goal"))
    finding = PickField(coerce=UUID, empty_value=None, required=False, label=_("What we noticed"))

    def __init__(self, *args: Any, goals: Pairs, findings: Pairs, **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "goal", goals)
        offer(self, "finding", findings)


class RewordForm(LookedAt, PageForm):
    """The family's words for an idea, and its minutes."""

    ids = "reword"
    uuid = UuidField()
    family_words = LineField(limit=bounds.SENTENCE, required=True, label=_("What to do, in plain words"))
    minutes = forms.IntegerField(min_value=0, max_value=_MINUTES_AT_MOST, label=_("Minutes"))
    your_part = LineField(limit=bounds.SENTENCE, label=_("Their part"))
    our_part = LineField(limit=bounds.SENTENCE, label=_("Our part"))
    notice = LineField(limit=bounds.SENTENCE, label=_("What to notice"))


class BoundsForm(PageForm):
    """How far one tap at home may grade an idea."""

    ids = "far"
    uuid = UuidField()
    least = PickField(coerce=int, label=_("As easy as"))
    most = PickField(coerce=int, label=_("As hard as"))

    def __init__(self, *args: Any, ways: tuple[int, int], **options: Any) -> None:
        super().__init__(*args, **options)
        easier, harder = ways
        written = _("as written")
        down = [(str(-n), _("%(n)s easier") % {"n": n}) for n in range(1, easier + 1)]
        up = [(str(n), _("%(n)s harder") % {"n": n}) for n in range(1, harder + 1)]
        offer(self, "least", [("0", written), *down])
        offer(self, "most", [("0", written), *up])


class OverrideForm(PageForm):
    """Why a named therapist keeps an idea in spite of a safety rule."""

    ids = "override"
    uuid = UuidField()
    words = WordsField(
        limit=bounds.SENTENCE, rows=3, required=True, label=_("Why it is right for this child"),
        help_text=_FAMILY_READS,
        error_messages={"required": _("Write why it is right for this child.")},
    )  # fmt: skip


class ShareForm(PageForm):
    """Share all drafts. An idea without a finding and an agreed goal has a box for why not yet."""

    ids = "share"

    def __init__(self, *args: Any, drafts: Iterable[PlacementSeen], **options: Any) -> None:
        super().__init__(*args, **options)
        for draft in drafts:
            self.fields[f"not_yet_{draft.uuid}"] = WordsField(
                limit=bounds.SENTENCE,
                rows=2,
                label=_("Why there is no finding or agreed goal yet"),
                help_text=_("The family reads this."),
            )
        for field in self.fields.values():
            field.widget.attrs["form"] = "share"

    def not_yet(self) -> dict[UUID, str]:
        """The written reasons by placement."""
        return {
            UUID(name.removeprefix("not_yet_")): words for name, words in self.cleaned_data.items() if words
        }
