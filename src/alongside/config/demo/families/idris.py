"""Idris: mornings, socks, and plans that change."""

from alongside.config.demo.plot import (
    CHILD,
    About,
    Aim,
    AskedWin,
    Carer,
    Change,
    Fact,
    Family,
    Idea,
    Line,
    Matter,
    Note,
    Noticed,
    Reached,
    Routine,
    Seen,
    Small,
    Talk,
    Told,
    Visits,
    Wording,
)

TOLD = Told(
    sent="-12 Sun 22:08",
    name="Samira Osman",
    email="samira@family.example",
    phone="07700 900118",
    ring_when="After nine, when he is at school",
    child_first_name="Idris",
    ordinary_day="Mornings are the worst. Getting dressed ends in tears most days, his and sometimes mine. But he is "
    "so funny, and he notices everything. By the time the socks are on we have both had enough, and it is not "
    "even eight. When a plan changes he goes very quiet first, and then it all comes out at once.",
    hopes="A morning where nobody cries. And that a change of plan is just a change of plan.",
    good_at="Trains, all of them. He remembers every platform we ever stood on. He gives the best deep hugs.",
    anything_else="We speak Arabic and English at home. His father starts work at six on most days.",
    topics=("dressing", "feelings"),
    answered="-11 Mon 11:15",
    answered_by="hannah",
    answer="Thank you for telling us about Idris, and about the platforms. We talked for twenty minutes. "
    "You would like mornings first. I can see you both on Thursdays after school, so he loses no lessons.",
    family="-11 Tue 09:50",
)

CARERS = (
    Carer(
        key="samira",
        name="Samira Osman",
        relation="Mum",
        since="-11 Tue 19:30",
        phone="07700 900118",
        address="14 Larkfield Road",
        quiet=("21:00", "07:00"),
        shared=True,
        writes=3,
    ),
    Carer(key="karim", name="Karim Osman", relation="Dad", since="-11 Wed 20:05", phone="07700 900119", shared=True),
    Carer(
        key="amal", name="Amal Osman", relation="Grandma", since="-6 Sat 16:20", responsible=False, writes=0
    ),
)

MATTERS = (
    Matter(
        words="I want mornings where nobody cries before school. Including me.",
        said_by="samira",
        rank=1,
        routine="morning.dress",
        first=(10, 2, 2),
    ),
    Matter(
        words="When something changes, I would like him to have a way through it that is his own.",
        said_by="karim",
        rank=2,
        routine="any.transition",
        first=(8, 3, 3),
    ),
    Matter(
        words="He could make his own toast. He watches me do it like a film.",
        said_by="samira",
        rank=3,
        routine="breakfast",
        first=(5, 4, 5),
    ),
    Matter(words="I want to do it faster than Yusuf.", said_by=CHILD, rank=1, routine="morning.dress"),
)

SEEN = (
    Seen(
        area="confidence",
        does="Idris tries a tricky thing again and again when he may go first. He laughed at his own slips.",
        where="Willow Room",
    ),
    Seen(area="memory", does="Idris knows the order of his whole day by heart, platforms included."),
    Seen(
        area="dressing",
        does="Idris pulls a sock on once it is past the heel. The heel turn needs a second pair of hands.",
        where="on the second stair, before school",
        with_help="a grown-up does the heel and most of the pull",
        matter=0,
        icf=("d5402", "b7602"),
    ),
    Seen(
        area="change",
        does="When a plan changes, Idris goes quiet, then gets overwhelmed. Ten minutes alone bring him back.",
        where="at home after school, and before assembly",
        with_help="a picture of what comes next, and time",
        matter=1,
        icf=("d2304",),
    ),
    Seen(
        area="meals",
        does="Idris presses hard with his left hand and lightly with his right, which gets tired first.",
        where="at the kitchen table",
        with_help="the plate held still",
        matter=2,
        icf=("d440",),
    ),
)

