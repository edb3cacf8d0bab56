"""The functions about goals, scores, ratings and units that a file of cases may name."""

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

from alongside.config.measures.given import Answer, Function, Given
from alongside.core import attainment, billing_units, exact, priority_ratings, scores
from alongside.core.scores import Scale, Scores

# A file calls one scale by the name of a test that uses it.
_SCALES = {"bot_scale_15_5": Scale.SCALE_15_5}


def _gas_t_score(given: Given) -> Answer:
    """A file names no convention: the half level belongs to B1 alone, everything else to the default."""
    levels = [None if one is None else attainment.level_from(one) for one in given.with_gaps("scores")]
    half = attainment.Level.HALF_WAY in levels
    return attainment.t_score(
        levels,
        None if given.values.get("weights") is None else given.with_gaps("weights"),
        given.number("rho", exact.number(attainment.RHO)),
        attainment.Convention.B1 if half else attainment.DEFAULT_CONVENTION,
    )


def _convert_score(given: Given) -> Answer:
    named = given.word("from_scale")
    return _every_scale(
        scores.convert_score(from_scale=_SCALES.get(named, named), value=given.number("value"))
    )


def _percentile_to_scores(given: Given) -> Answer:
    return _every_scale(scores.percentile_to_scores(given.number("percentile")))


def _every_scale(got: Scores) -> Answer:
    return {
        "z": got.z,
        "T": got.t,
        "standard": got.standard,
        "scaled": got.scaled,
        "scale_15_5": got.scale_15_5,
        "bot_scale_15_5": got.scale_15_5,
        "percentile": got.percentile,
        "percentile_rank_rounded": got.percentile_rank,
    }


def _sem_ci(given: Given) -> Answer:
    got = scores.sem_ci(
        score=given.number("score"),
        sd=given.number("sd"),
        reliability=given.number_or_none("reliability"),
        mean=given.number("mean"),
        confidence=given.number("confidence", Fraction(95, 100)),
    )
    return {
        "sem": got.sem,
        "ci_lower": got.obtained.lower,
        "ci_upper": got.obtained.upper,
        "true_score": got.true_score,
        "true_ci_lower": got.true.lower,
        "true_ci_upper": got.true.upper,
    }


def _reliable_change(given: Given) -> Answer:
    got = scores.reliable_change(
        pre=given.number("pre"),
        post=given.number("post"),
        sd=given.number("sd"),
        reliability=given.number_or_none("reliability"),
    )
    return {
        "sem": got.sem,
        "s_diff": got.s_diff,
        "rci": got.rci,
        "min_change_95": got.least_change,
        "reliable": got.reliable,
    }


def _priority_means(given: Given) -> Answer:
    got = priority_ratings.priority_means(
        first_going=given.with_gaps("t1_performance"),
        first_happy=given.with_gaps("t1_satisfaction"),
        follow_up_going=given.with_gaps("t2_performance"),
        follow_up_happy=given.with_gaps("t2_satisfaction"),
    )
    return {
        "p1": got.going.first,
        "s1": got.happy.first,
        "p2": got.going.follow_up,
        "s2": got.happy.follow_up,
        "dp": got.going.points,
        "ds": got.happy.points,
        "dp_ge_2": got.going.noticed,
        "ds_ge_2": got.happy.noticed,
    }


def _cms_8_minute_rule(given: Given) -> Answer:
    return _units(billing_units.cms_8_minute_rule(given.table("minutes")))


def _ama_midpoint_rule(given: Given) -> Answer:
    return _units(billing_units.ama_midpoint_rule(given.table("minutes")))


def _units(got: billing_units.Units) -> Answer:
    return {"total_units": got.total_units, "units": got.units}


FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        "gas_t_score": Function(needs=("scores",), takes=("weights", "rho"), answer=_gas_t_score),
        "convert_score": Function(needs=("from_scale", "value"), answer=_convert_score),
        "percentile_to_scores": Function(needs=("percentile",), answer=_percentile_to_scores),
        "sem_ci": Function(
            needs=("score", "sd", "reliability", "mean"), takes=("confidence",), answer=_sem_ci
        ),
        "reliable_change": Function(needs=("pre", "post", "sd", "reliability"), answer=_reliable_change),
        "priority_means": Function(
            needs=("t1_performance", "t1_satisfaction", "t2_performance", "t2_satisfaction"),
            answer=_priority_means,
        ),
        "cms_8_minute_rule": Function(needs=("minutes",), answer=_cms_8_minute_rule),
        "ama_midpoint_rule": Function(needs=("minutes",), answer=_ama_midpoint_rule),
    }
)
