"""Sessions in the database, read in one prepared statement."""

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from alongside.adapters.prepared import Slot, prepared


class SessionStore(db.SessionStore):
    """As the library's own; a session that ended or never was leaves no key, so that none is taken up again."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def _get_session_from_db(self) -> Session | None:
        found = _stored(key=self.session_key, at=timezone.now())
        if not found:
            self._session_key = None
            return None
        return found[0]


@prepared
def _stored() -> QuerySet[Session, Session]:
    return Session.objects.filter(session_key=Slot("key"), expire_date__gt=Slot("at"))
