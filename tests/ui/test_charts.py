"""Charts describe themselves, escape every word, and look the same on paper."""

import re
from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree as Xml

import pytest

from alongside.ui import build_css, charts, gallery
from alongside.ui.charts import paint

EVIL = '<b>"Sam" & co</b>'
WORDS = (EVIL, "two", "three", "four", "five")
SVG = "{http://www.w3.org/2000/svg}"


def stairs(**changes):
    return charts.Stairs(**{"title": EVIL, "words": WORDS, "reached": 2, "name": EVIL} | changes)


def phases(**changes):
    return charts.Phases(
        **{
            "title": EVIL,
            "before": (
                charts.Point(on=date(2026, 9, 7), value=0),
                charts.Point(on=date(2026, 9, 14), value=1),
            ),
            "after": (charts.Point(on=date(2026, 10, 19), value=2.5),),
            "changes": (charts.Change(on=date(2026, 10, 12), label=EVIL),),
            "goal": 4,
        }
        | changes
    )


def drawn(svg):
    """The picture as XML: a word that was not escaped would break it or appear as an element."""
    root = Xml.fromstring(svg)  # noqa: S314 - our own text.
    assert not root.findall(f".//{SVG}b")
    return root


@pytest.mark.parametrize("standalone", [False, True])
@pytest.mark.parametrize(
    "draw",
    [
        lambda s: charts.stairs_svg(stairs(), standalone=s),
        lambda s: charts.phase_chart(phases(), standalone=s),
    ],
)
def test_a_chart_escapes_its_words_and_describes_itself(draw, standalone):
    root = drawn(draw(standalone))
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title.text == EVIL
    assert len(description.text) > 20
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert (root.find(f"{SVG}style") is not None) is standalone
    assert "style=" not in draw(standalone)
    assert draw(standalone) == draw(standalone)


def test_every_class_of_a_chart_has_a_colour_on_the_page_and_on_paper():
    both = charts.stairs_svg(stairs()) + charts.phase_chart(phases())
    names = {name for found in re.findall(r'class="([^"]*)"', both) for name in found.split()} - {
        "chart",
        "wide",
    }
    css = build_css.source("charts")
    assert {name for name in names if f".chart .{name} " not in css} == set()
    assert {name for name in names if f".{name}{{" not in paint.PAPER} == set()


def test_the_stairs_say_the_goal_is_step_three_and_where_the_child_stands():
    root = drawn(charts.stairs_svg(stairs(reached=2)))
    assert "On step 2 of 5. The goal is step 3." in root.find(f"{SVG}desc").text
    kinds = [box.get("class") for box in root.findall(f"{SVG}rect")]
    assert kinds == ["done", "done", "aim", "todo", "todo"]
    assert any(text.text == "our goal" for text in root.findall(f"{SVG}text"))
    heights = [float(box.get("height")) for box in root.findall(f"{SVG}rect")]
    assert heights == sorted(heights)


def test_a_day_nobody_wrote_about_is_not_in_the_total():
    week = charts.Week(starts_on=date(2026, 11, 2), days="101-0")
    quiet = charts.Week(starts_on=date(2026, 11, 9), days="-----")
    table = charts.dots_by_week(charts.Weeks(caption=EVIL, days_name="Mornings", weeks=(week, quiet)))
    assert "<td>2 of 4</td>" in table
    assert "<td>no note</td>" in table
    assert table.count('class="off"') == 6
    assert "<caption" in table
    assert "<b>" not in table


def test_a_phase_chart_draws_every_point_where_it_lies():
    root = drawn(charts.phase_chart(phases()))
    points = root.findall(f"{SVG}circle")
    assert [point.get("class") for point in points] == ["before", "before", "after"]
    xs, ys = ([float(point.get(axis)) for point in points] for axis in ("cx", "cy"))
    assert xs == sorted(xs)
    assert ys == sorted(ys, reverse=True)
    assert "Before the plan: 0, 1. With the plan: 2.5." in root.find(f"{SVG}desc").text
    assert "12 Oct: " + EVIL in root.find(f"{SVG}desc").text


