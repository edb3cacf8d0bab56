"""Stories on the board that are not a family's yet."""

from alongside.areas.story.values import How
from alongside.config.demo.plot import Told

STORIES = (
    Told(
        sent="0 Tue 21:12",
        name="Gemma Rowe",
        email="gemma@family.example",
        phone="07700 900451",
        ring_when="Thursdays, or by message",
        child_first_name="Ben",
        ordinary_day="Ben is eight and always moving. Tea is him walking round the table with a fork. His "
        "little "
        "brother copies every bit of it. I love the noise, but I have not sat down since about 2019.",
        hopes="One meal a week where we are all sitting at the same time. Ten minutes would do.",
        good_at="He can mend anything. He fixed the bathroom lock with a spoon.",
        anything_else="We could only do Thursdays, and his brother would have to come too.",
        topics=("meals", "moving"),
        answered="0 Wed 11:40",
        answered_by="maria",
        how=How.RANG,
        answer="Rang Gemma. Thursdays are fine, and so is his brother: there is a box of trains in the waiting "
        "room. Tom has a Thursday from the middle of next month. She would like to wait for him.",
    ),
    Told(
        sent="ago 1 20:47",
        name="Keiko Watanabe",
        email="keiko@family.example",
        ring_when="Before ten in the morning",
        child_first_name="Hana",
        ordinary_day="Hana is six. She reads to her rabbits and talks to us all day long. At school she is "
        "so quiet "
        "that her teacher asked whether she speaks English. She holds it all in until the car door closes.",
        hopes="That school could feel a little smaller for her.",
        good_at="Drawing, rabbits, remembering every birthday in the family.",
        anything_else="We are away with my mother until January. Video would be good until then.",
        topics=("school", "feelings"),
    ),
    Told(
        sent="ago 1 22:31",
        name="Rhys Bevan",
        email="",
        phone="07700 900466",
        ring_when="After six, I work on the buses",
        child_first_name="Cai",
        ordinary_day="Bath nights. You can hear us from the street. Cai is four and hair washing is the end "
        "of the "
        "world. I do it on my own and I do not think I do it well.",
        good_at="Making his nan laugh.",
        topics=("feelings",),
    ),
)
