"""How long functions, files and templates are, and whether modules import each other in a circle.

A function's length is every line from `def` to its last, docstring included. Migrations are not counted.
"""

import ast
import graphlib
import statistics
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import grimp

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "alongside"
MEDIAN, P90, FUNCTION, VIEW, POSITIONAL = 6, 20, 40, 25, 6
FILE, TEMPLATE, TEST_FILE = 400, 150, 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """One function of the source: where it is, its lines and how many parameters go by position."""

    where: str
    lines: int
    positional: int
    is_view: bool


def functions_of(text: str, where: str, *, in_faces: bool = False) -> list[Function]:
    """Every function of a module's text, inner ones and methods too."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    found = [node for node in ast.walk(ast.parse(text)) if isinstance(node, kinds)]
    return [measured(node, where, in_faces=in_faces) for node in found]


def measured(node: ast.FunctionDef | ast.AsyncFunctionDef, where: str, *, in_faces: bool) -> Function:
    """The measures of one function."""
    names = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args)]
    return Function(
        where=f"{where}:{node.lineno} {node.name}",
        lines=(node.end_lineno or node.lineno) - node.lineno + 1,
        positional=len([name for name in names if name not in ("self", "cls")]),
        is_view=in_faces and names[:1] == ["request"],
    )


def python_files(folder: Path) -> Iterator[Path]:
    """The Python files we write by hand."""
    return (path for path in sorted(folder.rglob("*.py")) if "migrations" not in path.parts)


def all_functions() -> list[Function]:
    """Every function of the source."""
    found: list[Function] = []
    for path in python_files(SOURCE):
        where = str(path.relative_to(ROOT))
        found += functions_of(path.read_text(), where, in_faces="faces" in path.parts)
    return found


def function_complaints(functions: list[Function]) -> list[str]:
    """Functions beyond a limit, and a median or a ninetieth percentile beyond its aim."""
    found = [f"{one.where} has {one.lines} lines" for one in functions if one.lines > FUNCTION]
    found += [
        f"{one.where} is a view of {one.lines} lines" for one in functions if one.is_view and one.lines > VIEW
    ]
    found += [
        f"{one.where} takes {one.positional} by position" for one in functions if one.positional > POSITIONAL
    ]
    median, p90 = median_and_p90(functions)
    found += [f"the median function has {median:g} lines"] if median > MEDIAN else []
    found += [f"the ninetieth percentile of functions has {p90} lines"] if p90 > P90 else []
    return found


def median_and_p90(functions: list[Function]) -> tuple[float, float]:
    """The median and the ninetieth percentile of the functions' lines (0 and 0 without functions)."""
    lengths = sorted(one.lines for one in functions)
    if not lengths:
        return 0, 0
    return statistics.median(lengths), lengths[int(0.9 * (len(lengths) - 1))]


def file_complaints(limits: dict[Path, int]) -> list[str]:
    """Files longer than their limit; `limits` says how many lines each may have."""
    lengths = {path: len(path.read_text().splitlines()) for path in limits}
    return [
        f"{path.relative_to(ROOT)} has {length} lines"
        for path, length in lengths.items()
        if length > limits[path]
    ]


def file_limits() -> dict[Path, int]:
    """Every file that has a limit."""
    limits = dict.fromkeys(python_files(SOURCE), FILE)
    limits |= dict.fromkeys(SOURCE.rglob("templates/**/*.html"), TEMPLATE)
    limits |= dict.fromkeys(python_files(ROOT / "tests"), TEST_FILE)
    return limits


def circle() -> list[str]:
    """The modules of one import circle, or nothing."""
    graph = grimp.build_graph("alongside", cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    try:
        graphlib.TopologicalSorter(imports).prepare()
    except graphlib.CycleError as error:
        return list(error.args[1])
    return []


def main() -> int:
    """Print the figures and the complaints; 0 when there are no complaints."""
    functions, limits, around = all_functions(), file_limits(), circle()
    median, p90 = median_and_p90(functions)
    print(
        f"     functions {len(functions)}: median {median:g}, p90 {p90:g}, max {max(one.lines for one in functions)}"
    )
    print(f"     files {len(limits)}: longest {max(len(path.read_text().splitlines()) for path in limits)}")
    print(f"     cycles {1 if around else 0}")
    complaints = function_complaints(functions) + file_complaints(limits)
    complaints += [f"these import each other in a circle: {' -> '.join(around)}"] if around else []
    print("".join(f"     {complaint}\n" for complaint in complaints), end="")
    return bool(complaints)


if __name__ == "__main__":
    sys.exit(main())
