"""Text messages, through a gateway of the clinic's own choice. Off unless it has an address."""

from django.conf import settings

from alongside.adapters import gateway


def send(number: str, text: str) -> None:
    """One text message to one phone. Raises GatewayRefused, and OSError where nobody answers."""
    gateway.hand_over(settings.SMS_URL, settings.SMS_TOKEN, to=number, text=text)
