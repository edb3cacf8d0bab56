"""The first clinic and its owner, on a fresh installation."""

import argparse
from datetime import UTC, datetime

from alongside.config.set_up import set_up


def main(argv: list[str]) -> int:
    """Make the clinic; the owner then signs in with an emailed code and adds a second factor."""
    words = argparse.ArgumentParser(prog="alongside found_clinic")
    for name in ("name", "slug", "zone", "phone", "email", "owner_name", "owner_email"):
        words.add_argument(f"--{name.replace('_', '-')}", required=True)
    given = words.parse_args(argv)
    set_up()
    _found(given)
    print(f"{given.name} is open. {given.owner_name} can sign in at /enter/login/code/.")
    return 0


def _found(given: argparse.Namespace) -> None:
    from alongside.areas.people import actions as people  # models need Django to be set up
    from alongside.areas.people.values import PersonDraft  # as above
    from alongside.core.actors import MemberRole  # as above
    from alongside.core.ids import uuid7  # as above

    at = datetime.now(UTC)
    clinic = people.found_clinic(
        uuid=uuid7(at),
        name=given.name,
        slug=given.slug,
        zone=given.zone,
        phone=given.phone,
        email=given.email,
        at=at,
    )
    draft = PersonDraft(
        uuid=uuid7(at),
        name=given.owner_name,
        short_name=given.owner_name.split()[0],
        email=given.owner_email,
    )
    people.found_team(clinic=clinic.pk, draft=draft, role=MemberRole.OWNER, at=at)
