"""Leila: a doll who eats first."""

from alongside.areas.story.values import How
from alongside.config.demo import plot

LEILA = plot.Family(
    key="leila",
    therapist="hannah",
    about=plot.About(
        name="Leila Moradi",
        age=(3, 7),
        pronouns="she",
        likes="Her doll Golnar, pomegranates, doing it again",
        dislikes="Wet sleeves, foods that touch",
        languages="Farsi at home, English at nursery",
        lives_with="Shirin, Babak and baby Arash",
        school="Little Acorns nursery, mornings",
    ),
    told=plot.Told(
        sent="-10 Thu 21:40",
        name="Shirin Moradi",
        email="shirin@family.example",
        phone="07700 900253",
        child_first_name="Leila",
        ordinary_day="We feed her. She is three and a half and we feed her, because if we do not she eats "
        "two spoons of rice and goes to play. With the baby I have two to feed and one pair of hands.",
        hopes="That I can eat something warm.",
        good_at="She looks after everybody. She puts her doll to bed five times a day.",
        anything_else="No nuts please, she had a rash and we went to hospital.",
        topics=("meals",),
        answered="-10 Fri 10:20",
        answered_by="maria",
        how=How.WROTE,
        answer="Wrote to Shirin with two morning times, because of the baby. She chose Mondays.",
        family="-9 Mon 09:05",
    ),
    carers=(
        plot.Carer(
            key="shirin",
            name="Shirin Moradi",
            relation="Mother",
            since="-9 Mon 20:50",
            phone="07700 900253",
            writes=2,
        ),
        plot.Carer(key="babak", name="Babak Moradi", relation="Father", since="-9 Tue 21:10", writes=1),
    ),
    minutes=10,
    minutes_words="Ten, if the baby sleeps.",
    asked="-9 Tue 21:20",
    day=(
        plot.Routine(code="breakfast", usual="08:10", words="milk and hurry", minutes=0),
        plot.Routine(code="meal.dinner", usual="17:45", words="all four of us", minutes=10),
    ),
    matters=(
        plot.Matter(
            words="I would like to eat one warm meal while she eats hers.",
            said_by="shirin",
            rank=1,
            routine="meal.dinner",
            first=(9, 2, 1),
        ),
        plot.Matter(words="Golnar is hungry first.", said_by=plot.CHILD, rank=1, routine="meal.dinner"),
    ),
    seen_on="-8 Mon 09:40",
    seen=(
        plot.Seen(
            area="play",
            does="Leila feeds her doll with a spoon, wipes its mouth and waits for it to swallow.",
        ),
        plot.Seen(
            area="meals",
            does="Leila fills the spoon and lets it wait on the plate. She opens her mouth for a grown-up’s "
            "spoon.",
            where="at the family table",
            with_help="somebody lifts the spoon",
            matter=0,
            icf=("d550",),
        ),
    ),
    aims=(
        plot.Aim(
            key="spoon",
            title="Her own spoon at tea",
            does="eat half of her rice with her own spoon",
            where_when="at tea with everybody",
            with_help="Golnar on the next chair",
            how_often="4 of 7 evenings",
            look_back="5 Fri",
            steps=(
                "Eats when somebody lifts the spoon",
                "Three spoons of her own after Golnar’s",
                "Half of the bowl herself",
                "The whole bowl, with talk",
                "Asks for more in both languages",
            ),
            matter=0,
            finding=1,
            when="-7 Mon 10:05",
            by="therapist",
            yes="-7 Mon 21:00",
            reached=(
                plot.Reached(
                    step=2,
                    when="-2 Mon 21:05",
                    by="shirin",
                    words="Three after Golnar. Sometimes four.",
                    answered="-1 Mon 10:20",
                    answered_by="therapist",
                    answer="Golnar and I agree.",
                ),
            ),
        ),
    ),
    ideas=(
        plot.Idea(
            key="doll",
            shared="-7 Tue 09:15",
            routine="meal.dinner",
            usual="17:50",
            goal="spoon",
            title="Golnar eats first",
            words="A small bowl for the doll. Leila feeds her one spoon, then one for herself.",
            helps="Whose turn is it?",
            minutes=5,
            is_familys=True,
            agreed="-7 Tue 21:15",
            sure=9,
            help="ar",
            per_week=4,
            days="Mon Tue Wed Thu Fri Sat Sun",
            dips=(-4,),
            said=(("-2 Sun 17:55", "babak", "r Four spoons. Shirin ate hot soup."),),
        ),
        plot.Idea(
            key="tongs",
            shared="-5 Mon 10:30",
            routine="meal.dinner",
            usual="17:42",
            goal="spoon",
            strategy="S06",
            minutes=5,
            override="Nuts are known and kept out of the house. Parents read every label, soft fruit only, "
            "always beside her.",
            agreed="-5 Mon 21:00",
            sure=6,
            help="dl",
            per_week=2,
            days="Mon Wed Fri Sat Sun",
            changes=(
                plot.Change(
                    when="-3 Mon 10:40", what="easier", key="bread", because="cross", agreed="-3 Mon 20:40"
                ),
            ),
        ),
    ),
    visits=plot.Visits(
        day="Mon", clock="09:30", room="Larch Room", weeks=(-8, -7, -5, -3, -1, 1, 3, 5), away=(3,)
    ),
    notes=(
        plot.Note(
            week=-8,
            did="Snack with mother and doll. Oral phase observed with soft rice and pear.",
            saw="Safe swallow, no cough. Lateral grasp, spoon to mouth on request for doll only.",
            plan="Use the doll",
            family="Leila feeds her doll beautifully. We will let Golnar teach her.",
        ),
        plot.Note(
            week=-7,
            did="Turns with the doll, short handled spoon. Goal written.",
            saw="Five own spoons in ten minutes, all after the doll.",
            plan="Bowl with a rim",
            family="Five spoons of her own, each one after Golnar’s.",
        ),
        plot.Note(
            week=-5,
            did="Tongs with soft pear. Bowl with rim.",
            saw="Whole hand grasp on tongs, crosses with left. Tires after four.",
            plan="Bread cubes",
            family="Tongs are fun and hard work. Four pieces are plenty.",
        ),
        plot.Note(
            week=-3,
            did="Bread cubes with tongs, baby brother at the table.",
            saw="Serves brother first, then herself. Eight transfers.",
            plan="Foods that touch",
            family="She served Arash first. Eight pieces, with bread it goes well.",
        ),
        plot.Note(
            week=-1,
            did="Two foods in one bowl with a bridge of rice between them.",
            saw="Tolerates contact after naming it. Three own spoons without the doll.",
            plan="Tea with grandmother on video",
            family="Two foods may touch when there is a rice bridge between them.",
        ),
        plot.Note(
            week=1,
            did="Tea for four dolls. Half a bowl with talk in both languages.",
            saw="Half a bowl in 14 min, two prompts.",
            plan="A smaller doll",
            family="She fed her doll, then herself, half of the bowl.",
        ),
    ),
    talks=(
        plot.Talk(
            title="Tongs",
            about="idea tongs",
            lines=(
                plot.Line(
                    when="-4 Sat 20:15",
                    who="babak",
                    key="cross",
                    words="The tongs make her cross. Pear is too slippery and then it is on the baby.",
                    changed="bread",
                    answered="-3 Mon 10:42",
                    answer="We changed the tongs: bread cubes instead of pear, big and light.",
                ),
                plot.Line(
                    when="-3 Mon 10:44",
                    who="therapist",
                    words="Sorry, Arash. Bread cubes stay where she puts them.",
                ),
            ),
        ),
        plot.Talk(
            title="",
            lines=(
                plot.Line(when="-6 Wed 20:30", who="shirin", words="She said noosh-e jan to the doll."),
                plot.Line(
                    when="-6 Thu 08:50",
                    who="therapist",
                    words="That is the best thing anybody said at a table this week.",
                ),
            ),
        ),
    ),
    noticed=(
        plot.Noticed(
            when="-5 Fri 18:30",
            who="shirin",
            starter="It helped when…",
            words="It helped when I ate too, and did not look at her spoon.",
            idea="doll",
        ),
        plot.Noticed(
            when="ago 1 18:25", who="babak", words="Today the doll was full. Leila was not.", idea="doll"
        ),
    ),
    wins=(
        plot.Small(
            when="-1 Sat 18:40",
            who="shirin",
            words="She fed her doll, then herself. I ate while it was warm.",
            about="goal spoon",
            why="Filling, lifting and stopping in time are three jobs for one small hand.",
            why_when="0 Mon 10:35",
        ),
    ),
    facts=(
        plot.Fact(
            code="food:nuts",
            words="Rash and swelling after a walnut, hospital in spring.",
            when="-9 Tue 21:40",
            by="shirin",
            confirmed="-8 Mon 10:20",
        ),
    ),
)
