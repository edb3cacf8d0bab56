"""Jude, who has finished: mornings of his own."""

from alongside.config.demo import plot

JUDE = plot.Family(
    key="jude",
    therapist="bethan",
    about=plot.About(
        name="Jude Parry",
        age=(10, 9),
        pronouns="he",
        likes="Toast, rugby, being trusted",
        dislikes="Alarm clocks, pity",
        languages="English and Welsh",
        lives_with="His father Gareth",
        school="Year 6 at Larkfield",
    ),
    told=plot.Told(
        sent="-14 Mon 21:30",
        name="Gareth Parry",
        email="gareth@family.example",
        phone="07700 900332",
        ring_when="From two, I drive in the mornings",
        child_first_name="Jude",
        ordinary_day="I leave for the lorry at five and his gran comes at seven. Between us there is an "
        "hour with nobody’s hands in it. He lies there and waits to be told, and he is nearly eleven.",
        hopes="That he gets himself up and fed, and knows that he can.",
        good_at="He looks after his gran more than she looks after him.",
        topics=("meals",),
        answered="-14 Wed 14:10",
        answered_by="bethan",
        answer="Rang Gareth at two. We made a plan in Welsh and in lorry times. Wednesdays.",
        family="-14 Thu 09:40",
    ),
    carers=(
        plot.Carer(
            key="gareth", name="Gareth Parry", relation="Dad", since="-14 Thu 16:00", phone="07700 900332"
        ),
    ),
    minutes=15,
    minutes_words="A quarter of an hour before I go to bed.",
    asked="-14 Fri 15:00",
    day=(
        plot.Routine(code="morning.wake", usual="06:45", words="nobody there"),
        plot.Routine(code="breakfast", usual="07:10", words="whatever is there", minutes=10),
    ),
    matters=(
        plot.Matter(
            words="That he can start a day without me, and not feel left.",
            said_by="gareth",
            rank=1,
            routine="morning.wake",
            first=(9, 2, 2),
            review=(9, 8, 9),
        ),
        plot.Matter(
            words="I want to make Gran breakfast for once.", said_by=plot.CHILD, rank=1, routine="breakfast"
        ),
    ),
    seen_on="-13 Wed 15:55",
    seen=(
        plot.Seen(area="helping", does="Jude notices what his gran needs before she says it."),
        plot.Seen(
            area="mornings",
            does="Jude waits in bed for the next instruction. With a list he can see, he begins.",
            where="at home, from half past six",
            with_help="somebody says the next step",
            matter=0,
            icf=("d2302",),
        ),
    ),
    aims=(
        plot.Aim(
            key="up",
            title="Up and fed by half past seven",
            does="get up, wash and eat breakfast",
            where_when="on school mornings",
            with_help="his strip on the wall",
            how_often="4 of 5 mornings",
            look_back="0 Fri",
            steps=(
                "Waits until Gran comes",
                "Up by himself, breakfast with Gran",
                "Up and fed, 4 of 5 mornings",
                "Makes breakfast for Gran",
                "Makes Gareth’s sandwich the evening before",
            ),
            matter=0,
            finding=1,
            when="-12 Wed 16:30",
            by="therapist",
            yes="-12 Wed 21:00",
            reached=(
                plot.Reached(
                    step=2, when="-9 Wed 16:30", by="therapist", answered="-9 Wed 19:00", answered_by="gareth"
                ),
                plot.Reached(
                    step=3,
                    when="-5 Sun 19:15",
                    by="gareth",
                    words="Four of five, two weeks running.",
                    answered="-4 Wed 15:40",
                    answered_by="therapist",
                ),
                plot.Reached(
                    step=4,
                    when="-2 Wed 16:35",
                    by="therapist",
                    words="He made his gran porridge.",
                    answered="-2 Wed 19:30",
                    answered_by="gareth",
                    answer="She has told the whole street.",
                ),
            ),
            closed="-1 Wed 16:40",
            closed_words="Finished together. Jude starts his own days, and his gran gets porridge. The door "
            "stays open.",
        ),
    ),
    ideas=(
        plot.Idea(
            key="strip",
            shared="-12 Thu 10:00",
            routine="morning.wake",
            usual="06:50",
            goal="up",
            strategy="S13",
            minutes=5,
            agreed="-12 Thu 19:30",
            sure=6,
            help="as",
            per_week=4,
            dips=(-10,),
            until="-1 Tue",
            changes=(
                plot.Change(when="-6 Wed 16:40", what="harder", agreed="-6 Wed 19:20"),
                plot.Change(when="-1 Wed 16:45", what="end", words="Jude took the strip down himself."),
            ),
            said=(("-5 Fri 06:55", "gareth", "s He rang me in the lorry to say the kettle was on."),),
        ),
        plot.Idea(
            key="toast",
            shared="-10 Wed 16:45",
            routine="breakfast",
            usual="07:12",
            goal="up",
            strategy="S07",
            agreed="-10 Wed 19:45",
            sure=8,
            help="ls",
            per_week=3,
            until="-1 Tue",
            changes=(plot.Change(when="-1 Wed 16:46", what="end", words="It is simply breakfast now."),),
        ),
    ),
    visits=plot.Visits(
        day="Wed", clock="15:45", room="Willow Room", weeks=(-13, -12, -10, -8, -6, -4, -2, -1)
    ),
    notes=(
        plot.Note(
            week=-13,
            did="Walked through the hour between five and seven with Jude and his gran.",
            saw="Initiates with visual sequence, not with verbal list.",
            plan="Strip",
            family="Jude begins when he can see what comes. We will draw the hour nobody is there.",
        ),
        plot.Note(
            week=-12,
            did="Made a strip of six pictures. Goal with Jude in the room.",
            saw="Edits pictures, removes alarm clock.",
            plan="Light instead of alarm",
            family="He took the alarm clock off the strip and put a lamp there.",
        ),
        plot.Note(
            week=-10,
            did="Toast, butter, knife. Kettle rules.",
            saw="Safe with kettle and knife, asks before heat.",
            plan="Porridge",
            family="Kettle, knife and toaster: he is careful and he asks first.",
        ),
        plot.Note(
            week=-8,
            did="Strip with four pictures.",
            saw="Three mornings of five alone, honest about the other two.",
            plan="Fewer pictures",
            family="Three mornings, and he told us about the other two himself.",
        ),
        plot.Note(
            week=-6,
            did="Three pictures. Porridge on the hob with supervision.",
            saw="Four of five. Stirs and reads.",
            plan="Gran’s breakfast",
            family="Four of five, with three pictures. Porridge is next.",
        ),
        plot.Note(
            week=-4,
            did="Porridge for two.",
            saw="Plans backwards from half past seven.",
            plan="Last visits",
            family="Jude planned the porridge backwards from half past seven.",
        ),
        plot.Note(
            week=-2,
            did="Looked at all steps, rated again with father by phone.",
            saw="Step 4 evident. Jude wishes to finish.",
            plan="Finish together",
            family="Step four. Jude thinks he is done, and so do we.",
        ),
        plot.Note(
            week=-1,
            did="Last visit. Strip taken down by Jude. Letter of strengths read aloud.",
            saw="Goal exceeded. Discharge agreed with father, door open.",
            family="Jude took down his strip today. If mornings get hard again, ring us and we start anywhere.",
        ),
    ),
    talks=(
        plot.Talk(
            title="",
            lines=(
                plot.Line(
                    when="-10 Mon 20:10",
                    who="gareth",
                    words="Two mornings he waited for his gran again. I said nothing, like you told me.",
                ),
                plot.Line(
                    when="-10 Tue 09:30",
                    who="therapist",
                    words="Saying nothing from a lorry is hard work. Thank you.",
                ),
                plot.Line(
                    when="-1 Wed 20:15",
                    who="gareth",
                    words="He does not need you any more and I am grateful. Diolch.",
                ),
                plot.Line(
                    when="-1 Thu 09:05",
                    who="therapist",
                    words="Diolch to you both. Tell me about the sandwich.",
                ),
            ),
        ),
    ),
    noticed=(
        plot.Noticed(
            when="-5 Wed 19:00",
            who="gareth",
            starter="What surprised me…",
            words="What surprised me: there was a cup of tea in the flask. I had not made it.",
            idea="strip",
        ),
    ),
    wins=(
        plot.Small(
            when="-2 Tue 19:20",
            who="gareth",
            words="Porridge for his gran, at seven, with a flower.",
            about="goal up",
            why="He planned for somebody else, in an hour when nobody was there to tell him.",
            why_when="-2 Wed 12:30",
        ),
    ),
    reviewed="-2 Wed 19:10",
)
