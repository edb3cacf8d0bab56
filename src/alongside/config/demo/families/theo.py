"""Theo: whales, and a hand that gets hot."""

from alongside.config.demo import plot

THEO = plot.Family(
    key="theo",
    therapist="hannah",
    about=plot.About(
        name="Theo Baptiste",
        age=(9, 0),
        pronouns="he",
        likes="Football tables, facts about whales, his step-brother",
        dislikes="Lined paper, being timed",
        languages="English, some Kreyòl with his gran",
        lives_with="Claudette and his step-brother",
        school="Year 5 at St Anne’s",
    ),
    told=plot.Told(
        sent="-11 Mon 12:58",
        name="Claudette Baptiste",
        email="claudette@family.example",
        phone="07700 900242",
        ring_when="Lunch, 12:30 to 1",
        child_first_name="Theo",
        ordinary_day="Theo tells you a story about whales for half an hour and it has a beginning, a middle "
        "and an end. On paper it says: whales are big. Then his hand hurts and the page is on the "
        "floor.",
        hopes="That what is in his head gets as far as the page.",
        good_at="Talking, facts, being kind to small ones.",
        topics=("hands", "school"),
        answered="-11 Tue 12:40",
        answered_by="hannah",
        answer="Rang Claudette in her lunch break. St Anne’s is happy for me to come on Wednesdays.",
        family="-11 Wed 09:15",
    ),
    carers=(
        plot.Carer(
            key="claudette",
            name="Claudette Baptiste",
            relation="Mother",
            since="-11 Wed 20:40",
            phone="07700 900242",
            quiet=("21:30", "06:30"),
        ),
    ),
    minutes=10,
    minutes_words="Ten, on school days. Weekends are ours.",
    asked="-11 Thu 20:15",
    day=(
        plot.Routine(code="homework", usual="16:40", words="long faces", minutes=10),
        plot.Routine(code="meal.dinner", usual="18:00", words="whale hour", minutes=0),
    ),
    matters=(
        plot.Matter(
            words="I want to read one of his whale stories, in his own writing, on the fridge.",
            said_by="claudette",
            rank=1,
            routine="homework",
            first=(8, 3, 2),
        ),
        plot.Matter(
            words="My hand goes hot. And then everybody can see how little I wrote.",
            said_by=plot.CHILD,
            rank=1,
            routine="school.writing",
        ),
    ),
    seen_on="-10 Wed 11:20",
    seen=(
        plot.Seen(area="memory", does="Theo tells a long story in order, with the names of eleven whales."),
        plot.Seen(
            area="writing",
            does="Theo writes two lines, presses hard and stops when his hand goes hot.",
            where="in class, on a chair that is too high",
            with_help="a grown-up writes the rest",
            matter=0,
            icf=("d170", "d440"),
        ),
    ),
    aims=(
        plot.Aim(
            key="lines",
            title="Four lines of whales",
            does="write four lines that a friend can read",
            where_when="at home, on a school day",
            with_help="his feet on a box and nobody counting",
            how_often="3 of 5 school days",
            look_back="3 Fri",
            steps=(
                "Two lines, then a hot hand",
                "Three lines with a stretch between",
                "Four lines a friend can read",
                "Four lines at school as well",
                "A whole whale story for the fridge",
            ),
            matter=0,
            finding=1,
            when="-9 Wed 11:40",
            by="therapist",
            yes="-9 Wed 20:10",
            hopeful=1,
            wordings=(
                plot.Wording(
                    when="-4 Wed 20:30",
                    by="claudette",
                    how_often="3 of 4 school days",
                    yes="-4 Thu 12:31",
                    yes_by="therapist",
                ),
            ),
            reached=(
                plot.Reached(
                    step=2,
                    when="-3 Thu 19:40",
                    by="claudette",
                    words="Three lines on three days.",
                    answered="-2 Wed 12:31",
                    answered_by="therapist",
                ),
                plot.Reached(
                    step=3,
                    when="ago 1 19:15",
                    by="claudette",
                    words="Four lines, and he asked for a fifth. Is that it?",
                ),
            ),
        ),
    ),
    ideas=(
        plot.Idea(
            key="seat",
            shared="-9 Thu 12:20",
            routine="homework",
            usual="16:45",
            goal="lines",
            strategy="S29",
            minutes=5,
            agreed="-9 Thu 20:00",
            sure=7,
            help="lr",
            per_week=3,
            days="Mon Tue Wed Thu",
            dips=(-5,),
        ),
        plot.Idea(
            key="stop",
            shared="-8 Wed 12:05",
            routine="homework",
            usual="16:55",
            goal="lines",
            title="Stop while it looks good",
            words="Write one line. Stop before the hand goes hot, shake it like a wet whale, write the next.",
            helps="Which line do you like best?",
            minutes=5,
            agreed="-8 Wed 20:20",
            sure=5,
            help="ar",
            per_week=3,
            days="Mon Tue Wed Thu",
            dips=(-5, -4),
            said=(
                ("-2 Tue 16:58", "claudette", "r Three lines and no hot hand."),
                ("0 Thu 16:52", "claudette", "s Four lines. He asked for a fifth."),
            ),
            changes=(
                plot.Change(
                    when="-5 Thu 12:30",
                    what="reword",
                    key="two_lines",
                    because="tears",
                    words="Write one line together, you and he in turns. Shake hands like wet whales in "
                    "between.",
                    agreed="-5 Thu 20:05",
                ),
            ),
        ),
    ),
    visits=plot.Visits(
        day="Wed",
        clock="11:00",
        room="",
        place_words="St Anne’s, the small library",
        weeks=(-10, -8, -6, -4, -2, 0, 2, 4),
        minutes=40,
    ),
    notes=(
        plot.Note(
            week=-10,
            did="Observation in class and ten minutes in the library. Chair too high, paper flat.",
            saw="Dynamic tripod with excess pressure, pain 4/10 after 90 s. Letter formation sound.",
            plan="Foot box\nSlope board",
            family="Theo’s letters are fine. His chair is too high and his hand works too hard.",
        ),
        plot.Note(
            week=-8,
            did="Box for feet, paper tilted. One line at a time with a shake between.",
            saw="Three lines before discomfort. Talks while writing and keeps the thread.",
            plan="Try softer pencil",
            family="With his feet on a box he wrote three lines and told us about narwhals meanwhile.",
        ),
        plot.Note(
            week=-6,
            did="Soft pencil, thicker barrel. Talk with class teacher about copying less.",
            saw="Pressure down by sight and sound. Tired after a test that morning.",
            plan="Turns with a grown-up",
            family="A tired day after a test. We wrote in turns and laughed more than we wrote.",
        ),
        plot.Note(
            week=-4,
            did="Turns: one line each. He chose what stays on the page.",
            saw="Four lines with two breaks. Chose to cross out one of mine.",
            plan="Longer story, spoken first",
            family="Theo wrote four lines in turns with me. He crossed out one of mine, and he was right.",
        ),
        plot.Note(
            week=-2,
            did="Spoken plan with three pictures, then writing.",
            saw="Four lines, no pain, legible to a peer at first reading.",
            plan="Same in class with the teacher",
            family="A friend read his four lines out loud. Theo grinned at the table.",
        ),
        plot.Note(
            week=0,
            did="In class beside his teacher: same plan, box under the table.",
            saw="Three lines in class, one more by choice in the library.",
            plan="One-page plan for his teacher",
            family="He wrote three lines in class, with thirty people in the room.",
        ),
    ),
    talks=(
        plot.Talk(
            title="Stop while it looks good",
            about="idea stop",
            lines=(
                plot.Line(
                    when="-5 Wed 19:48",
                    who="claudette",
                    key="tears",
                    words="Two days of tears over one line. I said leave it. He said he is stupid. He is not.",
                    changed="two_lines",
                    answered="-5 Thu 12:34",
                    answer="We changed Stop while it looks good: you write in turns, one line each.",
                ),
                plot.Line(
                    when="-5 Thu 12:36",
                    who="therapist",
                    words="He is not. You were right to leave it. From today you write the second line, and "
                    "he may be the boss of both.",
                ),
                plot.Line(when="-5 Sun 19:20", who="claudette", words="He is a very strict boss."),
                plot.Line(
                    when="-4 Mon 12:32", who="therapist", words="The best ones are. Ask for a whale break."
                ),
            ),
        ),
        plot.Talk(
            title="",
            lines=(
                plot.Line(
                    when="0 Thu 12:10",
                    who="claudette",
                    words="St Anne’s asks for one page about what helps him. Can you write it, or do we do "
                    "it together?",
                ),
            ),
        ),
    ),
    noticed=(
        plot.Noticed(
            when="-3 Tue 17:30",
            who="claudette",
            starter="What surprised me…",
            words="What surprised me: he wrote the shopping list without being asked. It says fish.",
            idea="stop",
        ),
    ),
    wins=(
        plot.Small(
            when="0 Thu 17:10",
            who="claudette",
            words="He wrote four lines and asked for a fifth.",
            about="goal lines",
            why="Asking for more means that his hand did not shout at him first.",
            why_when="0 Fri 12:50",
        ),
    ),
    asked_wins=(
        plot.AskedWin(
            when="0 Thu 20:10",
            who="claudette",
            idea="stop",
            words="Yes. On his own, at the kitchen table, with the radio on.",
        ),
    ),
)
