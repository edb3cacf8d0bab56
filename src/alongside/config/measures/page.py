"""The page that tells every measure of the core: made from their docstrings."""

import ast
import dataclasses
import importlib
import inspect
import re
from collections.abc import Iterator
from enum import Enum
from types import ModuleType
from typing import Any

from alongside.config.measures.functions import FUNCTIONS
from alongside.core.refusals import Refusal

SECTIONS = {
    "Goal attainment": "attainment",
    "Standardised scores": "scores",
    "Priority ratings": "priority_ratings",
    "Single case: overlap": "single_case.overlap",
    "Single case: how unsure": "single_case.intervals",
    "Single case: Tau": "single_case.tau",
    "Single case: trend": "single_case.trend",
    "Single case: order and chance": "single_case.kendall",
    "Single case: beyond a line": "single_case.criteria",
    "Single case: effect sizes": "single_case.effect_sizes",
    "Single case: randomised start": "single_case.randomisation",
    "Single case: cautions": "single_case.cautions",
    "Single case: points": "single_case.observations",
    "Dose": "dose",
    "Billing units": "billing_units",
    "Confidence": "normal",
    "Numbers": "exact",
}
_LABEL = re.compile(r"^(Formula|Units|Refuses|Source): ", re.MULTILINE)


def measures() -> str:
    """Every measure: what it means, its formula, units, refusals and source, and the refusals' own words."""
    parts = [_INTRODUCTION, *_case_functions()]
    for title, name in SECTIONS.items():
        parts += _section(title, importlib.import_module(f"alongside.core.{name}"))
    return "\n\n".join(parts) + "\n"


def _case_functions() -> Iterator[str]:
    yield "## Functions that a file of cases may name"
    rows = [
        f"| `{name}` | {_codes(FUNCTIONS[name].needs)} | {_codes(FUNCTIONS[name].takes)} |"
        for name in sorted(FUNCTIONS)
    ]
    yield "\n".join(["| function | needs | also takes |", "|---|---|---|", *rows])


def _codes(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _section(title: str, module: ModuleType) -> Iterator[str]:
    yield f"## {title}"
    yield f"`{module.__name__}`"
    yield _told(module)
    own = [one for name, one in vars(module).items() if name[0] != "_" and _is_of(one, module)]
    for function in filter(inspect.isfunction, own):
        yield from (f"### `{function.__name__}`", _signature(function), _told(function))
    classes = [one for one in own if inspect.isclass(one)]
    for kind in classes:
        if not issubclass(kind, Refusal):
            yield from _kind(kind)
    yield from _refusals([one for one in classes if issubclass(one, Refusal)])


def _is_of(thing: object, module: ModuleType) -> bool:
    return getattr(thing, "__module__", None) == module.__name__


def _signature(function: Any) -> str:
    """The head of a function as it is written in the source."""
    source = inspect.getsource(function)
    body = ast.parse(source).body[0].body[0]  # type: ignore[attr-defined]  # A function's source is a function.
    head = "\n".join(source.splitlines()[: body.lineno - 1])
    return f"```python\n{head.removeprefix('def ').removesuffix(':')}\n```"


def _kind(kind: type) -> Iterator[str]:
    """A type of result or choice: what it means, and what it holds."""
    yield f"### `{kind.__name__}`"
    yield _told(kind)
    held = list(_held(kind))
    if held:
        yield "\n".join(held)


def _held(kind: type) -> Iterator[str]:
    if issubclass(kind, Enum):
        yield from (f"- `{one.name}`: `{one.value}`" for one in kind)
    elif dataclasses.is_dataclass(kind):
        for field in dataclasses.fields(kind):
            yield f"- `{field.name}`"
    for name, one in vars(kind).items():
        if isinstance(one, property) and name[0] != "_":
            yield f"- `{name}`: {_plain(inspect.getdoc(one) or '')}"


def _refusals(kinds: list[type[Refusal]]) -> Iterator[str]:
    if kinds:
        rows = [f"| `{kind.__name__}` | {kind.sentence} |" for kind in kinds]
        yield "\n".join(["| refusal | what the reader is told |", "|---|---|", *rows])


def _told(thing: object) -> str:
    """A docstring as Markdown: paragraphs stay, and what is labelled becomes a list."""
    return _plain(_LABEL.sub(r"\n- **\1**: ", inspect.getdoc(thing) or ""))


def _plain(text: str) -> str:
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", text)]
    return (
        re.sub(r"\n\n(?=- )", "\n", "\n\n".join(paragraphs)).replace("``", "`").replace("\n- ", "\n\n- ", 1)
    )


_INTRODUCTION = """# Measures

This page is made from the docstrings of `src/alongside/core` by `python -m alongside docs`; `make check` compares it.

A measure takes plain numbers and answers exactly where that is possible. Where a definition says "undefined" no
number is answered: the measure refuses by name, with a sentence for the reader. Worked examples in a file are run
against all of this by `python -m alongside verify-measures FILE.json`; the file's format is in
[measure-cases.schema.json](measure-cases.schema.json)."""
