"""Words of the public pages that templates of the sign-in library need: ``{% load public_words %}``."""

from django import template

register = template.Library()


@register.filter
def masked(email: str) -> str:
    """ "samira@family.example" -> "s•••@family.example": enough to know one's own address by."""
    name, _, domain = str(email).partition("@")
    return f"{name[:1]}•••@{domain}" if domain else ""
