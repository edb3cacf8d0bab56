"""A picture on the shared idea and one on the draft, each with a canary in what is said of it."""

from alongside.adapters import media
from alongside.areas.programme import actions as programme
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from tests.areas.programme.picturing import taken
from tests.clock import AT
from tests.matrix.pen import Pen


def picture(pen: Pen) -> None:
    """Everybody who may read an idea reads what is seen on its picture, and nobody else."""
    _add(pen, pen.carer, "placement", "picture", Capability.READ_PROGRAMME)
    _add(pen, pen.therapist, "draft", "draft_picture", Capability.PROPOSE_PROGRAMME)


def _add(pen: Pen, actor: Actor, idea: str, name: str, reader: Capability) -> None:
    about = {"child": pen.child, "placement": pen.family.objects[idea], "picture": pen.new(name)}
    with media.kept(taken()) as file:
        words = pen.word(f"seen on the {name}", reader)
        programme.add_picture(actor=actor, **about, file=file, words=words, at=AT)
