"""What a calendar program reads behind a link: no session, no cookie, nothing to be told apart when it is unknown."""

import hashlib

from allauth.account.adapter import get_adapter
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import HttpResponse
from django.utils.cache import get_conditional_response

from alongside.areas.calendars import actions as calendars
from alongside.areas.calendars import queries as links
from alongside.areas.calendars.values import FeedRead
from alongside.core.refusals import NotFound
from alongside.faces.common.request import Request

_HOUR = 3600
READS_AN_HOUR = 60
GUESSES_AN_HOUR = 60


@login_not_required
def calendar(request: Request, feed: str) -> HttpResponse:
    """The visits behind a link as an .ics file; 304 when the program has them already, 404 when the link is unknown."""
    try:
        link = links.feed_behind(feed)
    except NotFound:
        if _too_often(request, f"guess:{get_adapter().get_client_ip(request)}", GUESSES_AN_HOUR):
            return _later()
        raise
    if _too_often(request, f"read:{link}", READS_AN_HOUR):
        return _later()
    return _answer(request, calendars.read_feed(token=feed, at=request.at))


def _answer(request: Request, read: FeedRead) -> HttpResponse:
    etag = f'"{read.digest[:32]}"'
    response = HttpResponse(read.content, content_type="text/calendar; charset=utf-8")
    response["ETag"] = etag
    response["Cache-Control"] = "private, max-age=900"
    response["Content-Disposition"] = 'inline; filename="visits.ics"'
    response["X-Robots-Tag"] = "noindex"
    return get_conditional_response(request, etag=etag, response=response) or response


def _too_often(request: Request, who: str, most: int) -> bool:
    """Counted by the hour on the clock, in the cache that all web processes share."""
    key = f"calendar:{request.at:%Y%m%d%H}:{hashlib.sha256(who.encode()).hexdigest()[:32]}"
    times = cache.get(key, 0) + 1
    cache.set(key, times, _HOUR)
    return times > most


def _later() -> HttpResponse:
    response = HttpResponse(status=429, content_type="text/plain; charset=utf-8")
    response["Retry-After"] = str(_HOUR)
    return response
