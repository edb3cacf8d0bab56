"""Make a plan of a caseload that somebody asked for at the desk (its uuid), or every one that waits; then end."""

from uuid import UUID


def main(argv: list[str]) -> int:
    """A process of its own, so that the optimiser's memory is given back."""
    import django

    django.setup()
    from django.conf import settings

    from alongside.config.slots import caseload

    if argv:
        caseload.make_next(settings.CLOCK, UUID(argv[0]))
        return 0
    while caseload.make_next(settings.CLOCK):
        pass
    return 0
