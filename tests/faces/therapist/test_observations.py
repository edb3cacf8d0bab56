"""Where to look: a prompt becomes the beginning of a finding, and the therapist writes what was seen."""

from alongside.areas.evaluation import queries as evaluation
from tests.areas.programme import building


def test_every_part_of_life_has_its_prompts_and_says_what_was_noticed_already(cast, hannah, url):
    building.noticed(cast)
    page = hannah.get(url("observations"), {"area": "dressing"}).content.decode()
    for one in evaluation.prompts():
        assert one.look in page
    assert page.count("1 noticed") == 1
    assert page.count(" open>") == 1


def test_a_prompt_begins_a_finding_with_its_place_and_help_and_leaves_what_was_seen_to_write(hannah, url):
    prompt = evaluation.prompts()[0]
    page = hannah.get(url("findings"), {"prompt": prompt.code}).content.decode()
    assert f'value="{prompt.where}"' in page
    assert f'value="{prompt.with_help}"' in page
    assert prompt.look in page
    assert '<option value="dressing" selected>' in page
    assert prompt.look not in hannah.get(url("findings"), {"prompt": "nothing-9"}).content.decode()
