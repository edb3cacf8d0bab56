"""How long families waited, and what is waited for, in plain words; the same at the desk and on the phone."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.areas.waiting.values import PlaceSeen, Rhythm, Way
from alongside.core.waiting import Range


def range_words(found: Range) -> tuple[str, ...]:
    """The honest range as short sentences: what most families waited, and how sure that is."""
    return (_most(*found.weeks), *_middle(found), _seen(found))


def needs(place: PlaceSeen) -> tuple[str, ...]:
    """What a family waits for, as a few words each, for the desk."""
    found = [_rhythm(place.rhythm), _("%(n)d minutes") % {"n": place.minutes}]
    if place.therapist_name:
        found.append(_("with %(name)s") % {"name": place.therapist_name.split()[0]})
    if place.way is not Way.IN_ROOM:
        found.append(_("by video") if place.way is Way.VIDEO else _("video is fine, too"))
    if place.language:
        found.append(_("in %(language)s") % {"language": place.language})
    found += [_("a room with: %(what)s") % {"what": one} for one in place.room_features]
    return tuple(found)


def _rhythm(rhythm: Rhythm) -> str:
    return {
        Rhythm.WEEKLY: _("every week"),
        Rhythm.FORTNIGHTLY: _("every second week"),
        Rhythm.ONCE: _("one visit"),
    }[rhythm]


def _most(low: int, high: int | None) -> str:
    if high is None:
        says = ngettext(
            "Most families waited %(n)d week or longer.", "Most families waited %(n)d weeks or longer.", low
        )
        return says % {"n": low}
    if low == high:
        return ngettext(
            "Most families waited about a week.", "Most families waited about %(n)d weeks.", low
        ) % {"n": low}
    return _("Most families waited %(low)d to %(high)d weeks.") % {"low": low, "high": high}


def _middle(found: Range) -> tuple[str, ...]:
    """Between which weeks the typical wait lies, as surely as what was seen can say."""
    if found.middle_weeks is None:
        return ()
    low, high = found.middle_weeks
    if high is None:
        says = ngettext(
            "The typical wait may well be longer than %(n)d week.",
            "The typical wait may well be longer than %(n)d weeks.",
            low,
        )
        return (says % {"n": low},)
    if low == high:
        says = ngettext("The typical wait is about a week.", "The typical wait is about %(n)d weeks.", low)
        return (says % {"n": low},)
    return (
        _("The typical wait lies somewhere from %(low)d to %(high)d weeks.") % {"low": low, "high": high},
    )


def _seen(found: Range) -> str:
    if found.is_few:
        return _("We have seen only %(n)d such waits, so it may turn out otherwise.") % {"n": found.seen}
    return _("This is from %(n)d waits of the last two years.") % {"n": found.seen}
