"""Finn: reading between the door and the tea."""

from alongside.config.demo import plot

FINN = plot.Family(
    key="finn",
    therapist="tom",
    about=plot.About(
        name="Finn O’Dowd",
        age=(8, 1),
        pronouns="he",
        likes="Hurling, drums on any table, his sister’s laugh",
        dislikes="Sitting still, the sentence “one last thing”",
        languages="English, some Irish",
        lives_with="Niamh and his sister Maeve",
        school="Year 4 at Larkfield",
    ),
    told=plot.Told(
        sent="-9 Mon 13:25",
        name="Niamh O’Dowd",
        email="niamh@family.example",
        phone="07700 900308",
        ring_when="Text first, I am on wards",
        child_first_name="Finn",
        ordinary_day="Ten minutes of reading takes us an hour and two arguments. He is under the table by "
        "the second line. He is not being bold, he truly does not know how he got there.",
        hopes="Reading done before tea and nobody cross.",
        good_at="Rhythm. Ask him anything with a beat in it.",
        anything_else="His sister Maeve is four and I have a question about her as well, if I may.",
        topics=("school", "moving"),
        answered="-9 Tue 13:10",
        answered_by="tom",
        answer="Texted, then rang Niamh between shifts. Fridays: first Finn, then Maeve, one trip for three "
        "people.",
        family="-9 Wed 10:20",
    ),
    carers=(
        plot.Carer(
            key="niamh",
            name="Niamh O’Dowd",
            relation="Mother",
            since="-9 Wed 21:00",
            phone="07700 900308",
            quiet=("21:30", "08:00"),
        ),
    ),
    minutes=15,
    minutes_words="Fifteen on days without a late shift.",
    asked="-9 Thu 20:40",
    day=(
        plot.Routine(code="after_school", usual="15:40", words="like a sack of puppies", minutes=0),
        plot.Routine(code="homework", usual="16:30", words="under the table", minutes=15),
    ),
    matters=(
        plot.Matter(
            words="Reading that fits between the door and the tea.",
            said_by="niamh",
            rank=1,
            routine="homework",
            first=(8, 3, 3),
        ),
        plot.Matter(words="My legs want to go and then I go with them.", said_by=plot.CHILD, rank=1),
    ),
    seen_on="-8 Fri 14:10",
    seen=(
        plot.Seen(area="play", does="Finn repeats a rhythm of twelve beats after hearing it once."),
        plot.Seen(
            area="attention",
            does="Finn reads for two minutes, then his body leaves. He comes back when there is something "
            "to do.",
            where="at the kitchen table",
            with_help="a hand on the page and a break",
            matter=0,
            icf=("b1400", "d160"),
        ),
    ),
    aims=(
        plot.Aim(
            key="reading",
            title="Two blocks of reading",
            does="read for two blocks of five minutes",
            where_when="between school and tea",
            with_help="a movement card in the middle",
            how_often="3 of 5 school days",
            look_back="3 Fri",
            steps=(
                "Two minutes, then under the table",
                "One block of five minutes",
                "Two blocks with a card between",
                "Two blocks, he sets the timer",
                "Reads to Maeve because he wants to",
            ),
            matter=0,
            finding=1,
            when="-7 Fri 14:30",
            by="therapist",
            yes="-7 Fri 14:35",
            same_screen=True,
            hopeful=3,
            reached=(
                plot.Reached(
                    step=2, when="-3 Fri 14:40", by="therapist", answered="-3 Sat 10:10", answered_by="niamh"
                ),
            ),
        ),
    ),
    ideas=(
        plot.Idea(
            key="blocks",
            shared="-7 Fri 15:40",
            routine="homework",
            usual="16:35",
            goal="reading",
            strategy="S19",
            minutes=12,
            agreed="-7 Fri 20:00",
            sure=6,
            help="ar",
            per_week=3,
            days="Mon Tue Wed Thu",
            dips=(-2,),
            said=(
                (
                    "-1 Tue 16:50",
                    "niamh",
                    "r Two blocks, wall pushes in the middle. Tea was on time, I nearly rang you.",
                ),
            ),
        ),
        plot.Idea(
            key="sounds",
            shared="-5 Fri 15:35",
            routine="school_run",
            usual="08:20",
            goal="reading",
            strategy="S20",
            agreed="-5 Sun 19:00",
            sure=8,
            help="ls",
            per_week=2,
            changes=(
                plot.Change(
                    when="-1 Fri 15:40",
                    what="end",
                    words="They made a song of it that is theirs now. It need not be in the plan.",
                ),
            ),
        ),
    ),
    visits=plot.Visits(
        day="Fri", clock="14:00", room="Larch Room", weeks=(-8, -7, -5, -3, -1, 0, 2, 4), minutes=40
    ),
    notes=(
        plot.Note(
            week=-8,
            did="Drums, reading, drums. Sustained attention seen in three settings.",
            saw="On task 2:10 min for print, 14 min for rhythm.",
            plan="Blocks with movement",
            family="Finn stays with a beat for a quarter of an hour. We will borrow that for reading.",
        ),
        plot.Note(
            week=-7,
            did="Five-minute block, wall pushes, second block.",
            saw="Completes both, stands for the second.",
            plan="Standing desk from a shelf",
            family="He stood for the second block, and standing is fine.",
        ),
        plot.Note(
            week=-5,
            did="He built his own card set. Sound walk with sister.",
            saw="Chooses heavy work first.",
            plan="Timer in his hand",
            family="Finn made four cards of his own. The best one is carrying Maeve.",
        ),
        plot.Note(
            week=-3,
            did="Timer in his hand, book from class.",
            saw="Block one 5:00 without prompt.",
            plan="Second block",
            family="Five whole minutes, with the timer in his own hand.",
        ),
        plot.Note(
            week=-1,
            did="Two blocks with his own text about hurling.",
            saw="Two blocks, one prompt.",
            plan="Home set-up by photo",
            family="Two blocks about hurling. He asked what happens next.",
        ),
        plot.Note(
            week=0,
            did="Read to Maeve in the waiting corner, four minutes by choice.",
            saw="Voices the characters, stays seated on floor.",
            plan="Less card, more story",
            family="He read to Maeve on the floor because he wanted to hear the end himself.",
        ),
    ),
    talks=(
        plot.Talk(
            title="",
            lines=(
                plot.Line(
                    when="-2 Wed 20:30",
                    who="niamh",
                    words="Three late shifts. We did nothing at all this week.",
                ),
                plot.Line(
                    when="-2 Thu 09:15",
                    who="therapist",
                    words="Then you had a week of late shifts. Nothing is lost, start anywhere.",
                ),
            ),
        ),
    ),
    noticed=(
        plot.Noticed(
            when="-4 Mon 17:10",
            who="niamh",
            starter="Just before that…",
            words="Just before that he had carried the shopping up two floors. Then he read.",
            idea="blocks",
        ),
    ),
    wins=(
        plot.Small(
            when="0 Sat 18:00",
            who="niamh",
            words="He read her the whole owl book, with voices. I stood in the hall and did not move.",
            about="goal reading",
        ),
    ),
    asked_wins=(plot.AskedWin(when="ago 1 20:30", who="niamh"),),
)
