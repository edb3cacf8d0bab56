"""When the demo clinic works."""

from datetime import UTC, date, datetime, timedelta

import pytest

from alongside.areas.diary import queries as diary
from alongside.areas.diary.values import TermKind
from alongside.config.demo import clinic, hours
from alongside.config.demo.almanac import Almanac
from alongside.config.demo.people import Dice
from tests.demo.stage import empty_stage

THURSDAY = Almanac(at=datetime(2026, 11, 26, 15, 33, tzinfo=UTC), zone="Europe/London")
ONE_DAY = timedelta(days=1)


@pytest.mark.parametrize("year", range(2024, 2040))
def test_a_school_year_has_no_gap_and_half_terms_lie_in_terms(year):
    made = hours.school_year(date(year, 11, 22))
    terms = sorted((first, last) for _, kind, first, last in made if kind is TermKind.TERM)
    breaks = sorted((first, last) for name, _, first, last in made if name.endswith("holidays"))
    halves = sorted((first, last) for name, _, first, last in made if name == "Half term")
    assert len(terms) == len(halves) == 3
    assert [one[1] + ONE_DAY for one in terms[:2]] == [one[0] for one in breaks]
    assert [one[0] - ONE_DAY for one in terms[1:]] == [one[1] for one in breaks]
    assert all(term[0] < half[0] < half[1] < term[1] for term, half in zip(terms, halves, strict=True))


@pytest.mark.django_db
def test_the_house_has_weeks_places_and_one_leave():
    with empty_stage():
        house = clinic.build_house(THURSDAY, Dice(2026))
        hours.keep_times(THURSDAY, house)
        team, pk = house.team, house.clinic.pk
        people = [team[key].pk for key in ("hannah", "tom", "bethan", "marek")]
        away, monday = THURSDAY.day("2 Mon"), THURSDAY.day("1 Mon")
        found = diary.openings(pk, people, monday, away)
        assert found.of(team["hannah"].pk, monday)
        assert not found.of(team["bethan"].pk, monday)
        assert not found.of(team["tom"].pk, away)
        assert len({span.site for one in people for span in found.of(one, monday + 2 * ONE_DAY)}) == 2
        assert diary.why_closed(pk, date(2026, 12, 25)) == "Christmas Day"
        assert diary.travels(pk).minutes(*(site.pk for site in diary.sites(pk))) == 20
