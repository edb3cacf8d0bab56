"""Writing an idea of the clinic's own, and saying it in another language."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from alongside.areas.library.values import (
    Evidence,
    FamilyIdeaSeen,
    Frequency,
    Light,
    SafetyNote,
    Skill,
    StrategyDraft,
    StrategySeen,
    Supervision,
    Translation,
    Way,
    WordsDraft,
)
from alongside.core import bounds, icf, routines, safety
from alongside.core import strategy_lint as words
from alongside.core.child_facts import FACTS
from alongside.core.strategy_lint import Remark
from alongside.faces.common.pages import UuidField, WordsField
from alongside.faces.therapist.forms.fields import (
    DayField,
    LineField,
    PageForm,
    Pairs,
    PickField,
    RoutineField,
)

_ROWS = {"easier": 4, "harder": 4, "skill": 4, "safety": 10, "closer": 6}
_SEEN = 2
Fields = list[list[forms.BoundField]]
_LIST_LIMIT = 2_000
_OWN_LIGHTS = [
    (Light.UNRATED.value, _("Not rated")),
    (Light.YELLOW_MINUS.value, _("Little or mixed evidence")),
    (Light.YELLOW_PLUS.value, _("Promising")),
    (Light.GREEN.value, _("Well supported as an approach")),
]
_WHENS = [
    ("", "–"),
    *((f"<{age}", _("under %(age)s years") % {"age": age}) for age in range(2, 13)),
    ("at_first", _("at first")),
    ("near_roads", _("near roads")),
    ("busy_place", _("in a busy place")),
    *((code, fact.label) for code, fact in FACTS.items()),
]
# Where a remark stands when its part of the idea is several fields.
_AT = {
    "age": "age_from", "frequency": "times_min", "skills": "skill_1_name", "safety": "safety_1_code",
    "supervision": "level", "evidence": "approach", "easier": "easier_1_words", "harder": "harder_1_words",
}  # fmt: skip


def _labels(labels: Mapping[str, str]) -> list[tuple[str, Any]]:
    return [(code, _(label)) for code, label in labels.items()]


def _pick(labels: Mapping[str, str], label: Any) -> PickField:
    return PickField(choices=_labels(labels), label=label)


def _many(pairs: Pairs, label: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        choices=list(pairs), required=False, label=label, widget=forms.CheckboxSelectMultiple
    )


def _number(low: int, high: int, label: Any) -> forms.IntegerField:
    return forms.IntegerField(min_value=low, max_value=high, label=label)


def _lines(label: Any, *, rows: int = 4) -> WordsField:
    return WordsField(limit=_LIST_LIMIT, rows=rows, label=label, help_text=_("One a line."))


def _sentence(label: Any, *, required: bool = True) -> WordsField:
    return WordsField(limit=bounds.SENTENCE, rows=2, required=required, label=label)


_SENSORY = [
    (f"{channel}:{direction}", f"{label}: {how}")
    for channel, label in words.CHANNELS.items()
    for direction, how in words.DIRECTIONS.items()
]


class IdeaForm(PageForm):
    """Everything an idea says. ``seen`` is the version that a change started from; empty for a new idea."""

    ids = "idea"
    uuid = UuidField()
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    given = forms.UUIDField(required=False, widget=forms.HiddenInput)
    name = LineField(limit=bounds.TITLE, required=True, label=_("What it is called"))
    summary = _sentence(_("What it is, in one sentence"))
    words_that_help = _sentence(_("Words that help"))
    notice = _sentence(_("What to notice"))
    steps = _lines(_("Steps, three to six"), rows=6)
    routine = RoutineField(label=_("Part of the day"))
    also = _many([(code, _(one.label)) for code, one in routines.ROUTINES.items()], _("Fits as well"))
    domain = _pick(words.DOMAINS, _("What it is for"))
    also_domains = _many(_labels(words.DOMAINS), _("And for"))
    age_from = _number(0, 18, _("From age"))
    age_to = _number(0, 18, _("To age"))
    minutes = _number(1, 30, _("Minutes"))
    set_up_minutes = _number(0, 15, _("Minutes to set up"))
    times_min = _number(0, 7, _("At least how often"))
    times_max = _number(1, 7, _("At most how often"))
    per = _pick(words.OFTEN, _("Each"))
    mess = _number(0, 3, _("Mess, 0 to 3"))
    noise = _number(0, 3, _("Noise, 0 to 3"))
    attention = _pick(words.ATTENTION, _("A grown-up’s attention"))
    leads = _pick(words.LEADS, _("Who leads"))
    people = _many(_labels(words.PEOPLE), _("With whom"))
    setting = _many(_labels(words.SETTINGS), _("Where"))
    position = _many(_labels(words.POSITIONS), _("Position"))
    sensory = _many(_SENSORY, _("Senses"))
    tags = _many([(tag, tag) for tag in sorted(words.TAGS)], _("Likes"))
    materials = _lines(_("Things it needs"))
    tasks = LineField(
        limit=bounds.TITLE, label=_("Real tasks it practises"), help_text=_("ICF codes, for example d540")
    )
    level = _pick(words.LEVELS, _("Who is near"))
    level_note = LineField(limit=bounds.TITLE, label=_("Why"))
    approach = LineField(
        limit=bounds.TITLE, required=True, label=_("Approach"),
        widget=forms.TextInput(attrs={"list": "approaches"}),
    )  # fmt: skip
    light = PickField(choices=_OWN_LIGHTS, label=_("How well it is supported"))
    indication = _sentence(_("For whom and for what it was looked at"))
    statement = _sentence(_("What is known, in careful words"))
    source = LineField(limit=bounds.SENTENCE, required=True, label=_("Source"))
    checked_on = DayField(label=_("Looked at on"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, field in _row_fields():
            self.fields[name] = field

    def rows(self, kind: str) -> tuple[Fields, Fields]:
        """The rows of ``easier``, ``harder``, ``skill``, ``safety``, ``closer``: those to see at once, and the rest."""
        rows = [[self[f"{kind}_{at}_{end}"] for end in _ENDS[kind]] for at in range(1, _ROWS[kind] + 1)]
        filled = max(
            (at for at, row in enumerate(rows, start=1) if any(one.value() for one in row)), default=0
        )
        seen = max(filled + 1, _SEEN)
        return rows[:seen], rows[seen:]

    def draft(self, language: str) -> StrategyDraft:
        """What was written, as the library takes it."""
        said = self.cleaned_data
        plain = {name: said[name] for name in _PLAIN}
        several: dict[str, Any] = {name: tuple(said[name]) for name in _SEVERAL}
        return StrategyDraft(
            **plain,
            **several,
            language=language,
            steps=_split(said["steps"]),
            materials=_split(said["materials"]),
            tasks=tuple(said["tasks"].replace(",", " ").split()),
            easier=self._ways("easier"),
            harder=self._ways("harder"),
            skills=tuple(Skill(name=name, icf=code) for name, code in self._pairs("skill")),
            safety=tuple(SafetyNote(code=code, note=note) for code, note in self._pairs("safety")),
            frequency=Frequency(
                times_min=said["times_min"], times_max=said["times_max"], per=said["per"], note=""
            ),
            supervision=Supervision(
                level=said["level"], note=said["level_note"], rules=tuple(self._pairs("closer"))
            ),
            evidence=self._evidence(),
        )

    def show(self, remarks: Iterable[Remark]) -> None:
        """Put each sentence of the lint at its field, one a field."""
        for remark in remarks:
            field = field_of(remark.field)
            if field not in self.errors:
                self.add_error(field, gettext(remark.phrase.template).format(**remark.phrase.named))

    def _ways(self, kind: str) -> tuple[Way, ...]:
        return tuple(Way(knob=knob, words=text) for knob, text in self._pairs(kind) if text)

    def _pairs(self, kind: str) -> list[tuple[str, str]]:
        """The filled rows of one kind, each with its two fields."""
        ends = _ENDS[kind]
        told = [
            tuple(self.cleaned_data.get(f"{kind}_{at}_{end}", "") for end in ends)
            for at in range(1, _ROWS[kind] + 1)
        ]
        return [(first, second) for first, second in told if (second if kind in _WORDED else first)]

    def _evidence(self) -> Evidence:
        said = {name: self.cleaned_data[name] for name in ("approach", "indication", "statement", "source")}
        day = self.cleaned_data["checked_on"].isoformat()
        return Evidence(**said, light=Light(self.cleaned_data["light"]), checked_on=day)


_PLAIN = (
    "name", "summary", "words_that_help", "notice", "routine", "domain", "age_from", "age_to", "minutes",
    "set_up_minutes", "mess", "noise", "attention", "leads",
)  # fmt: skip
_SEVERAL = ("also", "also_domains", "people", "setting", "position", "sensory", "tags")
_WORDED = ("easier", "harder")
_ENDS = {
    "easier": ("knob", "words"),
    "harder": ("knob", "words"),
    "skill": ("name", "icf"),
    "safety": ("code", "note"),
    "closer": ("when", "level"),
}


def field_of(part: str) -> str:
    """The field of the form where a remark on a part of the idea stands."""
    return _AT.get(part, part)


def begun_from(idea: FamilyIdeaSeen) -> dict[str, Any]:
    """What the form shows of an idea that a family gave."""
    said = {"name": idea.title, "summary": idea.words, "words_that_help": idea.words_that_help}
    plain = {
        name: text.replace("[child]", gettext("your child")).replace("[grown-up]", gettext("you"))
        for name, text in said.items()
    }
    return plain | {"given": idea.uuid, "routine": idea.routine, "minutes": max(1, min(idea.minutes, 30))}


def filled_with(idea: StrategySeen) -> dict[str, Any]:
    """What the form shows of an idea that is to be changed."""
    plain = {name: getattr(idea, name) for name in (*_PLAIN, *_SEVERAL)}
    rows = {
        **_filled("easier", ((way.knob, way.words) for way in idea.ways_easier)),
        **_filled("harder", ((way.knob, way.words) for way in idea.ways_harder)),
        **_filled("skill", ((skill.name, skill.icf) for skill in idea.builds)),
        **_filled("safety", ((note.code, note.note) for note in idea.safety)),
        **_filled("closer", idea.supervision.rules),
    }
    told, often = idea.evidence, idea.frequency
    return {
        **plain,
        **rows,
        "seen": idea.version,
        "steps": "\n".join(idea.steps),
        "materials": "\n".join(idea.materials),
        "tasks": " ".join(idea.tasks),
        "times_min": often.times_min,
        "times_max": often.times_max,
        "per": often.per,
        "level": idea.supervision.level,
        "level_note": idea.supervision.note,
        **{
            name: getattr(told, name)
            for name in ("approach", "indication", "statement", "source", "checked_on")
        },
        "light": told.light.value,
    }


class CopyForm(PageForm):
    """The identifier of the clinic's own copy."""

    uuid = UuidField()


