"""Contrast of the token pairs, computed with the formula of WCAG 2, in light and in dark."""

import re

import pytest

from alongside.ui import build_css

TEXT, EDGE = 4.5, 3.0
PAIRS = [
    *(("ink", ground, TEXT) for ground in ("bg", "card", "sunk", "sky", "hill1", "hill2")),
    *(("ink2", ground, TEXT) for ground in ("bg", "card", "sunk", "ther-soft")),
    *(("ther", ground, TEXT) for ground in ("bg", "card")),
    *((f"on-{voice}", voice, TEXT) for voice in ("ther", "fam", "sch", "win", "ok", "stop")),
    *((f"{voice}-ink", f"{voice}-soft", TEXT) for voice in ("ther", "fam", "sch", "win", "ok", "stop")),
    *((f"{voice}-ink", "card", TEXT) for voice in ("ther", "fam", "win")),
    ("stop", "card", TEXT),
    ("ok", "card", TEXT),
    ("ther-ink", "sunk", TEXT),
    ("on-btn", "btn", TEXT),
    ("on-btn", "btn2", TEXT),
    ("bg", "ink", TEXT),
    *(("edge", ground, EDGE) for ground in ("card", "bg")),
    ("btn", "card", EDGE),
    ("fam", "card", EDGE),
    ("win-ink", "card", EDGE),
]


def palette(name):
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", build_css.source(f"palette-{name}")))


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_knows_black_on_white():
    assert ratio("#000000", "#ffffff") == pytest.approx(21)
    assert ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("light", ["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_a_pair_of_tokens_can_be_read(light, front, ground, least):
    colours = palette(light)
    assert ratio(colours[front], colours[ground]) >= least


@pytest.mark.parametrize("light", ["light", "dark"])
def test_the_focus_ring_is_seen_on_every_ground_around_a_control(light):
    colours = palette(light)
    for ground in ("bg", "card", "sunk", "fam-soft", "ther-soft", "win-soft"):
        assert max(ratio(colours[ring], colours[ground]) for ring in ("ink", "halo")) >= EDGE
