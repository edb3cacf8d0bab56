"""Rules every template of the look keeps, and the whole gallery drawn once for each face."""

import re
from pathlib import Path
from uuid import UUID

import pytest
from django.template import engines
from django.template.loader import render_to_string

from alongside import ui
from alongside.ui import gallery, nav

TEMPLATES = Path(ui.__file__).parent / "templates"
ALL = sorted(path.relative_to(TEMPLATES) for path in TEMPLATES.rglob("*.html"))
EVIL = '<script>alert("x")</script>'
BOUNDS = 150


@pytest.mark.parametrize("path", ALL, ids=str)
def test_a_template_keeps_the_content_policy_and_says_what_it_takes(path):
    source = (TEMPLATES / path).read_text(encoding="utf-8")
    assert not re.search(r"\sstyle\s*=|<style|\son[a-z]+\s*=\s*[\"']|javascript:", source)
    assert not re.search(r"<script(?![^>]*\bsrc=)", source)
    assert "Variables accepted by this template" in source
    assert source.count("\n") <= BOUNDS
    assert "//" not in re.sub(r"{#.*?#}", "", source)


@pytest.fixture(params=["app", "desk"])
def page(request):
    return render_to_string("ui/gallery.html", gallery.context() | {"face": request.param})


def test_the_gallery_draws_every_component(page):
    assert "<c-" not in page
    assert "{%" not in page
    assert f"ui/{'desk' if 'desk.css' in page else 'app'}.css" in page


def test_whoever_said_it_is_named(page):
    said = re.findall(r'<(blockquote|div) class="said.*?</\1>', page, re.DOTALL)
    whole = [
        found.group() for found in re.finditer(r'<(blockquote|div) class="said.*?</\1>', page, re.DOTALL)
    ]
    assert said
    assert [words for words in whole if 'class="by"' not in words and "<footer" not in words] == []


def test_an_id_is_there_once_and_every_reference_finds_it(page):
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    wanted = " ".join(re.findall(r'(?:aria-labelledby|aria-describedby|\sfor)="([^"]+)"', page)).split()
    assert set(wanted) <= set(ids)


@pytest.fixture
def drawn(tmp_path, settings):
    """Draw a snippet as a page would: through the loaders, so that components work."""
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": [tmp_path]}]

    def draw(source, **context):
        (tmp_path / "snippet.html").write_text(source, encoding="utf-8")
        return engines["django"].get_template("snippet.html").render(context)

    return draw


def test_words_in_a_component_are_escaped_once(drawn):
    said = drawn('<c-said :by="x" :words="x" when="{{ x }}" />', x=EVIL)
    assert "<script" not in said
    assert "&amp;lt;" not in said
    assert said.count("&lt;script&gt;") == 3


def test_words_without_a_name_are_somebodys(drawn):
    assert "<strong>Someone</strong>" in drawn('<c-said words="Hello" />')
    assert "<strong>Someone</strong>" in drawn('<c-turn words="Hello" />')


def test_a_refused_field_keeps_the_words_and_ties_the_sentence_to_them(drawn):
    field = drawn(
        '<c-field label="Phone" name="phone" kind="tel" :value="x" error="Add a number." maxlength="30" />',
        x="01632",
    )
    assert 'value="01632"' in field
    assert 'aria-invalid="true"' in field
    assert 'aria-describedby=" f-phone-error"' in field
    assert 'id="f-phone-error"' in field
    assert 'maxlength="30"' in field


def test_a_pick_marks_what_was_chosen(drawn):
    pick = drawn(
        '<c-pick legend="Help" name="help" :choices="c" :chosen="some" kind="checkbox" />',
        c=[(1, "A"), (2, "B")],
        some=[2],
    )
    assert 'value="2" checked' in pick
    assert 'value="1" checked' not in pick


def test_the_parents_tabs_say_which_one_is_open(drawn, settings):
    settings.ROOT_URLCONF = __name__
    here = nav.FamilyNav(child_uuid=UUID(int=7), current="talk", waiting=2)
    tabs = drawn('{% include "ui/family_nav.html" %}', nav=here)
    assert tabs.count('aria-current="page"') == 1
    assert re.search(r'talk/" aria-current="page"', tabs)
    assert tabs.count('class="count"') == 1


def test_the_tabs_are_those_that_the_reader_may_open(drawn, settings):
    settings.ROOT_URLCONF = __name__
    few = nav.FamilyNav(child_uuid=UUID(int=7), current="talk", tabs=("talk", "family"))
    tabs = drawn('{% include "ui/family_nav.html" %}', nav=few)
    assert tabs.count("<li>") == 2
    assert "today/" not in tabs


def test_the_rail_shows_the_items_it_is_given(drawn):
    item = nav.NavItem(label=EVIL, icon="sun", url="/work/", current=True)
    rail = drawn('{% include "ui/desk_nav.html" %}', nav=nav.Nav(items=(item,), more=(item,)))
    assert "<script" not in rail
    assert rail.count('aria-current="page"') == 2
    assert 'class="more"' in rail


def urlpatterns_of_a_family():
    from django.urls import include, path

    tabs = [
        path(f"family/<uuid:child>/{name}/", lambda _: None, name=name)
        for name in ("start", "today", "plan", "talk", "wins", "family")
    ]
    return [path("", include((tabs, "parent")))]


urlpatterns = urlpatterns_of_a_family()
