"""How what was seen is said and counted, for both faces: always of how many."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.areas.review.values.thread import Sign, SignKind, Signs
from alongside.core.moments import FELT_LABELS, HELP_LABELS
from alongside.core.words import gettext_noop

ICONS = {
    SignKind.TRIED: "check",
    SignKind.NOTICED: "eye",
    SignKind.COUNTED: "circle-dot",
    SignKind.WIN: "heart",
    SignKind.STEP: "handshake",
    SignKind.NOTE: "clipboard-list",
}
_KINDS = {
    SignKind.TRIED: gettext_noop("Tried it"),
    SignKind.NOTICED: gettext_noop("Noticed"),
    SignKind.WIN: gettext_noop("A win"),
    SignKind.NOTE: gettext_noop("Note"),
}


def kind_words(sign: Sign) -> str:
    """What kind of sign it is, with how it went: "Tried it · Went well · A little help"."""
    if sign.kind is SignKind.STEP:
        return _step_words(sign.step or 0)
    if sign.kind is SignKind.COUNTED:
        return _("Counted: %(value)s of %(of)s") % {"value": sign.value, "of": sign.of}
    felt = FELT_LABELS[sign.felt] if sign.felt else ""
    helped = HELP_LABELS[sign.help] if sign.help else ""
    return " · ".join(_(label) for label in (_KINDS[sign.kind], felt, helped) if label)


def how_many(signs: Signs) -> str:
    """ "9 in all: 6 moments, 1 win, 2 steps agreed. The newest two of each:" and "" when there is nothing."""
    if not signs.of:
        return ""
    counted = _("%(all)s in all: %(kinds)s.") % {"all": signs.of, "kinds": ", ".join(_counted(signs))}
    return counted if len(signs.newest) == signs.of else f"{counted} {_('The newest two of each:')}"


def _counted(signs: Signs) -> list[str]:
    counted = (
        (signs.tried, ngettext("%(n)s moment", "%(n)s moments", signs.tried)),
        (signs.noticed, ngettext("%(n)s thing noticed", "%(n)s things noticed", signs.noticed)),
        (signs.counted, ngettext("%(n)s count", "%(n)s counts", signs.counted)),
        (signs.wins, ngettext("%(n)s win", "%(n)s wins", signs.wins)),
        (signs.steps, ngettext("%(n)s step agreed", "%(n)s steps agreed", signs.steps)),
    )
    return [words % {"n": count} for count, words in counted if count]


def _step_words(step: int) -> str:
    if step:
        return _("Step %(step)s, agreed by both") % {"step": step}
    return _("Harder than when we started, agreed by both")
