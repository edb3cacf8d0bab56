"""The words keeper's hints in a page that was drawn without script: ``{% load keeper %}``."""

from typing import Any

from django import template
from django.forms import BoundField

from alongside.faces.therapist.forms.looking import one_newline
from alongside.faces.therapist.words import Reads, WordsPage, words_page

register = template.Library()


@register.simple_tag(takes_context=True)
def looked_at(context: dict[str, Any], field: BoundField, reads: str) -> WordsPage | None:
    """``{% looked_at field "note" as page %}``: the hints when this field was sent to be looked at, else None."""
    if field.name not in getattr(field.form, "looked", ()):
        return None
    text = one_newline(str(field.value() or ""))
    return words_page(context["request"].actor, text, box=field.html_name, reads=Reads(reads))
