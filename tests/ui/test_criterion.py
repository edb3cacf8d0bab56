"""Criterion scores carry their error, and bands that run both ways have no good end."""

import re
from datetime import date
from xml.etree import ElementTree as Xml

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.ui.charts import criterion
from alongside.ui.charts.criterion import Band, BothWays, Criterion, Measured

EVIL = '<b>"Sam" & co</b>'
SVG = "{http://www.w3.org/2000/svg}"
POINTS = (Measured(on=date(2026, 3, 2), value=48, error=1.5), Measured(on=date(2026, 9, 7), value=53.5))
DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 1, 1))
VALUES = st.floats(min_value=-1_000, max_value=2_000)


def drawn(points, *, standalone=False):
    return Xml.fromstring(  # noqa: S314 - our own text.
        criterion.criterion_chart(Criterion(title=EVIL, points=points), standalone=standalone)
    )


@pytest.mark.parametrize("standalone", [False, True])
def test_the_chart_escapes_its_words_and_tells_every_point_with_its_error(standalone):
    root = drawn(POINTS, standalone=standalone)
    assert root.find(f"{SVG}title").text == EVIL
    told = root.find(f"{SVG}desc").text
    assert told == "2 Mar 2026: 48, standard error 1.5. 7 Sep 2026: 53.5, no standard error printed."
    assert len(root.findall(f"{SVG}circle")) == 2


def test_a_bar_reaches_one_standard_error_either_way_and_only_where_one_was_printed():
    root = drawn(POINTS)
    (bar,) = [path.get("d") for path in root.findall(f"{SVG}path") if path.get("class") == "change"]
    top, foot = map(float, re.match(r"M[\d.]+ ([\d.]+)V([\d.]+)", bar).groups())
    middle = float(root.findall(f"{SVG}circle")[0].get("cy"))
    assert top < middle < foot
    assert middle - top == pytest.approx(foot - middle, abs=0.2)


@given(
    st.lists(
        st.builds(Measured, on=DAYS, value=VALUES, error=st.none() | VALUES.map(abs)), min_size=1, max_size=9
    )
)
def test_every_point_and_bar_lies_within_the_picture(points):
    root = drawn(tuple(points))
    for dot in root.findall(f"{SVG}circle"):
        assert criterion.LEFT <= float(dot.get("cx")) <= criterion.WIDTH
        assert criterion.TOP <= float(dot.get("cy")) <= criterion.TOP + criterion.PLOT_HEIGHT + 0.1
    assert len(root.findall(f"{SVG}circle")) == len(points)


def test_the_table_says_the_same_points():
    table = criterion.criterion_table(Criterion(title=EVIL, points=POINTS))
    assert re.findall(r'<td class="num">([^<]*)</td>', table) == ["48", "1.5", "53.5", "–"]
    assert "<b>" not in table


def test_bands_look_alike_and_only_the_mark_says_where_the_child_is():
    shown = BothWays(
        title="Senses",
        ends=("much less", "much more"),
        middle="as most",
        bands=(Band(name=EVIL, place=-2, words="much less"), Band(name="T" * 60, place=2, words="much more")),
    )
    root = Xml.fromstring(criterion.both_ways(shown))  # noqa: S314 - our own text.
    assert root.find(f"{SVG}desc").text == f"{EVIL}: much less. {'T' * 60}: much more."
    marks = root.findall(f"{SVG}circle")
    middle = criterion.BANDS_WIDTH
    assert sum(float(mark.get("cx")) for mark in marks) == middle
    assert {path.get("class") for path in root.findall(f"{SVG}path")} == {"grid"}
    assert {mark.get("class") for mark in marks} == {"before"}
