"""Zara: nights, a torch, and two homes."""

from alongside.config.demo import plot
from alongside.core.capabilities import Capability

ZARA = plot.Family(
    key="zara",
    therapist="tom",
    about=plot.About(
        name="Zara Hussain",
        age=(5, 8),
        pronouns="she",
        likes="Moon facts, her torch, plaits",
        dislikes="The dark bit of the stairs, clocks that tick",
        languages="English and Urdu",
        lives_with="Farah, and every second weekend her father",
        school="Year 1 at Hill View",
    ),
    told=plot.Told(
        sent="-11 Sat 02:35",
        name="Farah Hussain",
        email="farah@family.example",
        phone="07700 900297",
        ring_when="Not before nine please",
        child_first_name="Zara",
        ordinary_day="It is half past two and I am writing this on the stairs. She falls asleep at ten, "
        "wakes at one, comes over at two. We are kind to each other until about four.",
        hopes="Four nights a week in our own beds.",
        good_at="She plaits everything: hair, fringes, spaghetti.",
        anything_else="Her father and I live apart. I would like to talk about who reads what.",
        topics=("sleep",),
        answered="-10 Mon 10:30",
        answered_by="tom",
        answer="Rang Farah after nine. We spoke about nights and about the two homes, and who sees what.",
        family="-10 Mon 15:10",
    ),
    carers=(
        plot.Carer(
            key="farah",
            name="Farah Hussain",
            relation="Mother",
            since="-10 Mon 20:30",
            phone="07700 900297",
            address="3 Quarry Steps",
            quiet=("19:00", "09:00"),
            writes=4,
        ),
        plot.Carer(
            key="imran",
            name="Imran Hussain",
            relation="Father",
            since="-8 Wed 18:00",
            responsible=False,
            phone="07700 900298",
            address="27 Canal Street",
            writes=1,
            named=(Capability.READ_PROGRAMME, Capability.WRITE_ENTRIES, Capability.READ_OWN_ENTRIES),
        ),
    ),
    minutes=25,
    minutes_words="Bedtime is our time, so twenty-five is all right.",
    asked="-10 Tue 20:15",
    day=(
        plot.Routine(code="bath", usual="18:30", words="splashy", minutes=0),
        plot.Routine(code="bedtime", usual="19:10", words="long", minutes=25),
        plot.Routine(code="sleep", usual="22:00", words="short"),
    ),
    matters=(
        plot.Matter(
            words="I want to sleep. I want her to sleep. In that order, some nights.",
            said_by="farah",
            rank=1,
            routine="bedtime",
            first=(10, 2, 1),
        ),
        plot.Matter(words="The stairs make a noise like a man.", said_by=plot.CHILD, rank=1, routine="sleep"),
    ),
    seen_on="-9 Mon 15:55",
    seen=(
        plot.Seen(
            area="sleep",
            does="Zara tells us exactly what wakes her: the stairs, the heating, a dream about geese.",
        ),
        plot.Seen(
            area="sleep",
            does="Zara falls asleep while somebody holds her hand, at about ten, and wakes at one.",
            where="in her own bed at Farah’s",
            with_help="a hand until she sleeps, and again at one",
            matter=0,
            icf=("b1341", "b1342"),
        ),
    ),
    aims=(
        plot.Aim(
            key="nights",
            title="Four nights in her own bed",
            does="stay in her own bed until six",
            where_when="at night",
            with_help="her torch and one visit from Farah",
            how_often="4 of 7 nights",
            look_back="4 Fri",
            steps=(
                "Comes over at two, every night",
                "Two nights in her own bed",
                "Four nights in her own bed",
                "Six nights in her own bed",
                "Tells us at breakfast what she dreamed",
            ),
            matter=0,
            finding=1,
            when="-8 Mon 16:20",
            by="therapist",
            yes="-8 Mon 20:40",
            reached=(
                plot.Reached(
                    step=2,
                    when="-2 Mon 07:40",
                    by="farah",
                    words="Two nights. I woke up because nobody was there.",
                    answered="-2 Mon 12:45",
                    answered_by="therapist",
                ),
            ),
        ),
    ),
    ideas=(
        plot.Idea(
            key="ladder",
            shared="-8 Tue 10:10",
            routine="bedtime",
            usual="19:15",
            goal="nights",
            strategy="S28",
            minutes=20,
            agreed="-8 Tue 20:50",
            sure=6,
            help="ar",
            per_week=4,
            days="Mon Tue Wed Thu Fri Sat Sun",
            dips=(-5, -4),
            said=(
                ("-5 Sat 19:40", "imran", "l Two steps of the ladder, then she was asleep on the sofa."),
                ("-1 Sun 19:20", "farah", "s She moved the marker herself and said goodnight to the ladder."),
            ),
        ),
        plot.Idea(
            key="torch",
            shared="-6 Mon 16:40",
            routine="sleep",
            usual="20:10",
            goal="nights",
            title="Torch check",
            words="Zara lights each corner once, says clear, and keeps the torch under her pillow.",
            helps="Corner one, clear.",
            minutes=3,
            agreed="-6 Mon 20:30",
            sure=9,
            help="ls",
            per_week=3,
            days="Mon Tue Wed Thu Fri Sun",
            changes=(
                plot.Change(
                    when="-4 Mon 16:35",
                    what="reword",
                    key="stairs_too",
                    because="stairs",
                    words="Zara lights each corner and the dark bit of the stairs, says clear, and keeps "
                    "the torch under her pillow.",
                    agreed="-4 Mon 20:30",
                ),
            ),
        ),
    ),
    visits=plot.Visits(
        day="Mon", clock="15:45", room="Kingfisher Room", weeks=(-9, -8, -6, -4, -2, 0, 2, 4), away=()
    ),
    notes=(
        plot.Note(
            week=-9,
            did="Two-week sleep picture with mother, evening walked through step by step.",
            saw="Sleep onset 21:50, association with hand contact. No snoring, no leg discomfort reported.",
            plan="Earlier lights\nOne order of steps",
            family="We drew an evening together. Zara would like the lights low and the stairs quiet.",
        ),
        plot.Note(
            week=-8,
            did="Built a ladder of four steps with a moon as marker. Goal written.",
            saw="Chose steps herself: teeth, plait, story, moon.",
            plan="Ladder in the second home",
            family="Teeth, plait, story, moon. Zara chose the order.",
        ),
        plot.Note(
            week=-6,
            did="Torch game in the dark end of the corridor.",
            saw="Approaches dark area x6, laughs, keeps torch on wall.",
            plan="Stairs",
            family="She walked into the dark end of our corridor six times, with her torch and a very brave "
            "voice.",
        ),
        plot.Note(
            week=-4,
            did="Looked at a hard fortnight without adding anything.",
            saw="Cold, night waking up. Mother tired, ladder kept on four of seven evenings.",
            plan="Keep it small",
            family="A cold makes every night longer. You kept the ladder on four evenings, and that is plenty.",
        ),
        plot.Note(
            week=-2,
            did="Practised calling once and then lighting the corner.",
            saw="Generalises torch phrase to stairs.",
            plan="Second home: same plait",
            family="She lights the stairs now and tells them that they are clear.",
        ),
        plot.Note(
            week=0,
            did="Planned the goodbye at the door: one visit, one sentence.",
            saw="Mother practised leaving while Zara plaited a ribbon.",
            plan="Count the nights only on Sundays",
            family="One visit, one sentence, then the ribbon. Count nights on Sundays only, so the mornings "
            "are free.",
        ),
    ),
    talks=(
        plot.Talk(
            title="",
            lines=(
                plot.Line(
                    when="-5 Thu 21:10",
                    who="farah",
                    key="stairs",
                    words="It is the stairs. She says the corner is clear but the stairs are not.",
                    changed="stairs_too",
                    answered="-4 Mon 16:37",
                    answer="We changed Torch check: the stairs are part of it now.",
                ),
                plot.Line(
                    when="-5 Fri 09:35",
                    who="therapist",
                    words="Then the stairs belong to the tour. Well found, at nine in the evening.",
                ),
                plot.Line(
                    when="0 Wed 20:20", who="farah", words="Three nights. I am a new person, with plaits."
                ),
                plot.Line(
                    when="0 Thu 10:05",
                    who="therapist",
                    words="Three is lovely. If one goes missing next week, it will come back.",
                ),
            ),
        ),
        plot.Talk(
            title="Weekends",
            lines=(
                plot.Line(
                    when="-7 Sun 19:05",
                    who="imran",
                    words="She has a bed at mine now. Do I do the ladder the same way?",
                ),
                plot.Line(
                    when="-6 Mon 10:15",
                    who="therapist",
                    words="The same four steps, please, and the plait most of all. Thank you for asking.",
                ),
            ),
        ),
    ),
    noticed=(
        plot.Noticed(
            when="-3 Wed 07:20",
            who="farah",
            starter="What surprised me…",
            words="What surprised me: she slept through the bin lorry and I did not.",
            idea="ladder",
        ),
        plot.Noticed(
            when="0 Thu 07:05",
            who="farah",
            words="Woke at five and told the torch about geese. Stayed.",
            idea="torch",
            only_team=True,
        ),
    ),
    wins=(
        plot.Small(
            when="-1 Mon 07:30",
            who="farah",
            words="We both slept until six. I checked that the clock was working.",
            about="goal nights",
            why="Going back to sleep alone at one in the morning is hard for grown-ups as well.",
            why_when="-1 Mon 12:40",
        ),
    ),
)