class GivenForm(forms.Form):
    """Which idea of a family a new one begins from."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["from"] = forms.UUIDField()


class IdeaWordsForm(PageForm):
    """An idea's words in another language, line for line."""

    ids = "words"
    uuid = UuidField()
    language = LineField(
        limit=12, required=True, label=_("Language"), help_text=_("Its code, for example tr")
    )
    name = LineField(limit=bounds.TITLE, required=True, label=_("What it is called"))
    summary = _sentence(_("What it is, in one sentence"))
    words_that_help = _sentence(_("Words that help"), required=False)
    notice = _sentence(_("What to notice"), required=False)
    steps = _lines(_("Steps"), rows=6)
    easier = _lines(_("Make it easier"))
    harder = _lines(_("When it gets easy"))

    @staticmethod
    def of(words: Translation) -> dict[str, Any]:
        """What the form shows of words that are there already."""
        plain = {
            name: getattr(words, name)
            for name in ("language", "name", "summary", "words_that_help", "notice")
        }
        return plain | {name: "\n".join(getattr(words, name)) for name in ("steps", "easier", "harder")}

    def draft(self) -> WordsDraft:
        """What was written, as the library takes it."""
        plain = {name: self.cleaned_data[name] for name in ("name", "summary", "words_that_help", "notice")}
        several: dict[str, Any] = {
            name: _split(self.cleaned_data[name]) for name in ("steps", "easier", "harder")
        }
        return WordsDraft(**plain, **several)