AIMS = (
    Aim(
        key="socks",
        title="Both socks on before school",
        does="put on both socks",
        where_when="before school",
        with_help="someone nearby, not helping",
        how_often="5 of 5 school mornings",
        look_back="4 Fri",
        steps=(
            "Helps pull, a grown-up does the rest",
            "Does one heel himself most mornings",
            "Both socks himself, 4 of 5 mornings",
            "Both socks before anyone asks",
            "Socks and shoes, before anyone asks",
        ),
        matter=0,
        finding=2,
        when="-7 Thu 15:52",
        by="therapist",
        hardest=("Getting dressed",),
        wordings=(
            Wording(
                when="-7 Thu 20:40",
                by="samira",
                how_often="4 of 5 school mornings",
                yes="-7 Fri 08:55",
                yes_by="therapist",
            ),
        ),
        reached=(
            Reached(
                step=2,
                when="-2 Thu 16:40",
                by="therapist",
                words="He turned the left heel twice in a row in the Willow Room.",
                answered="-2 Thu 20:15",
                answered_by="samira",
                agree=False,
                answer="Here, yes. At home not on most mornings. Can we wait a week?",
            ),
            Reached(
                step=2,
                when="0 Fri 08:14",
                by="samira",
                words="The left heel is his now. Four mornings this week.",
                answered="0 Fri 12:42",
                answered_by="therapist",
                answer="Yes. Step 2 it is.",
            ),
        ),
    ),
    Aim(
        key="change",
        title="Getting through a change of plan",
        does="use his card and be ready to go on",
        where_when="when a plan changes",
        with_help="a grown-up beside him",
        how_often="3 of 4 changes, within ten minutes",
        look_back="4 Fri",
        steps=(
            "Goes quiet, needs half an hour and a den",
            "Looks at the card with a grown-up",
            "Uses his card and is ready in ten minutes",
            "Asks for the card himself",
            "Makes a card for somebody else",
        ),
        matter=1,
        finding=3,
        when="-6 Thu 16:20",
        by="therapist",
        yes="-6 Thu 16:28",
        yes_by="samira",
        same_screen=True,
        hopeful=1,
        reached=(
            Reached(
                step=2,
                when="0 Thu 16:41",
                by="therapist",
                words="He looked at the swimming card with Samira before they left. Does that fit home, too?",
            ),
        ),
    ),
    Aim(
        key="toast",
        title="Spreading his own toast",
        does="spread his own toast to the edges",
        where_when="at breakfast on Saturday or Sunday",
        with_help="the plate on a damp cloth",
        how_often="2 weekends in a row",
        look_back="6 Fri",
        steps=(
            "Puts the knife in the butter",
            "Spreads the middle",
            "Spreads to the edges",
            "Makes toast for two",
            "Makes breakfast for the whole family",
        ),
        matter=2,
        finding=4,
        when="-1 Thu 16:35",
        by="samira",
        yes="-1 Fri 09:05",
        yes_by="therapist",
        matters=2,
        hopeful=3,
    ),
)

IDEAS = (
    Idea(
        key="last_pull",
        shared="-10 Thu 16:50",
        routine="morning.dress",
        usual="07:36",
        title="Last pull is his",
        words="Dress as you always do. You do the sock, and leave the very last pull to Idris.",
        helps="Your turn to beat the sock.",
        minutes=2,
        agreed="-10 Thu 19:44",
        sure=7,
        not_yet="We look at five ordinary weeks of mornings first, before we choose a goal together.",
        weeks=(
            (-10, "....d"),
            (-9, "da.ad"),
            (-8, "a.dan"),
            (-7, "aad.a"),
            (-6, "d.aal"),
            (-5, "alnas"),
            (-4, "sal.s"),
            (-3, "......."),
            (-2, "ls.as"),
            (-1, "slsns"),
            (0, "ssrss"),
            (1, "srs.s"),
        ),
        until="ago 1",
        said=(
            ("-5 Wed 07:41", "samira", "a The right heel still makes him cross."),
            ("-4 Fri 07:39", "karim", "s He wanted to show me before work. I was late and it was worth it."),
            ("0 Fri 07:44", "samira", "s Left heel himself! The right one made him cross, so I did that."),
            ("today 07:42", "samira", "s Beat the sock again."),
        ),
        changes=(
            Change(when="-7 Fri 09:20", what="aim", words="socks"),
            Change(
                when="-5 Mon 09:10",
                what="reword",
                key="new_words",
                because="heel_early",
                words="Sit on the second stair. You do the heel and most of the pull. Idris finishes. "
                "Leave him a little more each week.",
                agreed="-5 Mon 19:02",
            ),
        ),
    ),
    Idea(
        key="quiet",
        shared="-6 Thu 16:52",
        routine="after_school",
        usual="15:35",
        goal="change",
        title="Ten quiet minutes",
        words="Den, blanket, no questions yet. Let Idris come to you.",
        helps="Nothing at all. Or: I’m here.",
        minutes=0,
        agreed="-6 Thu 20:10",
        sure=9,
        help="ar",
        per_week=3,
        dips=(-2,),
        until="ago 1",
        said=(
            ("-1 Tue 15:41", "samira", "r He went in by himself and put the blanket on. Then he told me about assembly."),
        ),
    ),
    Idea(
        key="card",
        shared="-5 Thu 16:48",
        routine="bedtime",
        usual="19:20",
        goal="change",
        title="Tomorrow card",
        words="Three pictures for tomorrow: first, then, home. Look at them together, once.",
        helps="First assembly, then maths, then home.",
        minutes=2,
        agreed="-5 Fri 20:31",
        sure=8,
        help="ls",
        per_week=3,
        days="Mon Tue Wed Thu Sun",
        dips=(-3,),
        until="ago 1",
        said=(("0 Sun 19:24", "karim", "l The swimming card. He wanted to know the colour of the floor."),),
    ),
    Idea(
        key="chef",
        shared="-1 Fri 09:20",
        routine="meal.dinner",
        usual="17:35",
        goal="toast",
        title="Chef’s hands",
        words="Mash, squeeze or spread one thing for tea.",
        helps="We need a strong chef.",
        minutes=5,
        is_familys=True,
        agreed="-1 Fri 18:20",
        sure=6,
        help="lr",
        per_week=2,
        days="Tue Wed Fri Sat",
        until="ago 1",
    ),
)

