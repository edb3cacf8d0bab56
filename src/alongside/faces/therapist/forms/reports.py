"""Reports: which kind to begin, the boxes of a draft, and what is added after signing."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from alongside.areas.evaluation.values import ScoresSeen
from alongside.areas.review.values.reports import (
    KIND_LABELS,
    Box,
    Quotable,
    Reader,
    ReportDraft,
    ReportKind,
    ReportSeen,
    boxes_of,
)
from alongside.areas.story.values import PrioritySeen
from alongside.core import bounds
from alongside.faces.common.pages import UuidField, WordsField
from alongside.faces.therapist.forms.fields import DayField, PageForm, PickField, offer
from alongside.faces.therapist.forms.looking import LookedAt

_ROWS = 3


class StartReportForm(PageForm):
    """Which kind of report to begin."""

    ids = "start"
    uuid = UuidField()
    kind = PickField(
        choices=[(kind.value, _(label)) for kind, label in KIND_LABELS.items()],
        coerce=ReportKind,
        label=_("Kind of report"),
    )


class ReportForm(LookedAt, PageForm):
    """A draft: its time, a box for each part, an answer to each question of the family, and their words to print."""

    ids = "report"
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    from_on = DayField(label=_("From"))
    until_on = DayField(label=_("Until"))
    quotes = forms.TypedMultipleChoiceField(
        coerce=UUID,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=_("Their words to print"),
        help_text=_("Chosen words stand in the report as they were written."),
    )

    scores = forms.TypedMultipleChoiceField(
        coerce=UUID,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=_("Scores to print"),
        help_text=_("They stand in the version for professionals alone."),
    )

    def __init__(
        self,
        *args: Any,
        seen: ReportSeen,
        asked: Iterable[PrioritySeen],
        offered: Iterable[Quotable],
        given: Iterable[ScoresSeen],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.asked = tuple(asked)
        self.boxes = boxes_of(seen.kind)
        for one in self.asked:
            self.fields[f"answer_{one.uuid}"] = WordsField(
                limit=bounds.WORDS, rows=_ROWS, label=_("Your answer")
            )
        for code, box in self.boxes.items():
            self.fields[code] = _box_field(box)
        offer(self, "quotes", [(str(one.uuid), f"“{one.words}” {one.by.name}") for one in offered])
        offer(self, "scores", [(str(one.uuid), _given(one)) for one in given])

    @property
    def answers(self) -> list[tuple[PrioritySeen, forms.BoundField]]:
        """What matters to the family, each with the box for an answer."""
        return [(one, self[f"answer_{one.uuid}"]) for one in self.asked]

    @property
    def family_boxes(self) -> list[forms.BoundField]:
        """The boxes that the family reads."""
        return [self[code] for code, box in self.boxes.items() if box.reader is Reader.FAMILY]

    @property
    def professional_boxes(self) -> list[forms.BoundField]:
        """The boxes of the professional version."""
        return [self[code] for code, box in self.boxes.items() if box.reader is Reader.PROFESSIONAL]

    def draft(self) -> ReportDraft:
        """What was typed, as the actions take it."""
        kept = self.cleaned_data
        return ReportDraft(
            version=kept["version"],
            from_on=kept["from_on"],
            until_on=kept["until_on"],
            words={code: kept[code] for code in self.boxes},
            answers={one.uuid: kept[f"answer_{one.uuid}"] for one in self.asked},
            quotes=frozenset(kept["quotes"]),
            scores=frozenset(kept["scores"]),
        )


class AddToReportForm(PageForm):
    """A dated addition to a signed report."""

    ids = "addendum"
    uuid = UuidField()
    words = WordsField(
        limit=bounds.NOTE,
        rows=_ROWS,
        required=True,
        label=_("What to add"),
        error_messages={"required": _("Write what to add.")},
    )


def fresh_values(seen: ReportSeen) -> dict[str, Any]:
    """What a fresh form of a draft begins with: what was kept, and nothing else."""
    answers = {f"answer_{uuid}": text for uuid, text in seen.answers.items()}
    return {
        "version": seen.version,
        "from_on": seen.from_on,
        "until_on": seen.until_on,
        "quotes": [str(uuid) for uuid in seen.quotes],
        "scores": [str(uuid) for uuid in seen.scores],
        **seen.words,
        **answers,
    }


def _given(one: ScoresSeen) -> str:
    told = (one.instrument.name, one.edition, one.who_name, date_format(one.given_on, "j M Y"))
    return ", ".join(filter(None, told))


def _box_field(box: Box) -> WordsField:
    label = _(box.label)
    return WordsField(limit=box.limit, rows=_ROWS, label=label, help_text=_(box.hint) if box.hint else "")
