"""What matters most: their words stay, every refusal keeps what was typed."""

from alongside.areas.story import queries as story
from alongside.core.capabilities import Capability


def _line(new_uuid, cast, words="Mornings without tears.", place=0, **more):
    typed = {"uuid": new_uuid(), "words": words, "said_by": cast.samira.uuid, "routine": "morning.dress"}
    return {f"p{place}-{name}": value for name, value in (typed | more).items()}


def _kept(opened, cast):
    return [(one.words, one.by.name) for one in story.priorities(opened(cast.hannah, Capability.READ_STORY))]


def test_words_are_kept_for_whoever_said_them(cast, hannah, url, opened, new_uuid):
    child = _line(new_uuid, cast, "Faster than Yusuf.", 1, said_by="CHILD")
    answer = hannah.post(url("keep_matters"), _line(new_uuid, cast) | child)
    assert answer.status_code == 302
    assert _kept(opened, cast) == [("Mornings without tears.", "Samira"), ("Faster than Yusuf.", "Idris")]


def test_a_line_without_a_speaker_is_refused_and_kept_on_the_page(cast, hannah, url, opened, new_uuid):
    answer = hannah.post(url("keep_matters"), _line(new_uuid, cast, said_by=""))
    assert answer.status_code == 422
    assert "Mornings without tears." in answer.content.decode()
    assert "Choose whose words these are." in answer.content.decode()
    assert _kept(opened, cast) == []


def test_sending_twice_changes_nothing(cast, hannah, url, opened, new_uuid):
    typed = _line(new_uuid, cast)
    for _time in range(2):
        assert hannah.post(url("keep_matters"), typed).status_code == 302
    assert len(_kept(opened, cast)) == 1


def test_a_line_is_rated_with_the_family(cast, hannah, url, opened, new_uuid):
    hannah.post(url("keep_matters"), _line(new_uuid, cast))
    priority = story.priorities(opened(cast.hannah, Capability.READ_STORY))[0].uuid
    typed = {"uuid": new_uuid(), "priority": priority, "importance": 10, "going": 3, "occasion": "FIRST"}
    assert hannah.post(url("rate"), typed).status_code == 422
    assert hannah.post(url("rate"), typed | {"happy": 2}).status_code == 302
    assert "matters 10, going 3" in hannah.get(url("matters")).content.decode()


def test_the_day_and_the_minutes_are_kept(hannah, url, new_uuid):
    moment = {"uuid": new_uuid(), "routine": "breakfast", "usual_at": "07:20", "words": "rushed"}
    assert hannah.post(url("keep_moment"), moment).status_code == 302
    assert hannah.post(url("keep_capacity"), {"uuid": new_uuid(), "minutes_a_day": 15}).status_code == 302
    text = hannah.get(url("matters")).content.decode()
    assert "07:20, rushed" in text
    assert "about 15 minutes a day" in text
    assert hannah.post(url("drop_moment", moment["uuid"])).status_code == 302
    assert "07:20, rushed" not in hannah.get(url("matters")).content.decode()


def test_more_minutes_than_an_hour_are_refused(hannah, url, new_uuid):
    answer = hannah.post(url("keep_capacity"), {"uuid": new_uuid(), "minutes_a_day": 900, "words": "All day"})
    assert answer.status_code == 422
    assert "All day" in answer.content.decode()


def test_a_colleague_cannot_write(cast, sign_in, url, new_uuid):
    typed = {"uuid": new_uuid(), "minutes_a_day": 15}
    assert sign_in(cast.tom).post(url("keep_capacity"), typed).status_code == 403
    assert sign_in(cast.other_therapist).post(url("keep_capacity"), typed).status_code == 404