TALKS = (
    Talk(
        title="",
        lines=(
            Line(
                when="-10 Sun 18:30",
                who="samira",
                words="We tried. He did the last tug on Friday and looked at me as if he had won a cup.",
            ),
            Line(
                when="-9 Mon 09:02",
                who="therapist",
                words="He had. One tug is a real part of a sock. Keep mornings as they are for now, we are only looking.",
            ),
            Line(
                when="-3 Sat 10:12",
                who="samira",
                words="It is half term and we are at Grandma’s. No socks at all, we live on the beach.",
            ),
            Line(when="-2 Mon 08:50", who="therapist", words="Good. Sand is a fine teacher too. See you on Thursday."),
            Line(
                when="0 Fri 08:10",
                who="samira",
                words="He did the left heel himself this morning! The right one made him cross, so I did that and he "
                "did the last pull.",
            ),
            Line(
                when="0 Fri 12:40",
                who="therapist",
                words="That heel was the hard part, and he worked it out himself. You kept it calm by sharing the "
                "second sock. Shall we try shoes on Thursday?",
            ),
            Line(
                when="0 Sun 19:02",
                who="karim",
                words="He goes to a new swimming place on Tuesday. Can we make a Tomorrow card for it? And one for the "
                "school play, if that is not too much.",
            ),
        ),
    ),
    Talk(
        title="Last pull is his",
        about="idea last_pull",
        lines=(
            Line(
                when="-6 Fri 08:22",
                who="samira",
                key="heel_early",
                words="The heel is where we lose him. Once it is past the heel he is proud, before that he throws it.",
                changed="new_words",
                answered="-5 Mon 09:12",
                answer="We changed Last pull is his: you do the heel, Idris does the last pull, on the second stair.",
            ),
            Line(
                when="-5 Mon 09:14",
                who="therapist",
                words="That helps me a lot. So let us begin after the heel, where he is proud, and go back bit by bit.",
            ),
            Line(when="-5 Mon 19:05", who="samira", words="The second stair is perfect. He calls it his platform."),
        ),
    ),
)

NOTICED = (
    Noticed(
        when="-8 Thu 18:12",
        who="samira",
        starter="It helped when…",
        words="It helped when I said nothing and just held the sock open.",
        idea="last_pull",
    ),
    Noticed(
        when="-4 Sun 17:40",
        who="karim",
        starter="What surprised me…",
        words="What surprised me: he asked which train his cousin would take home, and then he was fine.",
    ),
    Noticed(
        when="-1 Wed 16:05",
        who="samira",
        starter="Just before that…",
        words="Just before that the hand dryer went off in the library. He still came out by himself.",
        idea="quiet",
    ),
    Noticed(
        when="ago 1 18:20",
        who="samira",
        starter="What surprised me…",
        words="The right heel still makes him cross. Then he sat down and had another go, on his own.",
        idea="last_pull",
    ),
)

WINS = (
    Small(
        when="-9 Sun 11:20",
        who="karim",
        words="He waited for the next train on the platform and did not need to get on it.",
    ),
    Small(when="-4 Wed 19:10", who="samira", words="I am faster than the sock.", by_child=True, about="idea last_pull"),
    Small(
        when="-1 Thu 17:05",
        who="therapist",
        words="Stayed with a tricky zip for four minutes.",
        about="goal socks",
    ),
    Small(
        when="-1 Sun 16:32",
        who="karim",
        words="Grandma’s plan changed. Idris asked for the Tomorrow card, then his coat.",
        about="goal change",
        why="Asking for the card means that he felt the change coming, and knew what helps him.",
        why_when="0 Mon 12:31",
    ),
    Small(
        when="0 Wed 17:20",
        who="therapist",
        words="Chose the quiet corner himself before assembly. His teacher told me on the phone.",
        about="goal change",
    ),
    Small(
        when="0 Fri 08:12",
        who="samira",
        words="He did both heels himself and shouted, I beat the sock!",
        about="goal socks",
        why="Turning the heel takes two hands doing different jobs. That is a real step.",
        why_when="0 Fri 12:44",
    ),
)

