"""A picture or a clip of this child, on this child's idea alone."""

from datetime import datetime
from functools import partial
from uuid import UUID

from django.db import transaction

from alongside.adapters import media
from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.programme.actions import ledger
from alongside.areas.programme.models import Placement, PlacementPicture
from alongside.areas.programme.queries.pictures import PictureSeen, kept_pictures, takes_pictures
from alongside.areas.programme.values import PlacementState
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound, Refusal
from alongside.core.words import gettext_noop

PICTURES_AT_MOST = 6
# Whoever may lighten the plan, the family's responsible grown-ups and their own therapist, may show how it is done.
_MAY = Capability.LIGHTEN_PROGRAMME


class NoPicturesHere(Refusal):
    """The idea is about bathing or toileting, and nobody can override that."""

    sentence = gettext_noop("No pictures of washing, bathing or the toilet. Nobody can change this.")


class EnoughPictures(Refusal):
    """The idea has as many pictures as it can hold."""

    sentence = gettext_noop("This idea has {most} pictures. Remove one first.")


@action
def add_picture(
    *, actor: Actor, child: UUID, placement: UUID, picture: UUID, file: media.Kept, words: str, at: datetime
) -> PictureSeen:
    """Put a file that was taken in (``adapters.media``) on an idea; ``words`` say what is seen.

    A second delivery of ``picture`` changes nothing, and its file is deleted.
    """
    opened = gate.open_child(actor, child, _MAY, at, doing="programme.add_picture")
    gate.hold(opened)
    row = ledger.find(opened, placement)
    before = PlacementPicture.objects.filter(uuid=picture).first()
    if before is None:
        _check_room(opened, row)
        _keep(opened, row, picture, file, words)
    elif before.file != file.name:
        transaction.on_commit(partial(_drop_unknown, file.name), robust=True)
    return _one(opened, placement, picture)


@action
def remove_picture(*, actor: Actor, child: UUID, placement: UUID, picture: UUID, at: datetime) -> None:
    """Take a picture away for everybody, at once; its file goes when that is written. Twice changes nothing."""
    opened = gate.open_child(actor, child, _MAY, at, doing="programme.remove_picture")
    row = ledger.find(opened, placement)
    found = PlacementPicture.objects.select_for_update().filter(placement=row, uuid=picture).first()
    if found is None:
        raise NotFound
    if found.removed_at is None:
        found.removed_at = at
        found.save(update_fields=["removed_at"])
        transaction.on_commit(partial(media.drop, found.file), robust=True)


def _check_room(opened: OpenChild, row: Placement) -> None:
    if row.state == PlacementState.ENDED:
        raise ledger.AlreadyEnded
    if not takes_pictures(opened, row.uuid):
        raise NoPicturesHere
    if PlacementPicture.objects.filter(placement=row, removed_at=None).count() >= PICTURES_AT_MOST:
        raise EnoughPictures(most=PICTURES_AT_MOST)


def _keep(opened: OpenChild, row: Placement, picture: UUID, file: media.Kept, words: str) -> None:
    if not media.is_name(file.name) or PlacementPicture.objects.filter(file=file.name).exists():
        raise NotFound
    PlacementPicture.objects.create(
        uuid=picture,
        child_id=opened.pk,
        placement=row,
        kind=file.kind.value,
        words=bounds.words(words, bounds.SENTENCE, "words", required=True),
        file=file.name,
        size=bounds.whole(file.size, 1, media.CLIP_BYTES, "file"),
        by_id=opened.actor.person,
        voice=opened.voice.value,
        at=opened.at,
    )


def _drop_unknown(name: str) -> None:
    """Delete a file that no picture speaks of."""
    if not PlacementPicture.objects.filter(file=name).exists():
        media.drop(name)


def _one(opened: OpenChild, placement: UUID, picture: UUID) -> PictureSeen:
    for one in kept_pictures(opened, placement):
        if one.uuid == picture:
            return one
    raise NotFound
