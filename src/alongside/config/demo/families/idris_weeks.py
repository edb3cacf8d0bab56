"""Idris’s weeks: what was said, noticed and won, and the visits."""

from alongside.config.demo import plot

TALKS = (
    plot.Talk(
        title="",
        lines=(
            plot.Line(
                when="-10 Sun 18:30",
                who="samira",
                words="We tried. He did the last tug on Friday and looked at me as if he had won a cup.",
            ),
            plot.Line(
                when="-9 Mon 09:02",
                who="therapist",
                words="He had. One tug is a real part of a sock. Keep mornings as they are for now, we are "
                "only looking.",
            ),
            plot.Line(
                when="-3 Sat 10:12",
                who="samira",
                words="It is half term and we are at Grandma’s. No socks at all, we live on the beach.",
            ),
            plot.Line(
                when="-2 Mon 08:50",
                who="therapist",
                words="Good. Sand is a fine teacher too. See you on Thursday.",
            ),
            plot.Line(
                when="0 Fri 08:10",
                who="samira",
                words="He did the left heel himself this morning! The right one made him cross, so I did "
                "that and he "
                "did the last pull.",
            ),
            plot.Line(
                when="0 Fri 12:40",
                who="therapist",
                words="That heel was the hard part, and he worked it out himself. You kept it calm by "
                "sharing the "
                "second sock. Shall we try shoes on Thursday?",
            ),
            plot.Line(
                when="0 Sun 19:02",
                who="karim",
                words="He goes to a new swimming place on Tuesday. Can we make a Tomorrow card for it? And "
                "one for the "
                "school play, if that is not too much.",
            ),
        ),
    ),
    plot.Talk(
        title="Last pull is his",
        about="idea last_pull",
        lines=(
            plot.Line(
                when="-6 Fri 08:22",
                who="samira",
                key="heel_early",
                words="The heel is where we lose him. Once it is past the heel he is proud, before that he "
                "throws it.",
                changed="to_stairs",
                answered="-5 Mon 09:12",
                answer="We changed Last pull is his: it moved to the second stair. You do the heel, he does "
                "the last pull.",
            ),
            plot.Line(
                when="-5 Mon 09:14",
                who="therapist",
                words="That helps me a lot. So let us begin after the heel, where he is proud, and go back "
                "bit by bit.",
            ),
            plot.Line(
                when="-5 Mon 19:05",
                who="samira",
                words="The second stair is perfect. He calls it his platform.",
            ),
            plot.Line(
                when="-4 Tue 12:33",
                who="therapist",
                words="Then mind the gap, and greetings to the stationmaster.",
            ),
        ),
    ),
)

NOTICED = (
    plot.Noticed(
        when="-8 Thu 18:12",
        who="samira",
        starter="It helped when…",
        words="It helped when I said nothing and just held the sock open.",
        idea="last_pull",
    ),
    plot.Noticed(
        when="-4 Sun 17:40",
        who="karim",
        starter="What surprised me…",
        words="What surprised me: he asked which train his cousin would take home, and then he was fine.",
    ),
    plot.Noticed(
        when="-1 Wed 16:05",
        who="samira",
        starter="Just before that…",
        words="Just before that the hand dryer went off in the library. He still came out by himself.",
        idea="quiet",
    ),
    plot.Noticed(
        when="ago 1 20:10",
        who="samira",
        words="The right heel still makes him cross.",
        idea="last_pull",
    ),
)

