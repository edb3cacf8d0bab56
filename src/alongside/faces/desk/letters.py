"""Sending an invitation's letter, and saying plainly when it did not leave."""

from django.conf import settings
from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.adapters import mail
from alongside.faces.common.request import Request


def send_invitation(request: Request, *, name: str, email: str, clinic: str, token: str) -> None:
    """Email the link. The invitation stands either way; the page says whether the letter left."""
    url = settings.PUBLIC_URL + reverse("public:invitation", args=[token])
    try:
        mail.send_invitation(name=name, email=email, clinic=clinic, url=url)
    except OSError:  # what every mail server's trouble is a kind of
        messages.warning(request, _("The letter did not leave. Please invite once more in a while."))
    else:
        messages.success(request, _("The invitation is on its way to %(name)s.") % {"name": name})
