"""The twenty-one areas that families recognise, each with codes of the list."""

from alongside.areas.evaluation import queries


def test_every_area_of_the_list_has_a_label_and_codes():
    areas = queries.areas()
    assert len(areas) == 21
    assert len({area.code for area in areas}) == 21
    assert {area.default for area in areas} <= queries.icf_codes()
    dressing = next(area for area in areas if area.code == "dressing")
    assert (dressing.label, dressing.default) == ("Getting dressed", "d540")
    assert dressing.icf[0].plain


def test_labels_use_the_familys_words():
    labels = " ".join(area.label for area in queries.areas())
    assert "meltdown" not in labels.lower()
    assert "Big feelings" in labels
