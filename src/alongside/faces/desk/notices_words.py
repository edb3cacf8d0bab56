"""Kinds, ways and troubles of notices in plain words."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.areas.notices.values import Channel, NoticeKind, NoticeState

KINDS = {
    NoticeKind.REMINDER: gettext_lazy("Reminder of a visit"),
    NoticeKind.OFFER: gettext_lazy("A time that is held"),
    NoticeKind.CHANGED: gettext_lazy("A visit has changed"),
    NoticeKind.RENEWAL: gettext_lazy("Regular times that end"),
    NoticeKind.DIGEST: gettext_lazy("The week in one line"),
}
STATES = {
    NoticeState.WAITING: gettext_lazy("waits"),
    NoticeState.SENT: gettext_lazy("sent"),
    NoticeState.LET_GO: gettext_lazy("not needed any more"),
    NoticeState.STUCK: gettext_lazy("stuck"),
}
WAYS = {
    Channel.MAIL: gettext_lazy("by email"),
    Channel.SMS: gettext_lazy("by text message"),
    Channel.PUSH: gettext_lazy("on the phone"),
    Channel.NONE: gettext_lazy("not at all"),
}
_JOBS = {
    "waiting.look_for_freed": gettext_lazy("Offering freed times to the next family"),
    "diary.look_at_calendars": gettext_lazy("Reading the calendars that therapists follow"),
    "caseload.plan": gettext_lazy("Planning the times of a caseload"),
    "notices.plan": gettext_lazy("Looking for what to tell whom"),
    "notices.send": gettext_lazy("Sending letters and messages"),
}
_ADDRESS = {"SMTPRecipientsRefused", "SMTPSenderRefused", "BadHeaderError", "ValueError"}
_SERVER = {
    "ConnectionRefusedError",
    "TimeoutError",
    "gaierror",
    "SMTPServerDisconnected",
    "OSError",
    "URLError",
}


def job_words(job: str) -> str:
    """What a job does, whether its look fails or one of the things it found."""
    return str(_JOBS.get(job.removesuffix(".each")) or _("Something that happens by itself"))


def trouble_words(trouble: str) -> str:
    """What to do about an error, told by its kind alone."""
    if trouble in _ADDRESS:
        return _("The mail server does not take this address. Ask them for another.")
    if trouble in _SERVER:
        return _("The mail server does not answer. Try again later.")
    if trouble.startswith("SMTP"):
        return _("The mail server said no. Whoever looks after it can tell why.")
    return _("It did not work. Try again later.")
