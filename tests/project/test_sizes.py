"""Functions, files and templates stay small, and the measure notices when they do not."""

import textwrap

from scripts import sizes


def function(*, lines, parameters="", name="long"):
    """The text of one function with so many lines."""
    return f"def {name}({parameters}):\n" + "    pass\n" * (lines - 1)


def test_every_function_keeps_within_its_limits():
    assert sizes.function_complaints(sizes.all_functions()) == []


def test_every_file_keeps_within_its_limit():
    limits = sizes.file_limits()
    assert len(limits) > 10
    assert sizes.file_complaints(limits) == []


def test_no_modules_import_each_other_in_a_circle():
    assert sizes.circle() == []


def test_a_function_of_forty_lines_passes_and_of_forty_one_does_not():
    small = function(lines=5) * 20
    forty = sizes.functions_of(small + function(lines=40), "here")
    more = sizes.functions_of(small + function(lines=41), "here")
    assert sizes.function_complaints(forty) == []
    assert sizes.function_complaints(more) == ["here:101 long has 41 lines"]


def test_a_view_has_its_own_limit():
    text = function(lines=5) * 20 + function(lines=26, parameters="request, child", name="today")
    assert sizes.function_complaints(sizes.functions_of(text, "here")) == []
    found = sizes.functions_of(text, "here", in_faces=True)
    assert sizes.function_complaints(found) == ["here:101 today is a view of 26 lines"]


def test_only_parameters_given_by_position_are_counted():
    text = textwrap.dedent("""
        class Plan:
            def six(self, a, b, c, d, e, f, *, g, h): ...
            def seven(self, a, b, c, d, e, f, g): ...
    """)
    assert sizes.function_complaints(sizes.functions_of(text, "here")) == ["here:4 seven takes 7 by position"]


def test_the_typical_function_is_short():
    text = function(lines=7) * 10
    assert sizes.function_complaints(sizes.functions_of(text, "here")) == ["the median function has 7 lines"]


def test_a_long_file_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(sizes, "ROOT", tmp_path)
    page = tmp_path / "page.html"
    page.write_text("<p>\n" * 151)
    assert sizes.file_complaints({page: sizes.TEMPLATE}) == ["page.html has 151 lines"]
