"""Every page of the family's phone in the demo, as its readers meet it: by eye, by ear and on paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import product

import pymupdf
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from alongside.areas.circle.models import Child, Place
from alongside.areas.story.models import DayMoment
from alongside.faces.common.policy import all_policies
from tests.matrix.routes import Route, routes

AT_MOST = 2  # of the newest and of the oldest of one kind for one child.
# Variables of addresses that are not called after the model they name.
MODELS = {
    "moment": "daymoment",
    "fact": "safetyfact",
    "proposal": "stepproposal",
    "picture": "placementpicture",
}
INLINE = frozenset({"a", "b", "strong", "em", "i", "span", "small", "sup", "sub", "tspan", "mark", "abbr"})
HEARD = frozenset(
    {"aria-label", "aria-description", "aria-valuetext", "alt", "title", "placeholder", "value"}
)
NOT_READ = frozenset({"script", "style", "template"})


@dataclass(frozen=True)
class Page:
    """What one carer met at one address. An address that answered no page has no text."""

    route: str
    path: str
    reader: str
    status: int
    text: str


class _Reader(HTMLParser):
    """Gathers the words of a page, and those that screen readers say."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.told: list[str] = []
        self.skips = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.skips += tag in NOT_READ
        self.told.append("" if tag in INLINE else "\n")
        named = dict(attrs)
        if named.get("type") not in {"hidden", "radio", "checkbox"}:
            self.told += [f"\n{words}\n" for name, words in attrs if name in HEARD and words]

    def handle_endtag(self, tag: str) -> None:
        self.skips -= tag in NOT_READ
        self.told.append("" if tag in INLINE else "\n")

    def handle_data(self, data: str) -> None:
        if not self.skips:
            self.told.append(data)


def words_of(html: str) -> str:
    """The text of a page without its tags, entities as signs; words that are only heard stand on their own lines."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "".join(reader.told)


def addresses() -> list[Route]:
    """The addresses of the family's phone that can be looked at, from the URLconf itself."""
    rows = all_policies()
    return [one for one in routes() if one.name.startswith("parent:") and "GET" in rows[one.name]]


def pages(child: Child, person: object, wanted: list[Route] | None = None) -> Iterator[Page]:
    """Every page about one child for one carer."""
    client = Client()
    client.force_login(person, backend=settings.AUTHENTICATION_BACKENDS[0])
    for route in addresses() if wanted is None else wanted:
        for path in _paths(route, child):
            answer = client.get(path)
            yield Page(route.name, path, person.short_name, answer.status_code, _text(answer))


def carers(clinic: int) -> list[tuple[Child, object]]:
    """Each child of the clinic with everybody who cares for it now, in the order they came."""
    places = Place.objects.filter(child__clinic=clinic, kind="CARER", until=None).order_by("pk")
    people = get_user_model().objects.in_bulk(places.values_list("person", flat=True))
    return [(place.child, people[place.person_id]) for place in places.select_related("child")]


def _paths(route: Route, child: Child) -> Iterator[str]:
    several = [[child.uuid] if name == "child" else _things(name, child) for name in route.variables]
    for values in product(*several):
        yield reverse(route.name, kwargs=dict(zip(route.variables, values, strict=True)))


def _things(name: str, child: Child) -> list[object]:
    """The newest and the oldest things of this child that a variable of an address can name."""
    if name == "routine":
        return [*DayMoment.objects.filter(child=child).values_list("routine", flat=True)[:AT_MOST]]
    wanted = MODELS.get(name, name.replace("_", ""))
    found = [model for model in apps.get_models() if model._meta.model_name == wanted]
    if not found:
        raise KeyError(f"tell the walk through the family's pages what <{name}> of an address is")
    rows = found[0].objects.filter(child=child).values_list("uuid", flat=True)
    both = [*rows.order_by("-pk")[:AT_MOST], *rows.order_by("pk")[:AT_MOST]]
    return list(dict.fromkeys(both))


def _text(answer) -> str:
    if answer.status_code != 200:
        return ""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if answer["content-type"] == "application/pdf":
        with pymupdf.open(stream=body) as paper:
            return "\n".join(page.get_text() for page in paper)
    return words_of(body.decode()) if answer["content-type"].startswith("text/") else ""
