"""A picture goes in through both faces, comes out through the gate alone, and is gone the moment it is removed."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from alongside.areas.appointments import actions as appointments
from alongside.areas.circle import actions as circle
from alongside.areas.conversation import actions as conversation
from alongside.areas.programme import queries
from alongside.core.capabilities import Capability
from tests.adapters.media.clips import Track, mp4, places
from tests.areas.programme.building import by, live
from tests.areas.programme.picturing import SECRET, WORDS, add, jpeg

FACES = ("parent", "therapist")


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DATA = tmp_path
    return tmp_path / "media"


@pytest.fixture
def idea(cast):
    return live(cast)


@pytest.fixture
def people(cast, sign_in):
    return {"parent": sign_in(cast.samira), "therapist": sign_in(cast.hannah)}


def page(face, cast, idea, name="pictures", **more):
    return reverse(f"{face}:{name}", kwargs={"child": cast.idris, "placement": idea.uuid, **more})


def send(client, path, content, words=WORDS, name="IMG_1.jpg"):
    file = SimpleUploadedFile(name, content)
    return client.post(path, {"uuid": str(uuid4()), "words": words, "file": file})


def body(response):
    return b"".join(response.streaming_content)


def status(client, path):
    """The status of an answer that is read to its end, as a browser does."""
    answer = client.get(path)
    if answer.streaming:
        body(answer)
    return answer.status_code


@pytest.mark.parametrize("face", FACES)
def test_a_picture_is_added_seen_and_removed(
    face, cast, idea, people, opened, django_capture_on_commit_callbacks
):
    client, path = people[face], page(face, cast, idea)
    assert client.get(path).status_code == 200
    assert send(client, path, jpeg()).url == path
    (one,) = queries.pictures(opened(cast.samira, Capability.READ_PROGRAMME), idea.uuid)
    file = page(face, cast, idea, "picture_file", picture=one.uuid)
    shown = client.get(path).text
    assert f'src="{file}" alt="{WORDS}"' in shown
    answer = client.get(file)
    assert answer.status_code == 200
    for name, value in {
        "Content-Type": "image/webp",
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
        "Content-Disposition": "inline",
        "Accept-Ranges": "bytes",
    }.items():
        assert answer[name] == value
    assert SECRET.encode() not in body(answer)
    with django_capture_on_commit_callbacks(execute=True):
        gone = client.post(page(face, cast, idea, "remove_picture", picture=one.uuid))
        assert (gone.status_code, gone.url) == (302, path)
        assert client.get(file).status_code == 404
    assert WORDS not in client.get(path).text


@pytest.mark.parametrize(
    ("content", "words", "sentence"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", WORDS, "Please choose a photo"),
        (b"%PDF-1.7", WORDS, "Please choose a photo"),
        (b"", WORDS, "Please choose a photo"),
        (mp4(Track(b"soun", (b"x",))), WORDS, "where it was filmed"),
        (jpeg(), "", "Write one sentence on what can be seen."),
    ],
)
def test_what_is_refused_is_said_at_its_field_and_words_stay(content, words, sentence, cast, people):
    idea = live(cast)
    for face in FACES:
        answer = send(people[face], page(face, cast, idea), content, words)
        assert answer.status_code == 422
        assert sentence in answer.text
        assert words.strip("\x00") in answer.text


def test_what_is_too_large_is_not_even_read(cast, idea, people, folder):
    answer = send(people["parent"], page("parent", cast, idea), bytes(26_500_000))
    assert (answer.status_code, folder.exists()) == (422, False)
    assert "Choose a photo up to 12 MB, or a clip up to 25 MB." in answer.text
    assert WORDS in answer.text


def test_a_clip_plays_in_pieces(cast, idea, people, opened):
    film = mp4(Track(b"vide", (b"a frame", b"another")), extra=places())
    assert send(people["parent"], page("parent", cast, idea), film).status_code == 302
    (one,) = queries.pictures(opened(cast.samira, Capability.READ_PROGRAMME), idea.uuid)
    file = page("parent", cast, idea, "picture_file", picture=one.uuid)
    shown = people["parent"].get(page("parent", cast, idea, "idea")).text
    assert f'<video controls playsinline preload="none" src="{file}" aria-label="{WORDS}">' in shown

    def asked(span):
        headers = {"range": span, "accept-encoding": "gzip"}
        return people["parent"].get(file, headers=headers)

    whole, size = body(people["parent"].get(file)), len(film)
    for span, start, end in (
        ("bytes=0-1", 0, 2),
        ("bytes=4-", 4, size),
        ("bytes=-5", size - 5, size),
        (f"bytes=10-{size + 99}", 10, size),
        (f"bytes=-{size + 9}", 0, size),
    ):
        answer = asked(span)
        assert body(answer) == whole[start:end]
        is_part = (start, end) != (0, size)
        assert answer.status_code == (206 if is_part else 200)
        assert answer["Content-Length"] == str(end - start)
        assert answer.get("Content-Range") == (f"bytes {start}-{end - 1}/{size}" if is_part else None)
    for span in ("bytes=0-1,3-4", "lines=1-2", "bytes=-", "bytes=5-2"):
        answer = asked(span)
        assert (answer.status_code, body(answer)) == (200, whole)
    for span in (f"bytes={size}-", "bytes=-0"):
        assert (asked(span).status_code, asked(span)["Content-Range"]) == (416, f"bytes */{size}")


def test_who_left_the_circle_gets_nothing_from_the_next_request_on(cast, idea, sign_in):
    one = add(cast.samira, cast, idea)
    file = page("parent", cast, idea, "picture_file", picture=one.uuid)
    grandma = sign_in(cast.grandma)
    assert status(grandma, file) == 200
    circle.end_place(**by(cast.hannah, cast), person=cast.grandma.uuid)
    for path in (file, page("parent", cast, idea)):
        assert grandma.get(path).status_code == 404


def test_nothing_crosses_from_one_home_child_or_idea_to_another(cast, people, sign_in):
    home = uuid4()
    circle.add_home(**by(cast.samira, cast), home=home, name="Mum’s", zone="")
    hers, both = live(cast, home=home), live(cast)
    one = add(cast.samira, cast, hers)
    file = page("parent", cast, hers, "picture_file", picture=one.uuid)
    remove = page("parent", cast, hers, "remove_picture", picture=one.uuid)
    for stranger in (sign_in(cast.karim), sign_in(cast.grandma), sign_in(cast.other_parent)):
        assert stranger.get(file).status_code == 404
        assert stranger.get(page("parent", cast, hers)).status_code == 404
        assert stranger.post(remove).status_code in (403, 404)
    elsewhere = page("parent", cast, both, "picture_file", picture=one.uuid)
    assert people["parent"].get(elsewhere).status_code == 404
    assert status(people["parent"], file) == 200


def test_a_carer_who_is_not_responsible_sees_and_is_not_asked(cast, idea, sign_in):
    add(cast.samira, cast, idea)
    grandma = sign_in(cast.grandma)
    shown = grandma.get(page("parent", cast, idea))
    assert shown.status_code == 200
    assert WORDS in shown.text
    assert 'type="file"' not in shown.text
    assert "Remove" not in shown.text
    assert send(grandma, page("parent", cast, idea), jpeg()).status_code == 403


def test_no_form_for_pictures_in_the_bath(cast, people):
    idea = live(cast, routine="bath")
    for face in FACES:
        shown = people[face].get(page(face, cast, idea)).text
        assert "Nobody can change this" in shown
        assert 'type="file"' not in shown
        assert send(people[face], page(face, cast, idea), jpeg()).status_code == 422
    assert "Show how" not in people["parent"].get(page("parent", cast, idea, "idea")).text


def test_a_file_that_is_lost_is_not_found(cast, idea, people, folder):
    one = add(cast.samira, cast, idea)
    for path in folder.iterdir():
        path.unlink()
    assert (
        people["parent"].get(page("parent", cast, idea, "picture_file", picture=one.uuid)).status_code == 404
    )


def test_the_one_thing_of_the_week_shows_how_it_is_done(cast, idea, people):
    visit, handed = uuid4(), uuid4()
    when = {"therapist": cast.hannah.uuid, "starts_at": cast.at, "minutes": 45}
    appointments.book_visit(**by(cast.maria, cast), visit=visit, **when)
    team = by(cast.hannah, cast)
    appointments.start_note(**team, visit=visit, note=uuid4())
    about = {"visit": visit, "handover": handed, "placement": idea.uuid}
    conversation.hand_over(**team, **about, words="Only the left sock.", tried=())
    path = reverse("parent:handover", kwargs={"child": cast.idris, "handover": handed})
    assert "<figure" not in people["parent"].get(path).text
    one = add(cast.hannah, cast, idea)
    file = page("parent", cast, idea, "picture_file", picture=one.uuid)
    assert f'src="{file}" alt="{WORDS}"' in people["parent"].get(path).text