VISITS = Visits(
    day="Thu",
    clock="15:45",
    room="Willow Room",
    weeks=(-6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5),
    series=True,
    away=(-3,),
    agenda=(("0 Sun 19:06", "karim", 1, "A Tomorrow card for the school play."),),
)

NOTES = (
    Note(
        week=-6,
        did="Built a sock shop on the stairs. Backward chaining of donning socks, seated on second step. Wrote goal on "
        "change of plan with mother at the same screen.",
        saw="Completes last third of pull bilaterally. Heel turn not attempted. Settled in den after 8 min.",
        plan="Heel turn with hand under hand\nTry a den corner",
        family="Idris ran a sock shop today and sold us five pairs. The last pull is easy for him now.",
    ),
    Note(
        week=-5,
        did="Heel turn, hand under hand, large sock first. Made first Tomorrow card with three photographs.",
        saw="Left heel with partial hand under hand, right with full. Points to pictures in order, names each.",
        plan="Smaller sock\nBring two more pictures for the card",
        family="We made his first Tomorrow card. He chose a photo of the front door for “home”.",
    ),
    Note(
        week=-4,
        did="Own sock on second step, mother beside. Card rehearsed for the library.",
        saw="Left heel with one verbal prompt after two trials. Frustration at right heel, recovered in 2 min.",
        plan="Zips for a change\nAsk about half term",
        family="One heel with just a word from us. When it got too much he sat in the den for two minutes.",
    ),
    Note(
        week=-2,
        did="Zips and socks after the break. Two heel turns in a row on the left.",
        saw="No loss over half term. Left heel independent x2, right with light touch at wrist.",
        plan="Two-handed games\nTalk about toast",
        family="The break did him good. He turned his left heel twice in a row, here on our stairs.",
    ),
    Note(
        week=-1,
        did="Jacket zip, seated. Spreading on cardboard toast, plate on damp cloth.",
        saw="Four minutes on one zip without asking to stop. Spreads centre, turns plate with left hand.",
        plan="Heel turn with hand under hand\nSwimming: what will be new",
        family="Idris stayed with a tricky zip for four minutes. He would like to be in charge of toast.",
    ),
    Note(
        week=0,
        did="Heel turn with hand under hand, fading to words only. Looked at the swimming card together.",
        saw="Left heel independent x3. Right pinch tires, swaps to side pinch after about 20 s. Named what is new at "
        "the pool.",
        plan="Stretchy laces, size 11\nRight-hand pinch\nHeel turn, standing",
        family="Idris did his left heel three times with nobody touching the sock. His right hand gets tired first, so "
        "do that sock together for now.",
    ),
    Note(
        week=1,
        did="Seated on step, shoe on table edge. Hand under hand for first loop, then verbal only.",
        saw="Left shoe with one prompt. Right pinch tires, swaps to side pinch after about 20 s. Laughed off the first "
        "slip, tried again twice.",
        plan="Shoe on, seated lower\nCard for the school play",
        family="Idris did his left shoe with one reminder, and laughed when it slipped. His right hand gets tired "
        "first, so do that shoe together for now.",
    ),
)

IDRIS = Family(
    key="idris",
    therapist="hannah",
    about=About(
        name="Idris Osman",
        age=(6, 4),
        pronouns="he",
        likes="Trains, going first, deep hugs",
        dislikes="Hand dryers, surprise changes",
        languages="Arabic and English at home",
        lives_with="Samira and Karim",
        school="Year 2 at Larkfield",
    ),
    told=TOLD,
    carers=CARERS,
    minutes=15,
    minutes_words="About 15 minutes a day, less on Wednesdays.",
    asked="-11 Fri 10:05",
    day=(
        Routine(code="morning.dress", usual="07:20", words="rushed", minutes=3),
        Routine(code="after_school", usual="15:30", words="tired", minutes=0),
        Routine(code="meal.dinner", usual="17:30", words="all together", minutes=5),
        Routine(code="bedtime", usual="19:15", words="calm", minutes=5),
    ),
    matters=MATTERS,
    seen_on="-10 Thu 15:30",
    seen=SEEN,
    aims=AIMS,
    ideas=IDEAS,
    visits=VISITS,
    notes=NOTES,
    talks=TALKS,
    noticed=NOTICED,
    wins=WINS,
    asked_wins=(
        AskedWin(
            when="-4 Sat 09:40",
            who="samira",
            idea="last_pull",
            words="Yes. Both socks, and nobody had to say a word. I made a second coffee.",
        ),
        AskedWin(when="ago 1 20:05", who="samira"),
    ),
    facts=(
        Fact(
            code="noise_sensitive",
            words="Hand dryers and sudden announcements hurt his ears.",
            when="-11 Fri 10:50",
            by="samira",
            confirmed="-10 Thu 16:30",
        ),
    ),
)
