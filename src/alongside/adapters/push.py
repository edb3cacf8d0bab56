"""Push messages, through a gateway that knows the phones of people. Off unless it has an address."""

from django.conf import settings

from alongside.adapters import gateway


def send(person: str, text: str) -> None:
    """One message to the phones of one person (uuid). Raises GatewayRefused, and OSError where nobody answers."""
    gateway.hand_over(settings.PUSH_URL, settings.PUSH_TOKEN, to=person, text=text)