WINS = (
    plot.Small(
        when="-9 Sun 11:20",
        who="karim",
        words="He waited for the next train on the platform and did not need to get on it.",
    ),
    plot.Small(
        when="-4 Wed 19:10",
        who="samira",
        words="I am faster than the sock.",
        by_child=True,
        about="idea last_pull",
    ),
    plot.Small(
        when="-1 Thu 17:05",
        who="therapist",
        words="Stayed with a tricky zip for four minutes.",
        about="goal socks",
    ),
    plot.Small(
        when="-1 Sun 16:32",
        who="karim",
        words="Grandma’s plan changed. Idris asked for the Tomorrow card, then his coat.",
        about="goal change",
        why="Asking for the card means that he felt the change coming, and knew what helps him.",
        why_when="0 Mon 12:31",
    ),
    plot.Small(
        when="0 Wed 17:20",
        who="therapist",
        words="Chose the quiet corner himself before assembly. His teacher told me on the phone.",
        about="goal change",
    ),
    plot.Small(
        when="0 Fri 08:12",
        who="samira",
        words="He did both heels himself and shouted, I beat the sock!",
        about="goal socks",
        why="Turning the heel takes two hands doing different jobs. That is a real step.",
        why_when="0 Fri 12:44",
    ),
)

VISITS = plot.Visits(
    day="Thu",
    clock="15:45",
    room="Willow Room",
    weeks=(-6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5),
    series=True,
    away=(-3,),
    agenda=(("0 Sun 19:06", "karim", 1, "A Tomorrow card for the school play."),),
)

NOTES = (
    plot.Note(
        week=-6,
        did="Built a sock shop on the stairs. Backward chaining of donning socks, seated on second step. "
        "Wrote goal on "
        "change of plan with mother at the same screen.",
        saw="Completes last third of pull bilaterally. Heel turn not attempted. Settled in den after 8 min.",
        plan="Heel turn with hand under hand\nTry a den corner",
        family="Idris ran a sock shop today and sold us five pairs. The last pull is easy for him now.",
    ),
    plot.Note(
        week=-5,
        did="Heel turn, hand under hand, large sock first. Made first Tomorrow card with three photographs.",
        saw="Left heel with partial hand under hand, right with full. Points to pictures in order, names each.",
        plan="Smaller sock\nBring two more pictures for the card",
        family="We made his first Tomorrow card. He chose a photo of the front door for “home”.",
    ),
    plot.Note(
        week=-4,
        did="Own sock on second step, mother beside. Card rehearsed for the library.",
        saw="Left heel with one verbal prompt after two trials. Frustration at right heel, recovered in 2 min.",
        plan="Zips for a change\nAsk about half term",
        family="One heel with just a word from us. When it got too much he sat in the den for two minutes.",
    ),
    plot.Note(
        week=-2,
        did="Zips and socks after the break. Two heel turns in a row on the left.",
        saw="No loss over half term. Left heel independent x2, right with light touch at wrist.",
        plan="Two-handed games\nTalk about toast",
        family="The break did him good. He turned his left heel twice in a row, here on our stairs.",
    ),
    plot.Note(
        week=-1,
        did="Jacket zip, seated. Spreading on cardboard toast, plate on damp cloth.",
        saw="Four minutes on one zip without asking to stop. Spreads centre, turns plate with left hand.",
        plan="Heel turn with hand under hand\nSwimming: what will be new",
        family="Idris stayed with a tricky zip for four minutes. He would like to be in charge of toast.",
    ),
    plot.Note(
        week=0,
        did="Heel turn with hand under hand, fading to words only. Looked at the swimming card together.",
        saw="Left heel independent x3. Right pinch tires, swaps to side pinch after about 20 s. Named what "
        "is new at "
        "the pool.",
        plan="Stretchy laces, size 11\nRight-hand pinch\nHeel turn, standing",
        family="Idris did his left heel three times with nobody touching the sock. His right hand gets "
        "tired first, so "
        "do that sock together for now.",
    ),
    plot.Note(
        week=1,
        did="Seated on step, shoe on table edge. Hand under hand for first loop, then verbal only.",
        saw="Left shoe with one prompt. Right pinch tires, swaps to side pinch after about 20 s. Laughed "
        "off the first "
        "slip, tried again twice.",
        plan="Shoe on, seated lower\nCard for the school play",
        family="Idris did his left shoe with one reminder, and laughed when it slipped. His right hand gets "
        "tired "
        "first, so do that shoe together for now.",
    ),
)
