"""Joon: one friend, and beetles."""

from alongside.config.demo import plot

JOON = plot.Family(
    key="joon",
    therapist="hannah",
    about=plot.About(
        name="Joon Choi",
        age=(7, 5),
        pronouns="he",
        likes="Chess openings, beetles, one friend at a time",
        dislikes="Tag, being hugged from the side",
        languages="Korean and English",
        lives_with="Minji and Daniel",
        school="Year 3 at St Anne’s",
    ),
    told=plot.Told(
        sent="-9 Sat 10:15",
        name="Daniel Choi",
        email="daniel@family.example",
        phone="07700 900275",
        child_first_name="Joon",
        ordinary_day="He plays chess against himself and narrates both sides. He would like a friend. He "
        "says so, at bedtime, as if he asked for a bicycle. At school he stands at the fence and waits "
        "for somebody to ask about beetles.",
        hopes="One friend. Not popular, one.",
        good_at="Noticing. Patience. He loses well at chess, better than me.",
        topics=("friends", "school"),
        answered="-8 Mon 15:30",
        answered_by="hannah",
        answer="Rang Daniel. One friend is a fine aim. Monday early afternoons, agreed with school.",
        family="-8 Tue 11:25",
    ),
    carers=(
        plot.Carer(
            key="daniel",
            name="Daniel Choi",
            relation="Dad",
            since="-8 Tue 19:00",
            phone="07700 900275",
            shared=True,
            writes=2,
        ),
        plot.Carer(
            key="minji",
            name="Minji Choi",
            relation="Mother",
            since="-8 Wed 21:15",
            phone="07700 900276",
            shared=True,
            writes=2,
        ),
    ),
    minutes=20,
    minutes_words="Twenty, more on Saturdays.",
    asked="-8 Thu 20:30",
    day=(
        plot.Routine(code="play.friends", usual="16:00", words="empty, mostly", minutes=20),
        plot.Routine(code="any.end_of_day", usual="19:30", words="our talk", minutes=3),
    ),
    matters=(
        plot.Matter(
            words="That somebody rings our bell and asks for Joon.",
            said_by="daniel",
            rank=1,
            routine="play.friends",
            first=(9, 1, 2),
        ),
        plot.Matter(
            words="I would like to stop doing his talking for him.", said_by="minji", rank=2, first=(7, 4, 4)
        ),
        plot.Matter(words="Otis likes beetles. I have not asked him yet.", said_by=plot.CHILD, rank=1),
    ),
    seen_on="-7 Mon 13:40",
    seen=(
        plot.Seen(
            area="friends", does="Joon waits his turn, explains rules kindly and shakes hands at the end."
        ),
        plot.Seen(
            area="friends",
            does="Joon stands near a game and waits. He joins in when somebody asks him by name.",
            where="in the playground, first break",
            with_help="a grown-up says the first sentence",
            matter=0,
            icf=("d7500",),
        ),
    ),
    aims=(
        plot.Aim(
            key="bell",
            title="A first sentence of his own",
            does="ask another child to play",
            where_when="in the playground or at home",
            with_help="a plan made the evening before",
            how_often="2 days a week",
            look_back="4 Fri",
            steps=(
                "Waits near the game",
                "Says the sentence to a grown-up first",
                "Says it to one child",
                "Answers when the child says no",
                "Is asked by somebody else",
            ),
            matter=0,
            finding=1,
            when="-6 Mon 14:10",
            by="daniel",
            yes="-6 Mon 16:40",
            yes_by="therapist",
            reached=(
                plot.Reached(
                    step=2, when="-3 Mon 14:25", by="therapist", answered="-3 Mon 20:00", answered_by="minji"
                ),
                plot.Reached(
                    step=3,
                    when="0 Tue 19:50",
                    by="minji",
                    words="He asked Otis. Otis said: beetles or chess? Both.",
                    answered="0 Wed 12:32",
                    answered_by="therapist",
                    answer="Both. Step 3.",
                ),
            ),
        ),
    ),
    ideas=(
        plot.Idea(
            key="plan",
            shared="-6 Tue 09:15",
            routine="play.friends",
            usual="16:10",
            goal="bell",
            strategy="S39",
            minutes=15,
            agreed="-6 Tue 20:10",
            sure=4,
            help="as",
            per_week=2,
            days="Tue Thu Sat",
            dips=(-4,),
            said=(
                (
                    "0 Tue 16:05",
                    "minji",
                    "s He asked Otis at the gate. I stood by the railings and studied my phone.",
                ),
            ),
        ),
        plot.Idea(
            key="out_loud",
            shared="-5 Mon 15:00",
            routine="any.end_of_day",
            usual="19:35",
            goal="bell",
            strategy="S40",
            agreed="-5 Mon 20:00",
            sure=9,
            help="lr",
            per_week=3,
            days="Mon Tue Wed Thu Fri Sat Sun",
            changes=(
                plot.Change(
                    when="ago 1 20:10",
                    what="swap",
                    by="daniel",
                    words="He says it feels like a test. Is there something with a game in it?",
                ),
            ),
        ),
    ),
    visits=plot.Visits(day="Mon", clock="13:30", room="Larch Room", weeks=(-7, -6, -4, -3, -1, 0, 1, 2, 4)),
    notes=(
        plot.Note(
            week=-7,
            did="Chess, then a game he did not know. Playground seen on Friday with consent.",
            saw="Strong turn-taking. No initiations in 20 min of break, three responses.",
            plan="First sentences",
            family="Joon is a generous player. He waits to be asked, that is all.",
        ),
        plot.Note(
            week=-6,
            did="Wrote six first sentences with him and threw four away.",
            saw="Chose the two shortest. Goal came from father, agreed.",
            plan="Say it to the toy beetle",
            family="He kept two sentences: “Want to see something?” and “Can I be black?”",
        ),
        plot.Note(
            week=-4,
            did="Rehearsal with another child from the waiting room.",
            saw="Needed me to begin. Went to the window for 3 min, returned.",
            plan="Shorter, with an object",
            family="A hard day, and he came back from the window by himself.",
        ),
        plot.Note(
            week=-3,
            did="Sentence plus object: beetle box as opener.",
            saw="Said it to me at the door without prompt, then to Maria.",
            plan="One child at school",
            family="With the beetle box in his hand the sentence comes by itself. Maria got the tour.",
        ),
        plot.Note(
            week=-1,
            did="What if the answer is no: three ways to walk on.",
            saw="Prefers “all right, later”. Practised five times, grinned at the third.",
            plan="Otis",
            family="We practised getting a no. He says “all right, later” and it sounds very grown up.",
        ),
        plot.Note(
            week=0,
            did="Planned Tuesday at the gate with him, minute by minute.",
            saw="Drew a map with himself, Otis and an exit.",
            plan="Look at what happened",
            family="He drew a map for Tuesday. There is a way out on it, so he may go in.",
        ),
        plot.Note(
            week=1,
            did="Told the Otis story twice. Planned an hour at home: forty minutes of game, then food.",
            saw="Spontaneous smile on the word we.",
            plan="Hour at home with Otis",
            family="He said “we” four times. We planned one hour with Otis, and it ends with food.",
        ),
    ),
    talks=(
        plot.Talk(
            title="",
            lines=(
                plot.Line(
                    when="-4 Tue 20:40",
                    who="daniel",
                    words="He stood at the fence again all week. Do we push more?",
                ),
                plot.Line(
                    when="-4 Wed 12:35",
                    who="therapist",
                    words="Less. Give him something to hold, and let the thing do the asking. He has beetles.",
                ),
                plot.Line(
                    when="0 Tue 20:02",
                    who="minji",
                    words="He asked. Otis comes on Saturday. I have cleaned the house twice.",
                ),
                plot.Line(
                    when="0 Wed 12:36",
                    who="therapist",
                    words="Keep it to an hour, and end with food while it is going well.",
                ),
            ),
        ),
    ),
    noticed=(
        plot.Noticed(
            when="0 Sat 17:10",
            who="daniel",
            starter="What surprised me…",
            words="What surprised me: they hardly spoke. They were completely happy.",
            idea="plan",
        ),
    ),
    wins=(
        plot.Small(
            when="0 Tue 19:45",
            who="minji",
            words="He asked Otis, with his own mouth, and I said nothing.",
            about="goal bell",
            why="The first sentence is the hardest one, and nobody lent him theirs.",
            why_when="0 Wed 12:38",
        ),
    ),
    asked_wins=(plot.AskedWin(when="ago 1 20:20", who="daniel"),),
)
