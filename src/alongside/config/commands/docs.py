"""Pages of the documentation that are made from the code: written, or compared with --check."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

from alongside.config.measures.page import measures
from alongside.config.measures.schema import schema
from alongside.config.planning import week_file
from alongside.config.slots import clinic_file
from alongside.core.capabilities import NAMEABLE, TABLE, Capability, Role

REFERENCE = Path("docs/reference")
_TITLES = {
    Role.ASSIGNED_THERAPIST: "own therapist",
    Role.CLINIC_THERAPIST: "other therapist of the clinic",
    Role.FRONT_DESK: "front desk",
    Role.OWNER: "owner",
    Role.CARER_RESPONSIBLE: "carer with responsibility",
    Role.CARER_OTHER: "other carer",
    Role.CARER_RESTRICTED: "restricted carer",
}


def main(argv: list[str]) -> int:
    """Write every generated page; with ``--check`` only say which one differs, and answer 1 then."""
    stale = [name for name, make in PAGES.items() if _differs(REFERENCE / name, make())]
    if "--check" in argv:
        for name in stale:
            print(f"docs/reference/{name} is not up to date: run python -m alongside docs", file=sys.stderr)
        return 1 if stale else 0
    for name in stale:
        (REFERENCE / name).write_text(PAGES[name](), encoding="utf-8")
    return 0


def who_may_do_what() -> str:
    """The table of rights as a page."""
    head = "| capability | " + " | ".join(_TITLES.values()) + " | what a refused person reads |"
    line = "|---" * (len(_TITLES) + 2) + "|"
    rows = [_row(capability) for capability in Capability]
    return "\n".join([_INTRODUCTION, head, line, *rows, ""])


def measure_cases() -> str:
    """The format of a file of worked examples, as a JSON schema."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


def plan_week() -> str:
    """The format of one family's week, as a JSON schema."""
    return json.dumps(week_file.schema(), indent=1, ensure_ascii=False) + "\n"


def plan_slots() -> str:
    """The format of a clinic and its caseload, as a JSON schema."""
    return json.dumps(clinic_file.schema(), indent=1, ensure_ascii=False) + "\n"


def _row(capability: Capability) -> str:
    cells = " | ".join(_cell(capability, role) for role in _TITLES)
    return f"| `{capability}` | {cells} | {TABLE[capability].reason} |"


def _cell(capability: Capability, role: Role) -> str:
    grant = TABLE[capability]
    if role is Role.CARER_RESTRICTED:
        if grant.always_restricted:
            return "own"
        return "if named" if capability in NAMEABLE else "–"
    return "yes" if role in grant.roles else "–"


def _differs(path: Path, text: str) -> bool:
    return not path.exists() or path.read_text(encoding="utf-8") != text


_INTRODUCTION = """# Who may do what

This page is made from `src/alongside/core/capabilities.py` by `python -m alongside docs`; `make check` compares it.
Whoever stands in no column gets the same answer as for a child that does not exist. A dash means no. A restriction
is an explicit no: it beats every other right of the same person; «if named» is what the clinic can name for one
restricted carer, «own» is what concerns only that carer.
"""

PAGES: dict[str, Callable[[], str]] = {
    "who-may-do-what.md": who_may_do_what,
    "measures.md": measures,
    "measure-cases.schema.json": measure_cases,
    "plan-week.schema.json": plan_week,
    "plan-slots.schema.json": plan_slots,
}
