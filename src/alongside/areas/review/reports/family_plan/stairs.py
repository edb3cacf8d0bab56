"""The stairs of a goal for paper: told apart by shape and line, not by colour alone."""

_INK, _DONE, _SOFT = "#1d2a2e", "#f4c151", "#e0edee"
_WIDTH, _GAP, _BASE = 15, 4, 46
_HEIGHTS = (10, 17, 24, 31, 38)
_GOAL = 3


def stairs(reached: int) -> str:
    """Five steps as SVG: filled up to ``reached`` (0 to 5), a firm outline with a dot for the goal, dashes beyond."""
    bars = "".join(_bar(number, reached) for number in range(1, 6))
    width = 5 * _WIDTH + 4 * _GAP + 2
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -8 {width} {_BASE + 10}">{bars}{_dot()}</svg>'
    )


def _bar(number: int, reached: int) -> str:
    height = _HEIGHTS[number - 1]
    box = (
        f'x="{_left(number)}" y="{_BASE - height}" width="{_WIDTH}" height="{height}" rx="3" stroke="{_INK}"'
    )
    if number <= reached:
        return f'<rect {box} fill="{_DONE}" stroke-width="1.5"/>'
    if number == _GOAL:
        return f'<rect {box} fill="{_SOFT}" stroke-width="2"/>'
    return f'<rect {box} fill="none" stroke-width="1.2" stroke-dasharray="3 2.5"/>'


def _dot() -> str:
    middle = _left(_GOAL) + _WIDTH / 2
    return f'<circle cx="{middle}" cy="{_BASE - _HEIGHTS[_GOAL - 1] - 6}" r="3" fill="{_INK}"/>'


def _left(number: int) -> int:
    return (number - 1) * (_WIDTH + _GAP)
