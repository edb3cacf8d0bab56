"""Ana: a fast tummy and a nest."""

from alongside.config.demo import plot

ANA = plot.Family(
    key="ana",
    therapist="hannah",
    about=plot.About(
        name="Ana Neves",
        age=(5, 2),
        pronouns="she",
        likes="Dancing with avó, stickers of frogs, the word actually",
        dislikes="Losing, labels in jumpers",
        languages="Portuguese and English",
        lives_with="Inês and her grandmother Lurdes",
        school="Reception at Larkfield",
    ),
    told=plot.Told(
        sent="-9 Wed 23:02",
        name="Inês Neves",
        email="ines@family.example",
        phone="07700 900264",
        ring_when="I clean offices until ten, then free",
        child_first_name="Ana",
        ordinary_day="Somebody else gets the blue cup and it is over. She screams so long that the "
        "neighbour knocks. Afterwards she is sorry and small and I am sorry and tired. Then she dances "
        "for us and we forget, until the next cup.",
        hopes="To know what to do with my hands and my mouth when it happens.",
        good_at="She dances. She says sorry first. She makes my mother laugh like a girl.",
        topics=("feelings",),
        answered="-9 Thu 10:40",
        answered_by="hannah",
        answer="Rang Inês after ten. She cried a little and so she was heard. Tuesdays after school.",
        family="-9 Fri 09:10",
    ),
    carers=(
        plot.Carer(
            key="ines",
            name="Inês Neves",
            relation="Mother",
            since="-9 Fri 22:40",
            phone="07700 900264",
            quiet=("23:00", "09:30"),
            writes=2,
        ),
        plot.Carer(
            key="lurdes",
            name="Lurdes Neves",
            relation="Avó",
            since="-8 Sat 15:00",
            responsible=False,
            writes=1,
        ),
    ),
    minutes=10,
    minutes_words="Ten. My mother can do some of it.",
    asked="-8 Mon 22:10",
    day=(
        plot.Routine(code="after_school", usual="15:30", words="hungry and loud", minutes=5),
        plot.Routine(code="any.upset", usual="17:00", words="it comes when it comes"),
        plot.Routine(code="meal.dinner", usual="18:30", words="music on", minutes=5),
    ),
    matters=(
        plot.Matter(
            words="When it is too much for her I want to be a wall she can lean on, not another storm.",
            said_by="ines",
            rank=1,
            routine="any.upset",
            first=(10, 2, 2),
        ),
        plot.Matter(words="I don’t like it when my tummy is fast.", said_by=plot.CHILD, rank=1),
    ),
    seen_on="-7 Tue 15:50",
    seen=(
        plot.Seen(
            area="feelings", does="Ana knows afterwards what happened, and in which order, and says so."
        ),
        plot.Seen(
            area="feelings",
            does="Ana gets overwhelmed within a minute when something is taken or lost, for about twenty "
            "minutes.",
            where="at home, mostly between school and tea",
            with_help="someone close by who says little",
            matter=0,
            icf=("b1521", "d2401"),
        ),
    ),
    aims=(
        plot.Aim(
            key="nest",
            title="To the nest and back",
            does="go to her nest with somebody near",
            where_when="when her tummy is fast",
            with_help="one hand held out and five words",
            how_often="3 of 4 occasions",
            look_back="6 Fri",
            steps=(
                "Big feelings wherever she is, about twenty minutes",
                "Goes to the nest when carried or led",
                "Goes to the nest with a hand held out",
                "Goes by herself and calls for one of you",
                "Says that her tummy is fast before it is too late",
            ),
            matter=0,
            finding=1,
            when="-6 Tue 16:35",
            by="therapist",
            yes="-6 Tue 22:45",
            hopeful=1,
            reached=(
                plot.Reached(
                    step=2,
                    when="-3 Tue 16:35",
                    by="therapist",
                    answered="-3 Tue 22:30",
                    answered_by="ines",
                    answer="Yes. My mother leads her like at a ball.",
                ),
            ),
        ),
    ),
    ideas=(
        plot.Idea(
            key="nest",
            shared="-6 Wed 09:30",
            routine="any.upset",
            usual="17:05",
            goal="nest",
            strategy="S18",
            minutes=0,
            agreed="-6 Wed 22:40",
            sure=5,
            help="dl",
            per_week=3,
            days="Mon Tue Wed Thu Fri Sat Sun",
            dips=(-2,),
            said=(
                (
                    "-4 Thu 16:50",
                    "ines",
                    "d A blue cup. Twenty-five minutes. I sat beside the nest and counted my own breath.",
                ),
                ("-1 Fri 17:15", "lurdes", "l She took my hand and we went like two ladies."),
            ),
            changes=(
                plot.Change(
                    when="-2 Tue 09:20",
                    what="easier",
                    key="adult_first",
                    because="storm",
                    agreed="-2 Tue 22:50",
                ),
            ),
        ),
        plot.Idea(
            key="number",
            shared="-3 Wed 09:40",
            routine="meal.dinner",
            usual="18:40",
            goal="nest",
            strategy="S17",
            agreed="-3 Wed 22:20",
            sure=8,
            help="as",
            per_week=3,
            days="Mon Tue Thu Fri Sat Sun",
        ),
    ),
    visits=plot.Visits(
        day="Tue",
        clock="15:45",
        room="Kingfisher Room",
        weeks=(-7, -6, -4, -3, -1, 0, 1, 2, 3),
        wishes=(
            ("ago 1 22:15", "ines", 3, "Can we come at half past four that day? I have an early shift.", ""),
        ),
    ),
    notes=(
        plot.Note(
            week=-7,
            did="Free play, then a game with winning and losing. Talk with mother about the last three storms.",
            saw="Escalates in under a minute, no injury, seeks pressure afterwards. Insightful in retrospect.",
            plan="Build a nest\nLabels out of jumpers",
            family="Ana told us the whole story of the blue cup, in order. That is a strong start.",
        ),
        plot.Note(
            week=-6,
            did="Built a nest from the big cushions. Practised the way there while nothing was wrong.",
            saw="Enjoys deep pressure, stops it herself with a flat hand.",
            plan="Rehearse with grandmother",
            family="We built a nest and practised going there when all was well. Her flat hand means stop.",
        ),
        plot.Note(
            week=-4,
            did="Losing on purpose: three short games. Mother practised five words.",
            saw="Two short storms, 6 and 4 min. Mother remained beside, silent.",
            plan="Numbers for feelings",
            family="She lost three games and was sad about two of them. Inês said five words and it was "
            "enough.",
        ),
        plot.Note(
            week=-3,
            did="Feelings thermometer with frogs. Nest with hand offered.",
            saw="Names a three, twice, before a four.",
            plan="Frogs at tea",
            family="Ana has four frogs now, from sleepy to boiling. Ask her for the frog, not for the reason.",
        ),
        plot.Note(
            week=-1,
            did="Grandmother joined. Frogs, then a made-up party with one cup too few.",
            saw="Led to nest by hand in 40 s, back after 7 min, asked for music.",
            plan="The way back from the nest",
            family="Seven minutes, and she came back by herself and asked for music.",
        ),
        plot.Note(
            week=0,
            did="The way back: water, frog, dance. Label-free jumper tried.",
            saw="Went with hand offered, returned after 5 min.",
            plan="Something to carry back from the nest",
            family="She came back from the nest in five minutes. Coming back is as hard as going.",
            draft=True,
        ),
        plot.Note(
            week=1,
            did="Played shop with one cup too few. Something to carry back: the frog purse.",
            saw="Offered hand taken at first try.",
            family="The frog purse goes to the nest and back with her.",
            draft=True,
        ),
    ),
    talks=(
        plot.Talk(
            title="",
            lines=(
                plot.Line(
                    when="-3 Sun 22:20",
                    who="ines",
                    key="storm",
                    words="A long one today, in the shop. People looked. I said the five words and then ten "
                    "more, I could not stop talking.",
                    changed="adult_first",
                    answered="-2 Tue 09:22",
                    answer="We changed the nest plan: you go first and sit, without a word, and she follows "
                    "when she can.",
                ),
                plot.Line(
                    when="-2 Tue 09:25",
                    who="therapist",
                    words="You stayed beside her in a shop full of eyes. That is the wall you wished to be. "
                    "Let us make it lighter for you.",
                ),
                plot.Line(
                    when="-2 Tue 22:52",
                    who="ines",
                    words="Sitting I can do. I have been on my feet since five.",
                ),
                plot.Line(
                    when="-2 Wed 09:10", who="therapist", words="Then the nest is for two. Sit well, Inês."
                ),
                plot.Line(
                    when="ago 1 22:05",
                    who="ines",
                    words="Is it all right if my mother comes alone on Tuesday? She knows the frogs better "
                    "than me.",
                ),
            ),
        ),
    ),
    noticed=(
        plot.Noticed(
            when="-2 Sun 20:30",
            who="ines",
            starter="Just before that…",
            words="Just before that she was hungry. It is nearly always before food.",
            idea="nest",
        ),
        plot.Noticed(when="0 Sat 19:10", who="lurdes", words="She told the cat that its tummy was fast."),
    ),
    wins=(
        plot.Small(
            when="-1 Sat 20:00",
            who="lurdes",
            words="We were late for the blue cup and she asked for the green one.",
            why="She felt it coming and found another way, in front of a whole family.",
            why_when="0 Mon 12:40",
        ),
    ),
)
