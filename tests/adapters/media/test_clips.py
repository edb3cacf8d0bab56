"""A clip keeps what is seen and heard byte for byte, and not one word more; what cannot be walked stays outside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.adapters.media import mp4, webm
from alongside.adapters.media.walking import CannotWalk
from tests.adapters.media.clips import SECRET, Track, box, element, full, places, webm_places
from tests.adapters.media.clips import mp4 as film
from tests.adapters.media.clips import webm as cast

samples = st.lists(st.binary(min_size=1, max_size=40), min_size=1, max_size=6).map(tuple)
SIGHT, SOUND = Track(b"vide", (b"frame one", b"frame two")), Track(b"soun", (b"sound one",))


def marked(*lists):
    """Samples that hold no zeros of their own and cannot be mistaken for a place."""
    return tuple(tuple(b"\x11" + one.replace(b"\0", b"\x01") for one in several) for several in lists)


@given(samples, samples, st.booleans(), st.sampled_from(("moov-last", "moov-first")))
def test_an_mp4_keeps_its_samples_and_loses_every_place(seen, heard, long_offsets, order):
    sight, sound = marked(seen, heard)
    tracks = (Track(b"vide", sight), Track(b"meta", (SECRET, SECRET)), Track(b"soun", sound))
    sent = film(*tracks, extra=places(), in_media=SECRET, long_offsets=long_offsets, order=order)
    plain = mp4.plain(sent)
    assert len(plain) == len(sent)
    assert SECRET in sent
    assert SECRET not in plain
    assert b"TIME" not in plain
    media = sent.index(b"mdat")
    for kept in (b"".join(sight), b"".join(sound)):
        assert plain.find(kept, media if order == "moov-first" else 0) == sent.find(
            kept, media if order == "moov-first" else 0
        )
    assert mp4.plain(plain) == plain


def test_a_plain_mp4_changes_in_its_times_alone():
    sent = film(SIGHT, SOUND)
    assert mp4.plain(sent) == sent.replace(b"TIME", bytes(4))


@given(st.data())
def test_no_broken_mp4_breaks_the_walker_or_brings_a_place_in(data):
    sent = bytearray(film(SIGHT, SOUND, extra=places()))
    for _ in range(data.draw(st.integers(1, 6))):
        sent[data.draw(st.integers(0, len(sent) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(sent[: data.draw(st.integers(0, len(sent)))])
    for clip in (bytes(sent), cut):
        try:
            plain = mp4.plain(clip)
        except CannotWalk:
            continue
        assert len(plain) == len(clip)
        assert mp4.plain(plain) == plain


@pytest.mark.parametrize(
    "clip",
    [
        b"",
        box(b"ftyp", b"isom", bytes(4)),
        film(SOUND),
        film(Track(b"meta", (b"x",))),
        film(SIGHT) + box(b"moof", b""),
        film(SIGHT, extra=box(b"mvex", b"")),
        film(SIGHT).replace(b"avc1", b"hvc1"),
        film(SIGHT, SOUND).replace(b"mp4a", b"ac-3"),
        film(SIGHT).replace(full(b"dref", b"")[4:8] + b"\0\0\0\0", b"dreg" + bytes(4)),
        film(SIGHT).replace(b"url \0\0\0\1", b"url \0\0\0\0"),
        film(SIGHT).replace(b"stco", b"xtco"),
        film(SIGHT) + b"\0\0\0\7junk",
        film(SIGHT)[:-3],
        b"GIF89a" + film(SIGHT),
    ],
)
def test_what_the_walker_does_not_know_is_refused(clip):
    with pytest.raises(CannotWalk):
        mp4.plain(clip)


@given(samples, st.booleans())
def test_a_webm_keeps_its_blocks_and_loses_every_word(blocks, live):
    (seen,) = marked(blocks)
    sent = cast(*seen, extra=webm_places(), live=live)
    plain = webm.plain(sent)
    assert len(plain) == len(sent)
    assert SECRET in sent
    assert SECRET not in plain
    for block in seen:
        whole = element(0xA3, block)
        assert plain.count(whole) == sent.count(whole)
    assert webm.plain(plain) == plain


@given(st.data())
def test_no_broken_webm_breaks_the_walker(data):
    sent = bytearray(cast(b"block", extra=webm_places(), live=data.draw(st.booleans())))
    for _ in range(data.draw(st.integers(1, 6))):
        sent[data.draw(st.integers(0, len(sent) - 1))] = data.draw(st.integers(0, 255))
    for clip in (bytes(sent), bytes(sent[: data.draw(st.integers(0, len(sent)))])):
        try:
            plain = webm.plain(clip)
        except CannotWalk:
            continue
        assert len(plain) == len(clip)


@pytest.mark.parametrize(
    "clip",
    [
        b"",
        cast(b"block").replace(b"webm", b"xxxx"),
        cast(b"block", codec=b"S_TEXT/UTF8"),
        cast(b"block", kind=17),
        cast(b"block")[:-5],
        element(0x1A45DFA3, element(0x4282, b"webm")),
        element(0x1A45DFA3, element(0x4282, b"webm")) + element(0x18538067, element(0x1F43B675, b"")),
    ],
)
def test_a_webm_of_another_kind_is_refused(clip):
    with pytest.raises(CannotWalk):
        webm.plain(clip)
