"""A picture of this child is on this child's idea alone, for whoever may read that idea, until it is removed."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from alongside.adapters import media
from alongside.areas.circle import actions as circle
from alongside.areas.circle import queries as circle_queries
from alongside.areas.programme import actions as programme
from alongside.areas.programme.actions import AlreadyEnded, EnoughPictures, NoPicturesHere
from alongside.areas.programme.queries.pictures import (
    kept_pictures,
    picture_file,
    pictures,
    pictures_by_placement,
    takes_pictures,
)
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from tests.areas.programme.building import by, live, place
from tests.areas.programme.picturing import WORDS, add, taken

pytestmark = pytest.mark.both_engines
READ = Capability.READ_PROGRAMME


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """A media folder of this test's own."""
    settings.DATA = tmp_path
    return tmp_path / "media"


@pytest.fixture
def homes(cast):
    """Samira's home and Karim's."""
    keys = []
    for player in (cast.samira, cast.karim):
        keys.append(uuid4())
        circle.add_home(**by(player, cast), home=keys[-1], name=f"{player.name}’s", zone="")
    return keys


def files(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_responsible_carer_and_the_own_therapist_add_pictures_and_nobody_else(cast, opened):
    idea = live(cast)
    hers = add(cast.samira, cast, idea)
    theirs = add(cast.hannah, cast, idea)
    seen = pictures(opened(cast.grandma, READ), idea.uuid)
    assert [(one.uuid, one.words, one.by.name) for one in seen] == [
        (theirs.uuid, WORDS, "Hannah"),
        (hers.uuid, WORDS, "Samira"),
    ]
    for stranger, refusal in (
        (cast.grandma, NotAllowed),
        (cast.maria, NotAllowed),
        (cast.other_parent, NotFound),
    ):
        with pytest.raises(refusal):
            add(stranger, cast, idea)
        with pytest.raises(refusal):
            programme.remove_picture(**by(stranger, cast), placement=idea.uuid, picture=hers.uuid)


def test_a_refused_picture_leaves_no_file(cast, folder):
    idea = live(cast)
    with pytest.raises(InvalidInput):
        add(cast.samira, cast, idea, words="  ")
    with pytest.raises(NotAllowed):
        add(cast.grandma, cast, idea)
    assert files(folder) == []


def test_the_other_home_sees_nothing_and_adds_nothing(cast, opened, homes):
    idea, both = live(cast, home=homes[0]), live(cast)
    hers, shared = add(cast.samira, cast, idea), add(cast.samira, cast, both)
    mine, other, therapist = (opened(who, READ) for who in (cast.samira, cast.karim, cast.hannah))
    for reader in (mine, therapist):
        assert set(pictures_by_placement(reader)) == {idea.uuid, both.uuid}
        assert picture_file(reader, idea.uuid, hers.uuid).media_type == "image/webp"
    assert set(pictures_by_placement(other)) == {both.uuid}
    assert pictures(other, idea.uuid) == kept_pictures(other, idea.uuid) == ()
    assert picture_file(other, both.uuid, shared.uuid).size > 0
    with pytest.raises(NotFound):
        picture_file(other, idea.uuid, hers.uuid)
    with pytest.raises(NotFound):
        add(cast.karim, cast, idea)
    with pytest.raises(NotFound):
        programme.remove_picture(**by(cast.karim, cast), placement=idea.uuid, picture=hers.uuid)


def test_a_draft_keeps_its_pictures_to_the_team(cast, opened):
    draft = place(cast)
    one = add(cast.hannah, cast, draft)
    assert picture_file(opened(cast.hannah, READ), draft.uuid, one.uuid)
    family = opened(cast.samira, READ)
    assert pictures(family, draft.uuid) == ()
    with pytest.raises(NotFound):
        picture_file(family, draft.uuid, one.uuid)


@pytest.mark.parametrize("routine", ["bath", "toileting"])
def test_nobody_takes_pictures_of_washing_or_the_toilet(cast, opened, folder, routine):
    idea = live(cast, routine=routine)
    assert not takes_pictures(opened(cast.hannah, READ), idea.uuid)
    for player in (cast.samira, cast.hannah):
        with pytest.raises(NoPicturesHere):
            add(player, cast, idea)
    assert files(folder) == []


def test_an_idea_that_moves_to_the_bath_hides_its_pictures_until_they_are_removed(cast, opened):
    idea = live(cast)
    one = add(cast.samira, cast, idea)
    programme.move_placement(**by(cast.hannah, cast), placement=idea.uuid, change=uuid4(), routine="bath")
    family = opened(cast.samira, READ)
    assert pictures(family, idea.uuid) == ()
    assert pictures_by_placement(family) == {}
    assert [kept.is_shown for kept in kept_pictures(family, idea.uuid)] == [False]
    with pytest.raises(NotFound):
        picture_file(family, idea.uuid, one.uuid)
    programme.remove_picture(**by(cast.samira, cast), placement=idea.uuid, picture=one.uuid)
    assert kept_pictures(family, idea.uuid) == ()


def test_removed_is_gone_at_once_and_the_file_with_it(
    cast, opened, folder, django_capture_on_commit_callbacks
):
    idea = live(cast)
    one = add(cast.hannah, cast, idea)
    assert len(files(folder)) == 1
    gone = by(cast.samira, cast) | {"placement": idea.uuid, "picture": one.uuid}
    with django_capture_on_commit_callbacks(execute=True):
        programme.remove_picture(**gone)
        with pytest.raises(NotFound):
            picture_file(opened(cast.hannah, READ), idea.uuid, one.uuid)
        assert len(files(folder)) == 1
    assert files(folder) == []
    programme.remove_picture(**gone)
    with pytest.raises(NotFound):
        programme.remove_picture(**gone | {"picture": uuid4()})


def test_a_second_delivery_keeps_one_picture_and_one_file(
    cast, opened, folder, django_capture_on_commit_callbacks
):
    idea = live(cast)
    first = add(cast.samira, cast, idea)
    with django_capture_on_commit_callbacks(execute=True):
        again = add(cast.samira, cast, idea, picture=first.uuid, words="Other words")
    assert again == first
    assert len(files(folder)) == 1
    with media.opened(picture_file(opened(cast.samira, READ), idea.uuid, first.uuid).name) as file:
        assert file.read(4) == b"RIFF"


def test_six_pictures_are_enough_and_an_ended_idea_takes_none(cast):
    idea, over = live(cast), live(cast)
    for _ in range(6):
        add(cast.samira, cast, idea)
    with pytest.raises(EnoughPictures, match="6 pictures"):
        add(cast.hannah, cast, idea)
    programme.remove_placement(**by(cast.hannah, cast), placement=over.uuid, change=uuid4())
    with pytest.raises(AlreadyEnded):
        add(cast.hannah, cast, over)


def test_no_name_leads_out_of_the_folder_or_to_the_file_of_another_picture(cast, opened):
    idea = live(cast)
    one = add(cast.samira, cast, idea)
    file = picture_file(opened(cast.samira, READ), idea.uuid, one.uuid)
    for name in (file.name, "../alongside.sqlite3", "x.webp", ""):
        with pytest.raises(NotFound):
            add(cast.samira, cast, idea, file=replace(file, name=name))


def test_a_carer_who_left_the_circle_sees_nothing_from_then_on(cast, opened):
    idea = live(cast)
    add(cast.samira, cast, idea)
    assert pictures(opened(cast.grandma, READ), idea.uuid)
    later = cast.at + timedelta(seconds=1)
    circle.end_place(actor=cast.hannah.actor, child=cast.idris, person=cast.grandma.uuid, at=later)
    with pytest.raises(NotFound):
        opened(cast.grandma, READ, at=later)


def test_files_are_for_this_program_alone_and_have_random_names(folder):
    first, second = media.keep(taken()), media.keep(taken())
    assert first.name != second.name
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    assert folder.stat().st_mode & 0o777 == 0o700


def test_one_carer_is_not_told_what_another_showed(cast, opened):
    one = add(cast.samira, cast, live(cast))
    programme.remove_picture(**by(cast.samira, cast), placement=one.placement, picture=one.uuid)
    told = {
        player.name: {look.doing for look in circle_queries.who_looked(opened(player, Capability.READ_TRAIL))}
        for player in (cast.samira, cast.karim)
    }
    about_pictures = {"programme.add_picture", "programme.remove_picture"}
    assert about_pictures <= told[cast.samira.name]
    assert not about_pictures & told[cast.karim.name]
