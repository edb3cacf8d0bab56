"""What Willow House made of the library: its own copy of one idea, in its own words, and in Turkish."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from alongside.areas.library import actions as library
from alongside.areas.library import queries
from alongside.areas.library.values import WordsDraft
from alongside.config.demo.people import Dice
from alongside.core.actors import Actor

PARKING = "S133"


def keep_ideas(dice: Dice, actor: Actor, clinic: int, at: datetime) -> None:
    """A copy of an idea of the product, changed once and put into another language."""
    told: dict[str, Any] = {"actor": actor, "clinic": clinic, "at": at}
    copy = library.adapt_strategy(**told, strategy=PARKING, copy=dice.uuid(at))
    draft = queries.draft_of(copy)
    ours = replace(draft, words_that_help="Where does it park tonight?", materials=("sticky notes", "pencil"))
    library.change_strategy(**told, strategy=copy.code, seen=copy.version, draft=ours)
    words = WordsDraft(
        name="Oyuna park yeri",
        summary="Oyun bitmeden önce ona bir yer bulun ve ne zaman döneceğini söyleyin.",
        words_that_help="Bu akşam nereye park edelim?",
        notice="“Park” deyince çocuğunuz ne yapıyor?",
        steps=_STEPS,
        easier=_EASIER,
        harder=_HARDER,
    )
    said: dict[str, Any] = {"strategy": copy.code, "uuid": dice.uuid(at), "language": "tr"}
    library.translate_strategy(**told, **said, words=words)


_STEPS = (
    "Bitmeden beş dakika önce yanına oturup oyuna bakın.",
    "Sorun: “Son olarak ne yapmak istersin?”",
    "Çocuğunuz o son şeyi yapsın.",
    "Oyunu park edin: kaydedin, çizin ya da rafa koyun.",
    "Ne zaman döneceğini söyleyin ve sözünüzü tutun.",
)
_EASIER = (
    "Son şeyi siz söyleyin: “Bir araba daha, sonra park.”",
    "Son şey için iki dakika daha verin.",
    "Çocuğunuz bir parçayı yanına alsın.",
)
_HARDER = (
    "“Park zamanı” sözünü çocuğunuz söylesin.",
    "Son şey için bir dakika verin.",
    "En sevdiği oyunun ortasında deneyin.",
)
