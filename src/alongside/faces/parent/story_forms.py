"""What a family can say about what matters most."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.areas.story.values import ANCHORS, PrioritySeen
from alongside.core import bounds
from alongside.faces.common.pages import UuidField, WordsField, fresh_uuid


class MatterForm(forms.Form):
    """Up to five things that matter most, each in its own box; an empty box is no line."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for rank in range(1, 6):
            self.fields[f"uuid_{rank}"] = UuidField()
            label = _("Number %(rank)s") % {"rank": rank}
            self.fields[f"words_{rank}"] = WordsField(limit=bounds.SENTENCE, rows=2, label=label)
        self.fields["child_uuid"] = UuidField()
        self.fields["child_words"] = WordsField(
            limit=bounds.SENTENCE, rows=2, label=_("And in your child’s own words")
        )

    @property
    def hidden(self) -> list[forms.BoundField]:
        """The identifiers of new lines."""
        return self.hidden_fields()

    @property
    def boxes(self) -> list[forms.BoundField]:
        """The five boxes."""
        return [self[f"words_{rank}"] for rank in range(1, 6)]


class RatingForm(forms.Form):
    """Three questions about each line, from 1 to 10. A line is rated whole or not at all."""

    def __init__(self, *args: Any, lines: Iterable[PrioritySeen], at: datetime, **options: Any) -> None:
        super().__init__(*args, **options)
        self.lines = tuple(lines)
        for line in self.lines:
            self.fields[f"uuid-{line.uuid}"] = UuidField(initial=fresh_uuid(at))
            for name in ANCHORS:
                self.fields[f"{name}-{line.uuid}"] = forms.IntegerField(
                    required=False, min_value=1, max_value=10
                )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        whole = 0
        for line in self.lines:
            given = [said.get(f"{name}-{line.uuid}") is not None for name in ANCHORS]
            whole += all(given)
            if any(given) and not all(given):
                self.add_error(f"happy-{line.uuid}", _("Answer all three for this one, or none."))
        if not whole and not self.errors:
            self.add_error(None, _("Choose a number for at least one of them."))
        return said

    def ratings(self) -> list[dict[str, Any]]:
        """The whole answers, for the action."""
        said = self.cleaned_data
        return [
            {"uuid": said[f"uuid-{line.uuid}"], "priority": line.uuid}
            | {name: said[f"{name}-{line.uuid}"] for name in ANCHORS}
            for line in self.lines
            if said.get(f"importance-{line.uuid}") is not None
        ]

    @property
    def questions(self) -> list[dict[str, Any]]:
        """The lines with their three scales, as the page draws them."""
        return [
            {"words": line.words, "key": self[f"uuid-{line.uuid}"], "scales": self._scales(line)}
            for line in self.lines
        ]

    def _scales(self, line: PrioritySeen) -> list[dict[str, Any]]:
        return [
            {
                "name": f"{name}-{line.uuid}",
                "question": _(anchor.question),
                "low": _(anchor.low),
                "high": _(anchor.high),
                "chosen": self[f"{name}-{line.uuid}"].value() or "",
                "error": (self.errors.get(f"{name}-{line.uuid}") or [""])[0],
            }
            for name, anchor in ANCHORS.items()
        ]
