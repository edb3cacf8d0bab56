"""Public holidays of a country, looked up in a process of its own.

The library brings 300 modules and 18 MB. A clinic asks once in two years, so neither stays behind in a web process.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

_SECONDS = 60


class NotLookedUp(Exception):
    """The look took too long, or could not begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The holidays by day, and the parts of the country that have their own."""

    regions: tuple[str, ...]
    days: Mapping[date, str]


def look_up(country: str, region: str, years: range) -> Found | None:
    """The holidays of a country (ISO 3166, two letters) in these years, in the country's own words.

    ``region`` is one of ``regions``, in any case of letters; with another one there are no days. None for a country
    that the library does not know. Raises NotLookedUp.
    """
    answer = json.loads(_asked(json.dumps([country, region, years.start, years.stop])))
    if answer is None:
        return None
    regions, days = answer
    return Found(regions=tuple(regions), days={date.fromisoformat(day): name for day, name in days.items()})


def _asked(asked: str) -> str:
    run = [sys.executable, "-P", __file__]
    try:
        return subprocess.run(
            run, input=asked, capture_output=True, text=True, timeout=_SECONDS, check=True
        ).stdout
    except (OSError, subprocess.SubprocessError) as error:
        raise NotLookedUp from error


def _answer(country: str, region: str, first: int, after: int) -> tuple[list[str], dict[str, str]] | None:
    """What the library says: only ever called in the process of its own."""
    from holidays import country_holidays, list_supported_countries

    regions = list_supported_countries(include_aliases=False).get(country)
    if regions is None:
        return None
    written = next((one for one in regions if one.upper() == region.upper()), None)
    if region and written is None:
        return list(regions), {}
    found = country_holidays(country, subdiv=written, years=range(first, after))
    return list(regions), {str(day): name for day, name in found.items()}


if __name__ == "__main__":
    json.dump(_answer(*json.load(sys.stdin)), sys.stdout)