def test_a_line_stands_between_the_phases_at_the_day_of_the_change():
    root = drawn(charts.phase_chart(phases()))
    line = next(path for path in root.findall(f"{SVG}path") if path.get("class") == "change")
    x = float(re.match(r"M([\d.]+) ", line.get("d"))[1])
    before, after = (
        [float(p.get("cx")) for p in root.findall(f"{SVG}circle") if p.get("class") == css]
        for css in ("before", "after")
    )
    assert max(before) < x < min(after)


@pytest.mark.parametrize(
    "changed", [{"before": (), "after": ()}, {"changes": ()}, {"goal": None}, {"maximum": 0}]
)
def test_a_phase_chart_with_little_in_it_is_still_a_picture(changed):
    assert drawn(charts.phase_chart(phases(**changed))).find(f"{SVG}desc").text


def test_nothing_leaves_the_picture_even_with_long_words_and_many_weeks():
    points = tuple(charts.Point(on=date(2025, 1, 6) + timedelta(weeks=n), value=n % 40) for n in range(60))
    changes = tuple(
        charts.Change(on=date(2025, 3, 3) + timedelta(weeks=9 * n), label="A long label " * 6)
        for n in range(5)
    )
    root = drawn(charts.phase_chart(phases(after=points, changes=changes, maximum=30)))
    width, height = (float(side) for side in root.get("viewBox").split()[2:])
    for circle in root.findall(f"{SVG}circle"):
        assert 0 < float(circle.get("cx")) < width
        assert 0 < float(circle.get("cy")) < height
    dates = [float(t.get("x")) for t in root.findall(f"{SVG}text") if re.fullmatch(r"\d+ \w+", t.text or "")]
    assert all(later - earlier >= 58 for earlier, later in pairwise(dates))


def test_the_table_under_the_chart_holds_the_same_points():
    table = charts.phase_table(phases())
    assert table.count("<tr>") == 4
    assert "2.5 / 5" in table
    assert "<b>" not in table


def test_then_and_now_stand_side_by_side():
    pair = charts.then_now(
        charts.ThenNow(then_label="In September", then=EVIL, now_label="Now", now="He does the heel.")
    )
    assert pair.count("<dt>") == 2
    assert "<b>" not in pair


def test_the_gallery_shows_every_chart():
    shown = gallery.context()
    assert {"phase_chart", "stairs_chart", "dots", "then_now"} <= shown.keys()


def test_labels_of_changes_never_touch_and_every_change_has_its_line():
    days = [date(2026, 9, 7) + timedelta(days=3 * number) for number in range(9)]
    changes = tuple(charts.Change(on=on, label="Obstacle hallway: made harder") for on in days)
    points = tuple(charts.Point(on=on, value=1) for on in (days[0], date(2026, 12, 1)))
    root = drawn(charts.phase_chart(phases(before=(), after=points, changes=changes)))
    assert len(root.findall(f"{SVG}path[@class='change']")) == 9
    starts: dict[str, list[float]] = {}
    for text in root.findall(f"{SVG}text[@class='label']"):
        starts.setdefault(text.get("y"), []).append(float(text.get("x")))
    rows = [sorted(row) for y, row in starts.items() if float(y) <= 48]
    assert rows
    assert all(later - earlier > 150 for row in rows for earlier, later in pairwise(row))


def test_the_line_through_the_points_before_is_drawn_within_the_picture_and_told():
    ends = (charts.Point(on=date(2026, 9, 7), value=-0.5), charts.Point(on=date(2026, 9, 14), value=9))
    root = drawn(charts.phase_chart(phases(slope=ends)))
    (path,) = root.findall(f"{SVG}path[@class='slope']")
    assert [float(y) for y in path.get("d")[1:].split()[1::2]] == [199.0, 29.0]
    assert "The line before the plan runs from -0.5 to 9." in root.find(f"{SVG}desc").text
