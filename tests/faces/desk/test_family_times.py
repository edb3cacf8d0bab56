"""What a family told the clinic about its week is written down at the desk, for every home at once."""

from html import unescape

from django.urls import reverse

from alongside.areas.circle.gate import open_child
from alongside.areas.diary.queries import windows
from alongside.core.capabilities import Capability
from alongside.faces.common.window_words import in_words
from tests.areas.diary.test_windows import after_school, keep
from tests.areas.story.drawing import two_homes


def said(cast, player):
    opened = open_child(player.actor, cast.idris, Capability.READ_VISITS, cast.at, doing="test")
    return in_words([one.wish for one in windows(opened)])


def test_what_was_said_on_the_phone_is_written_down_and_read_at_home(cast, sign_in):
    maria = sign_in(cast.maria)
    address = reverse("desk:family_times", args=[cast.idris])
    sent = {"could": ["AFTER_SCHOOL-ANY"], "never": ["2"], "free_from": "15:45"}
    assert maria.post(address, sent)["Location"] == reverse("desk:regular", args=[cast.idris])
    assert said(cast, cast.samira) == "15:45 to 17:30 on Mon, Tue, Thu, Fri. Never Wednesday."
    html = maria.get(address).content.decode()
    assert 'value="AFTER_SCHOOL-0" checked' in html
    assert maria.post(address, sent | {"free_from": "9:00"}).status_code == 422


def test_what_a_home_keeps_itself_stays_and_is_told(cast, sign_in):
    mums, _dads = two_homes(cast)
    keep(cast.samira, cast, after_school(0), home=mums)
    maria = sign_in(cast.maria)
    address = reverse("desk:family_times", args=[cast.idris])
    html = unescape(maria.get(address).content.decode())
    assert "Said by single homes: 15:30 to 17:30 on Mon." in html
    assert "Mum’s" not in html
    assert "Only the clinic reads this: homes are kept apart." in html
    kept = maria.post(address, {"could": ["EVENING-3"]}, follow=True).content.decode()
    assert "reads it on the phone" not in kept
    assert said(cast, cast.samira) == "15:30 to 17:30 on Mon."
    assert said(cast, cast.karim) == ""
    assert said(cast, cast.maria) == "15:30 to 17:30 on Mon; 17:30 to 20:00 on Thu."


def test_the_desk_says_who_told_it_and_only_that_home_reads_it(cast, sign_in):
    two_homes(cast)
    maria, address = sign_in(cast.maria), reverse("desk:family_times", args=[cast.idris])
    html = unescape(maria.get(address).content.decode())
    assert f'href="?from={cast.karim.uuid}"' in html
    sent = {"from": str(cast.samira.uuid), "could": ["EVENING-3"]}
    assert maria.post(address, sent).status_code == 302
    assert said(cast, cast.samira) == "17:30 to 20:00 on Thu."
    assert said(cast, cast.karim) == ""
    assert 'value="EVENING-3" checked' in maria.get(address, {"from": str(cast.samira.uuid)}).content.decode()
    assert 'value="EVENING-3" checked' not in maria.get(address).content.decode()
    for unknown in (str(cast.hannah.uuid), str(cast.other_parent.uuid), "somebody"):
        assert maria.post(address, sent | {"from": unknown}).status_code == 404


def test_nobody_is_asked_who_told_where_the_family_is_one(cast, sign_in):
    html = sign_in(cast.maria).get(reverse("desk:family_times", args=[cast.idris])).content.decode()
    assert "?from=" not in html


def test_only_who_books_visits_writes_here(cast, sign_in):
    address = reverse("desk:family_times", args=[cast.idris])
    for player, status in ((cast.tom, 403), (cast.samira, 403), (cast.other_therapist, 404)):
        assert sign_in(player).post(address, {"could": ["EVENING-3"]}).status_code == status
    assert said(cast, cast.maria) == ""
