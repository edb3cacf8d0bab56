"""Scores on the desk: typed as they were printed, told over time, beside each other, and to nobody else."""

import re

import pytest
from django.urls import reverse

from alongside.areas.evaluation import queries as evaluation
from alongside.core.capabilities import Capability

CRITERION, T_SCORES, BOTH_WAYS = "pedi-cat", "spm-2", "sensory-profile-2"


@pytest.fixture
def typed(new_uuid):
    return {
        "uuid": new_uuid(),
        "instrument": CRITERION,
        "edition": "1",
        "form": "TESTED",
        "given_on": "2026-11-20",
        "person": "CHILD",
        "given_by": "",
        "given_by_name": "Dr Lund",
        "s0-name": "Daily",
        "s0-score_type": "CRITERION",
        "s0-score": "52.5",
        "s0-sem": "1.2",
        "s0-source": "its report",
        "s0-confidence": "95",
        "s1-name": "",
        "s1-score_type": "T_50_10",
    }


@pytest.fixture
def seen(opened, cast):
    return lambda: evaluation.scores(opened(cast.hannah, Capability.READ_FINDINGS))


def text(answer):
    """What a reader meets, in one line."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_scores_are_kept_once_however_often_they_are_sent_and_an_empty_line_is_left_out(
    hannah, url, typed, seen
):
    for _time in range(2):
        assert hannah.post(url("keep_scores"), typed).status_code == 302
    (kept,) = seen()
    assert [(scale.name, scale.score) for scale in kept.scales] == [("Daily", 52.5)]
    page = text(hannah.get(url("scores")))
    assert "age 6;4" in page
    assert "50.15 to 54.85 (95 %, worked out from the standard error)" in page
    assert "Dr Lund" in page


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"s0-percentile": "0"}, "Write a percentile above 0 and below 100."),
        ({"s0-percentile": "100"}, "Write a percentile above 0 and below 100."),
        ({"s0-score": "many"}, "Write a number."),
        ({"s0-score": "99999"}, "Please choose a number from -1,000 to 2,000."),
        ({"s0-source": ""}, "Write where this number stands"),
        ({"s0-reliability": "0.9"}, "Write the standard error."),
        ({"s0-name": ""}, "Please write a few words here."),
        ({"s0-name": "", "s0-score": "", "s0-sem": "", "s0-source": "", "s0-confidence": ""}, "at least one score"),
        ({"given_on": "2026-12-24"}, "Please choose a day that has been."),
        ({"given_on": "soon"}, "Choose a day."),
        ({"person": ""}, "Choose one."),
        ({"form": "POSTCARD"}, "Choose one."),
        ({"s0-score_type": ""}, "Choose one."),
        ({"person": "TEACHER"}, "Write the name of the person who answered."),
        ({"instrument": "amps"}, "was retired in 2023."),
        ({"instrument": "sdq", "s0-score_type": "RAW_CATEGORY", "s0-score": "", "s0-raw": "9", "s0-sem": "",
          "s0-confidence": "", "licence": ""}, "Name the licence or permission"),
    ],
)  # fmt: skip
def test_what_needs_another_look_is_told_and_what_was_typed_stays(
    hannah, url, typed, seen, changed, sentence
):
    answer = hannah.post(url("keep_scores"), typed | changed)
    assert answer.status_code == 422
    assert sentence in text(answer)
    assert "Dr Lund" in answer.content.decode()
    assert seen() == ()


def test_an_instrument_nobody_knows_brings_the_list(hannah, url, typed):
    answer = hannah.post(url("keep_scores"), typed | {"instrument": "nothing"})
    assert (answer.status_code, "Retired, so not to be chosen:" in text(answer)) == (422, True)
    assert "AMPS" not in re.findall(r"<option[^>]*>([^<]*)", answer.content.decode())
    assert hannah.get(url("new_scores"), {"instrument": "amps"}).content.count(b"s0-name") == 0


def test_more_lines_come_with_what_was_typed_and_no_complaint(hannah, url, typed, seen):
    answer = hannah.post(url("keep_scores"), typed | {"more": "yes", "given_on": ""})
    page = answer.content.decode()
    assert (answer.status_code, page.count('class="err"')) == (200, 0)
    assert 'value="52.5"' in page
    assert 's5-name"' in page
    assert seen() == ()


def test_a_correction_begins_with_the_earlier_numbers_and_takes_their_place(
    hannah, url, typed, seen, new_uuid
):
    hannah.post(url("keep_scores"), typed)
    page = hannah.get(url("new_scores"), {"amend": str(typed["uuid"])}).content.decode()
    assert "Correct these scores" in page
    assert 'value="52.50"' in page
    again = typed | {"uuid": new_uuid(), "amends": typed["uuid"], "s0-score": "53"}
    assert hannah.post(url("keep_scores"), again).status_code == 302
    assert [one.scales[0].score for one in seen()] == [53]
    assert hannah.get(url("new_scores"), {"amend": str(typed["uuid"])}).status_code == 404


def test_scores_are_set_aside_with_a_reason(hannah, url, typed, seen, new_uuid):
    hannah.post(url("keep_scores"), typed)
    aside = url("set_scores_aside", typed["uuid"])
    refused = hannah.post(aside, {"words": " "})
    assert (refused.status_code, "Write why these scores are set aside." in text(refused)) == (422, True)
    assert hannah.post(aside, {"words": "Another child’s"}).status_code == 302
    assert seen() == ()
    assert hannah.post(url("set_scores_aside", new_uuid()), {"words": "x"}).status_code == 404


def test_criterion_scores_are_charted_and_a_t_never_is(hannah, url, typed, new_uuid):
    by_age = {"s1-name": "Daily by age", "s1-score": "40", "s1-score_type": "T_50_10"}
    for day, score in (("2026-03-02", "48"), ("2026-11-20", "53")):
        sent = typed | by_age | {"uuid": new_uuid(), "given_on": day, "s0-score": score}
        assert hannah.post(url("keep_scores"), sent).status_code == 302
    page = hannah.get(url("scores")).content.decode()
    assert page.count("<svg xmlns") == page.count('class="chart wide"') == 1
    assert "2 Mar 2026: 48, standard error 1.2. 20 Nov 2026: 53, standard error 1.2." in page
    assert "so a T can fall while the child gains" in page
    assert "≈ percentile 16" in page


def test_informants_stand_side_by_side_without_a_verdict(cast, hannah, url, typed, new_uuid):
    told = {
        "instrument": T_SCORES,
        "s0-score_type": "T_50_10",
        "form": "PARENT",
        "s0-confidence": "",
        "s0-sem": "",
    }
    for person, score in ((cast.samira.uuid, "48"), (cast.karim.uuid, "62")):
        sent = typed | told | {"uuid": new_uuid(), "person": person, "s0-score": score}
        assert hannah.post(url("keep_scores"), sent).status_code == 302
    sent = (
        typed | told | {"uuid": new_uuid(), "person": "TEACHER", "who_name": "Miss Okoro", "form": "TEACHER"}
    )
    assert hannah.post(url("keep_scores"), sent).status_code == 302
    page = text(hannah.get(url("scores")))
    assert "Daily 62 48 52.5 14" in page
    assert "None of them is the right one." in page


def test_bands_run_both_ways_and_say_that_neither_end_is_good(hannah, url, typed):
    told = {"instrument": BOTH_WAYS, "s0-score_type": "RAW_CATEGORY", "s0-score": "", "s0-band": "2"}
    plain = {"s0-sem": "", "s0-confidence": "", "s0-source": ""}
    assert hannah.post(url("keep_scores"), typed | told | plain).status_code == 302
    page = text(hannah.get(url("scores")))
    assert "Neither end is good, and neither is bad." in page
    assert "Daily: much more than most." in page


def test_the_clinics_note_about_giving_it_again_is_kept_and_warns(hannah, url, typed, new_uuid):
    note = {"uuid": new_uuid(), "instrument": CRITERION, "words": "Page 12", "weeks": "26"}
    assert hannah.post(url("keep_repeat_note"), note | {"weeks": "900"}).status_code == 422
    assert hannah.post(url("keep_repeat_note"), note).status_code == 302
    assert "26 weeks between. Page 12" in text(hannah.get(url("instruments")))
    assert 'value="Page 12"' in hannah.get(url("instruments"), {"note": CRITERION}).content.decode()
    assert hannah.post(url("keep_repeat_note"), note | {"instrument": "nothing"}).status_code == 404
    hannah.post(url("keep_scores"), typed | {"given_on": "2026-09-01"})
    assert "Given before." in text(hannah.get(url("new_scores"), {"instrument": CRITERION}))
    answer = hannah.post(url("keep_scores"), typed | {"uuid": new_uuid()}, follow=True)
    assert (
        text(answer).count("Given before on 1 September 2026. Your clinic’s note: 26 weeks between. Page 12")
        == 2
    )


@pytest.mark.parametrize("name", ["scores", "new_scores", "instruments", "observations"])
def test_the_pages_are_for_the_childs_own_therapist(cast, sign_in, url, name):
    for player, answer in ((cast.samira, 403), (cast.tom, 403), (cast.other_therapist, 404)):
        assert sign_in(player).get(url(name)).status_code == answer


def test_no_page_of_the_family_tells_a_score(cast, sign_in, hannah, url, typed):
    hannah.post(url("keep_scores"), typed | {"s0-name": "Unmistakable scale"})
    assert b"Unmistakable scale" in hannah.get(url("scores")).content
    samira = sign_in(cast.samira)
    for name in ("today", "plan", "findings", "family", "talk", "wins", "matters"):
        answer = samira.get(reverse(f"parent:{name}", args=[cast.idris]))
        assert (answer.status_code, b"Unmistakable scale" in answer.content) == (200, False)
