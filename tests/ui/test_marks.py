"""Icons and small marks."""

import pytest
from django.template import engines

from alongside.ui import icons, marks


def rendered(source, **context):
    return engines["django"].from_string("{% load ui %}" + source).render(context)


def test_an_icon_is_drawn_and_an_unknown_one_is_refused():
    assert rendered('{% icon "check" %}').startswith('<svg class="i" viewBox="0 0 24 24" aria-hidden="true"')
    with pytest.raises(LookupError, match="no icon called 'nothing-like-it'"):
        rendered('{% icon "nothing-like-it" %}')


def test_arrows_turn_round_and_a_clock_does_not():
    assert 'class="i flip"' in icons.drawn("arrow-right")
    assert 'class="i"' in icons.drawn("clock")


def test_icons_hold_shapes_and_nothing_else():
    for name, shape in icons.shapes().items():
        assert "style=" not in shape, name
        assert "<script" not in shape, name
        assert shape.startswith("<"), name


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Hannah Reid", "HR"),
        ("Samira", "S"),
        ("Ana de la Cruz", "AC"),
        ("  ", "?"),
        ("", "?"),
        ("“Bo” Li", "L"),
    ],
)
def test_letters_of_a_name(name, letters):
    assert marks.initials(name) == letters


def test_a_petal_escapes_and_an_unknown_voice_is_refused():
    assert rendered("{% who name 'school' size=2 %}", name="Mr Okafor") == (
        '<span class="who sz2" data-v="school" aria-hidden="true">MO</span>'
    )
    with pytest.raises(ValueError, match="'robot' is no voice"):
        rendered("{% who 'Mr Okafor' 'robot' %}")


def test_small_stairs_say_where_the_child_is_and_that_the_goal_is_step_three():
    drawn = rendered("{% stairs 2 %}")
    assert 'aria-label="On step 2 of 5. The goal is step 3."' in drawn
    assert drawn.count('"done"') == 2
    assert drawn.count('"goal"') == 1
    assert 'aria-label="Five steps. The goal is step 3."' in rendered("{% stairs 0 %}")


def test_step_three_is_what_they_hoped_for():
    assert [marks.step_name(number) for number in marks.STEPS] == [
        "Where we started",
        "On the way",
        "What we hoped for",
        "A bit more",
        "A happy surprise",
    ]


def test_a_day_without_a_note_is_a_dash_and_an_unknown_sign_is_refused():
    assert rendered('{% dots "10-" %}') == (
        '<span class="dots" aria-hidden="true"><i class="on"></i><i class=""></i><i class="off"></i></span>'
    )
    with pytest.raises(KeyError):
        marks.dots("x")


def test_segments_show_one_of_four():
    assert rendered("{% bar 1 4 %}").count('class="on"') == 1
    assert 'aria-label="1 of 4"' in rendered("{% bar 1 4 %}")
