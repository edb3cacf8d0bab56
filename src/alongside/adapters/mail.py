"""Letters. No word about a child, a goal or a kind of clinic: lock screens are read by others."""

from email.mime.text import MIMEText

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


def send_note(*, subject: str, body: str, email: str, calendar: bytes = b"") -> None:
    """One plain letter to one person, with a calendar file where there is one. Raises what the mail server says."""
    letter = EmailMessage(subject=subject, body=body, from_email=settings.DEFAULT_FROM_EMAIL, to=[email])
    letter.extra_headers = {"Auto-Submitted": "auto-generated"}
    if calendar:
        letter.attach(_calendar_part(calendar))
    letter.send()


def _calendar_part(content: bytes) -> MIMEText:
    """To be saved, and nothing to be answered."""
    part = MIMEText(content.decode(), "calendar", "utf-8")
    part.set_param("method", "PUBLISH")
    part.add_header("Content-Disposition", "attachment", filename="visit.ics")
    return part
