"""The same sheets at the therapist's desk."""

from tests.areas.programme import building


def test_the_therapist_prints_what_the_family_prints(hannah, url, cast):
    building.live(cast)
    page = hannah.get(url("paper")).content.decode()
    assert "Card for the fridge: Getting dressed" in page
    for sheet in (url("paper_card", "morning.dress"), url("paper_school")):
        assert hannah.get(sheet).content.startswith(b"%PDF")
    strip = hannah.get(url("paper_schedule"), {"kind": "strip", "picture_1": "wake"})
    assert strip.content.startswith(b"%PDF")
    assert hannah.get(url("paper_schedule")).content.startswith(b"%PDF"), "an ordinary morning"
    assert hannah.get(url("paper_schedule"), {"kind": "strip"}).status_code == 422
