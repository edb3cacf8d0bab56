"""Where to look: a prompt becomes the beginning of a finding, and the therapist writes what was seen."""

from alongside.areas.evaluation import queries as evaluation
from tests.areas.programme import building


def test_every_part_of_life_has_its_prompts_and_says_what_was_noticed_already(cast, hannah, url):
    building.noticed(cast)
    for area in evaluation.areas():
        page = hannah.get(url("observations"), {"area": area.code}).content.decode()
        shown = [one.area for one in evaluation.prompts() if one.look in page]
        assert shown == [area.code] * 3
        assert ("1 thing noticed" in page) is (area.code == "dressing")


def test_without_a_part_of_life_the_first_is_shown(hannah, url):
    for asked in ({}, {"area": "nothing"}):
        assert '<h2 id="part">Getting dressed</h2>' in hannah.get(url("observations"), asked).content.decode()


def test_a_prompt_begins_a_finding_with_its_place_and_help_and_leaves_what_was_seen_to_write(hannah, url):
    prompt = evaluation.prompts()[0]
    page = hannah.get(url("findings"), {"prompt": prompt.code}).content.decode()
    assert f'value="{prompt.where}"' in page
    assert f'value="{prompt.with_help}"' in page
    assert prompt.look in page
    assert '<option value="dressing" selected>' in page
    assert prompt.look not in hannah.get(url("findings"), {"prompt": "nothing-9"}).content.decode()
