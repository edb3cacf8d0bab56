"""Elif: one closing of the door."""

from alongside.config.demo import plot

ELIF = plot.Family(
    key="elif",
    therapist="bethan",
    about=plot.About(
        name="Elif Aydın",
        age=(10, 3),
        pronouns="she",
        likes="Roller skates, mysteries, tea with two sugars",
        dislikes="Crowded buses, being asked if she is ready",
        languages="Turkish and English",
        lives_with="Emre, Selin and her baby brother Can",
        school="Year 6 at Hill View",
    ),
    told=plot.Told(
        sent="-8 Wed 08:55",
        name="Emre Aydın",
        email="emre@family.example",
        phone="07700 900319",
        ring_when="Weekday mornings",
        child_first_name="Elif",
        ordinary_day="We leave at eight and we leave again at ten past eight, and at quarter past. Each "
        "time one thing is still on the stairs. The baby is in his coat and boiling. She is ten and so "
        "clever, it makes no sense to me.",
        hopes="To close our door once.",
        good_at="She reads two books at a time. She knows who did it on page forty.",
        topics=("school",),
        answered="-8 Thu 09:30",
        answered_by="bethan",
        answer="Rang Emre. We counted the doors together and laughed. Tuesdays at half past four.",
        family="-8 Fri 09:00",
    ),
    carers=(
        plot.Carer(
            key="emre",
            name="Emre Aydın",
            relation="Father",
            since="-8 Fri 19:20",
            phone="07700 900319",
            shared=True,
            writes=3,
        ),
        plot.Carer(key="selin", name="Selin Aydın", relation="Mother", since="-8 Sun 20:00", writes=1),
    ),
    minutes=10,
    minutes_words="Ten, before eight o’clock.",
    asked="-7 Mon 19:40",
    day=(
        plot.Routine(code="leave_house", usual="07:55", words="three times", minutes=5),
        plot.Routine(code="school_run", usual="08:15", words="fast", minutes=10),
    ),
    matters=(
        plot.Matter(
            words="One closing of the door. One.",
            said_by="emre",
            rank=1,
            routine="leave_house",
            first=(8, 2, 3),
        ),
        plot.Matter(
            words="I would like the walk to be the nice part of her morning.",
            said_by="selin",
            rank=2,
            routine="school_run",
            first=(6, 4, 4),
        ),
        plot.Matter(words="Everyone says hurry and then I forget more.", said_by=plot.CHILD, rank=1),
    ),
    seen_on="-7 Tue 16:40",
    seen=(
        plot.Seen(
            area="attention", does="Elif finds the one thing that is different in a room, faster than we do."
        ),
        plot.Seen(
            area="going_out",
            does="Elif packs what she sees. What lies in another room is thought of on the stairs.",
            where="at the front door",
            with_help="somebody calls the list",
            matter=0,
            icf=("d230", "d571"),
        ),
        plot.Seen(
            area="moving",
            does="Elif’s knees and wrists bend far. Standing in a queue tires her, walking does not.",
            where="bus stop and hall",
            with_help="a wall to lean on",
            matter=1,
        ),
    ),
    aims=(
        plot.Aim(
            key="door",
            title="One closing of the door",
            does="leave with all four things",
            where_when="on school mornings",
            with_help="her own rhyme and nobody calling",
            how_often="4 of 5 mornings",
            look_back="4 Fri",
            steps=(
                "Out in one go on 0 of 5 mornings",
                "Out in one go on 2 of 5 mornings",
                "Out in one go on 4 of 5 mornings",
                "Out in one go on 5 of 5 mornings",
                "Reminds Emre of his keys",
            ),
            matter=0,
            finding=1,
            when="-6 Tue 16:50",
            by="therapist",
            yes="-6 Tue 20:10",
            reached=(
                plot.Reached(
                    step=2, when="-2 Fri 18:00", by="emre", answered="-1 Mon 09:40", answered_by="therapist"
                ),
                plot.Reached(
                    step=3,
                    when="0 Tue 17:20",
                    by="therapist",
                    words="Four of five last week, and she told me before I asked.",
                ),
            ),
        ),
    ),
    ideas=(
        plot.Idea(
            key="rhyme",
            shared="-6 Wed 09:45",
            routine="leave_house",
            usual="07:58",
            goal="door",
            strategy="S23",
            agreed="-6 Wed 20:00",
            sure=8,
            help="as",
            per_week=4,
            dips=(-3,),
            said=(("-1 Thu 08:02", "emre", "s Bag, coat, lunch, book. We went back for MY keys."),),
        ),
        plot.Idea(
            key="walk",
            shared="-4 Wed 10:05",
            routine="school_run",
            usual="08:18",
            goal="door",
            strategy="S04",
            words="Carry the light bag on both shoulders, and push against the church wall twice on the way.",
            minutes=8,
            override="Bendy joints known: light bag only, elbows soft, she stops when a wrist aches. Looked "
            "at together on our wall.",
            agreed="-4 Wed 20:20",
            sure=7,
            help="lr",
            per_week=2,
        ),
    ),
    visits=plot.Visits(
        day="Tue",
        clock="16:30",
        room="Larch Room",
        weeks=(-7, -6, -4, -2, 0, 1, 3),
        agenda=(("0 Sat 18:10", "selin", 1, "She wants to walk the last street alone."),),
    ),
    notes=(
        plot.Note(
            week=-7,
            did="Detective game in three rooms. Joints looked at, with her and her father.",
            saw="Beighton-type mobility at knees, wrists, thumbs. Strong visual search, working memory for "
            "three spoken items.",
            plan="Things in sight",
            family="Elif found every clue in three rooms. Spoken lists are harder for her, so we will not "
            "shout lists.",
        ),
        plot.Note(
            week=-6,
            did="Wrote her own rhyme. Tried it at our front door.",
            saw="Four of four items at the third go.",
            plan="Hooks at home",
            family="Her rhyme is very rude about the baby’s coat, and it works.",
        ),
        plot.Note(
            week=-4,
            did="Light bag, wall pushes with soft elbows. Checked wrists before and after.",
            saw="No pain after 10 pushes, prefers walking to standing.",
            plan="Route with a wall",
            family="Two walls on the way, light bag, soft elbows. She stops when a wrist aches.",
        ),
        plot.Note(
            week=-2,
            did="Looked at photos of the hallway, moved two hooks on paper.",
            saw="Solves it herself: book goes in at night.",
            plan="Weekend bag",
            family="Elif moved the hooks herself. The book goes in at night now.",
        ),
        plot.Note(
            week=0,
            did="Back to the goal together. She kept her own count.",
            saw="Four of five, accurate against father’s count.",
            plan="Last street alone?",
            family="Four of five mornings. She had counted, and so had Emre, and it was the same number.",
        ),
        plot.Note(
            week=1,
            did="Walked the last street with her, ten steps ahead of us.",
            saw="Looks at both kerbs, waits for a gap, no running.",
            plan="Parents decide about the last street",
            family="She walked ahead of us and looked at every kerb. The last street is for you three to "
            "decide.",
        ),
    ),
    talks=(
        plot.Talk(
            title="",
            lines=(
                plot.Line(
                    when="-3 Thu 08:40",
                    who="emre",
                    words="Back twice, and I shouted. She was right to be cross with me.",
                ),
                plot.Line(
                    when="-3 Thu 11:15",
                    who="therapist",
                    words="Mornings do that to us. Say it to her like you said it to me, and tomorrow is a "
                    "new door.",
                ),
                plot.Line(
                    when="-1 Thu 09:05",
                    who="emre",
                    words="Today she asked where MY keys were. They were on the stairs.",
                ),
                plot.Line(
                    when="-1 Thu 12:42",
                    who="therapist",
                    words="That is the fifth step of her goal, long before its time. Do not tell her I laughed.",
                ),
            ),
        ),
    ),
    noticed=(
        plot.Noticed(
            when="0 Mon 08:30",
            who="selin",
            starter="It helped when…",
            words="It helped when Emre waited outside with the pram.",
            idea="rhyme",
        ),
    ),
    wins=(
        plot.Small(
            when="-1 Thu 08:50",
            who="emre",
            words="One door. One. I would like a photograph of it.",
            about="goal door",
            why="Holding four things in mind while others hurry is a lot of work at eight o’clock.",
            why_when="-1 Thu 12:40",
        ),
    ),
    facts=(
        plot.Fact(
            code="hypermobility",
            words="Very bendy wrists and knees, sometimes sore in the evening.",
            when="-7 Tue 17:30",
            by="therapist",
        ),
    ),
)
