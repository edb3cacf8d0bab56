"""The register names instruments and says facts about them. Nothing of what they ask or measure is in it."""

import json
from pathlib import Path

import pytest

from alongside.areas import evaluation
from alongside.areas.evaluation import queries
from alongside.areas.evaluation.values import AREA_LABELS, Licence, ScoreType

DATA = Path(evaluation.__file__).parent / "data"
FIELDS = {
    "code", "name", "edition", "publisher", "licence", "score_types", "retired", "both_ways", "kept_in", "note",
}  # fmt: skip
LONGEST_NAME, LONGEST_NOTE = 40, 160


def rows():
    return json.loads((DATA / "instruments.json").read_text())["instruments"]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["code"])
def test_an_entry_holds_names_and_facts_alone(row):
    assert set(row) == FIELDS
    assert all(len(row[field]) <= LONGEST_NAME for field in ("name", "edition", "publisher", "code"))
    assert len(row["note"]) <= LONGEST_NOTE
    assert row["retired"] is None or 1950 < row["retired"] < 2027
    assert row["kept_in"] in {"", "goals", "matters"}
    assert row["score_types"]


def test_the_register_reads_every_entry_once():
    seen = queries.instruments()
    assert len({one.code for one in seen}) == len({one.name for one in seen}) == len(rows()) > 40
    assert {one.licence for one in seen} == set(Licence)


def test_what_needs_a_licence_what_is_retired_and_what_is_ours_is_known():
    by_code = {one.code: one for one in queries.instruments()}
    assert {code for code, one in by_code.items() if one.retired} == {"amps", "esi", "school-amps"}
    assert by_code["sdq"].licence is by_code["mpoc-20"].licence is Licence.LICENCE
    assert by_code["matters"].licence is Licence.OURS
    assert [code for code, one in by_code.items() if one.both_ways] == ["sensory-profile-2"]
    assert ScoreType.CRITERION in by_code["pedi-cat"].score_types
    assert not any(by_code[code].is_open for code in ("amps", "gas", "matters"))


def test_every_part_of_life_has_three_places_to_look():
    seen = queries.prompts()
    assert list(dict.fromkeys(one.area for one in seen)) == list(AREA_LABELS)
    assert len({one.code for one in seen}) == len(seen) == 3 * len(AREA_LABELS)
    assert all(one.look.endswith(".") and one.where and one.with_help for one in seen)
    assert max(len(one.where) for one in seen) <= 120
