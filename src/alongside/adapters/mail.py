"""Letters. No word about a child, a goal or a kind of clinic: lock screens are read by others."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string


def send_invitation(*, name: str, email: str, clinic: str, url: str) -> None:
    """One letter to one person with the link to their invitation. Raises what the mail server says."""
    words = render_to_string("letters/invitation.txt", {"name": name, "clinic": clinic, "url": url})
    subject, _, body = words.partition("\n")
    EmailMessage(
        subject=subject.strip(), body=body.lstrip(), from_email=settings.DEFAULT_FROM_EMAIL, to=[email]
    ).send()


def send_note(*, subject: str, body: str, email: str) -> None:
    """One plain letter to one person. Raises what the mail server says."""
    letter = EmailMessage(subject=subject, body=body, from_email=settings.DEFAULT_FROM_EMAIL, to=[email])
    letter.extra_headers = {"Auto-Submitted": "auto-generated"}
    letter.send()