def _split(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _filled(kind: str, pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {
        f"{kind}_{at}_{end}": said
        for at, pair in enumerate(pairs, start=1)
        for end, said in zip(_ENDS[kind], pair, strict=True)
    }


def _row_fields() -> Iterable[tuple[str, forms.Field]]:
    """The fields that stand several times, row by row."""
    knobs = [("", "–"), *_labels(words.KNOBS)]
    codes = [("", "–"), *((code, f"{code} · {plain}") for code, plain in icf.plain_words().items())]
    dangers = [("", "–"), *((code, code.replace("_", " ")) for code in sorted(safety.CODES))]
    levels = [("", "–"), *_labels(words.LEVELS)]
    for kind in ("easier", "harder"):
        for at in range(1, _ROWS[kind] + 1):
            yield f"{kind}_{at}_knob", PickField(choices=knobs, required=False, label=_("Knob"))
            yield f"{kind}_{at}_words", LineField(limit=bounds.SENTENCE, label=_("In one sentence"))
    for at in range(1, _ROWS["skill"] + 1):
        yield f"skill_{at}_name", LineField(limit=bounds.TITLE, label=_("Skill"))
        yield f"skill_{at}_icf", PickField(choices=codes, required=False, label=_("ICF code"))
    for at in range(1, _ROWS["safety"] + 1):
        yield f"safety_{at}_code", PickField(choices=dangers, required=False, label=_("Take care"))
        yield f"safety_{at}_note", LineField(limit=bounds.SENTENCE, label=_("What it means here"))
    for at in range(1, _ROWS["closer"] + 1):
        yield f"closer_{at}_when", PickField(choices=_WHENS, required=False, label=_("Closer when"))
        yield f"closer_{at}_level", PickField(choices=levels, required=False, label=_("How near"))
