"""The actions on the clinic's times, with inputs that are right."""

from datetime import time
from uuid import uuid4

from alongside.areas.diary import actions as diary
from alongside.areas.diary.values import TermKind
from tests.areas.diary.week import FRIDAY, MONDAY, as_owner, draft_of_rules, place, weekly, works


def calls(cast, world):
    """One call of each."""
    clinic = {"actor": cast.olive.actor, "clinic": cast.clinic.pk}
    person = clinic | {"person": cast.hannah.uuid}
    here, there = place(cast, "Willow House"), place(cast, "Annexe")
    yield diary.keep_site, clinic | {"site": uuid4(), "name": "Hill School", "address": "1 Hill Road"}
    yield diary.keep_travel, clinic | {"a": here, "b": there, "minutes": 20}
    yield diary.keep_working_week, person | {"from_on": MONDAY, "week": [works(0, 9, 12, site=there)]}
    yield diary.keep_free, person | {"kept": uuid4(), "draft": weekly(last=FRIDAY, words="Notes")}
    leave = {"kept": uuid4(), "first": MONDAY, "last": FRIDAY, "words": "Sea"}
    yield diary.take_leave, person | leave | {"from_time": time(12), "until_time": time(17)}
    yield diary.close_clinic, clinic | leave | {"kept": uuid4()}
    term = {"term": uuid4(), "name": "half term", "kind": TermKind.HOLIDAY, "first": MONDAY, "last": FRIDAY}
    yield diary.keep_term, clinic | term
    diary.keep_term(**as_owner(cast), **term)
    yield diary.keep_rules, clinic | {"rules": draft_of_rules(cancel_words="Ring us")}
    yield diary.choose_country, clinic | {"country": "GB", "subdivision": "ENG"}
    yield diary.stop_keeping, clinic | {"kept": leave["kept"]}
    yield diary.remove_site, clinic | {"site": place(cast, "Pond House")}
    yield diary.remove_term, clinic | {"term": term["term"]}
