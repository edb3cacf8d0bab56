"""Words that the lint knows, in British English. Other languages get only the rules that need no words."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NUMBERS = {
    "zero": 0, "none": 0, "no": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "both": 2, "twice": 2,
    "once": 1, "thrice": 3,
}  # fmt: skip
TIMES_WORDS = frozenset({"once", "twice", "thrice"})
SECONDS = {"second": 1, "sec": 1, "minute": 60, "min": 60, "hour": 3600, "hr": 3600}
CENTIMETRES = {
    "cm": 1,
    "centimetre": 1,
    "metre": 100,
    "m": 100,
    "meter": 100,
    "km": 100_000,
    "kilometre": 100_000,
}
OCCASIONS = _words(
    "time occasion morning afternoon evening night day weekday visit try attempt trip session lesson "
    "bedtime mealtime meal breakfast lunch tea dinner playtime weekend"
)
WINDOWS = frozenset(
    {"day", "week", "night", "month", "morning", "lesson", "meal", "session", "hour", "fortnight"}
)
HELP = frozenset({"reminder", "prompt", "cue", "help", "support", "warning", "hint", "nudge", "assistance"})
# Numbers after these name something: Year 2, page 4.
NAMES_BY_NUMBER = frozenset({"year", "step", "level", "page", "class", "room", "stage", "book", "key"})
CLOCK_BEFORE = frozenset({"by", "at", "before", "until", "till", "after", "from"})
FILLERS = _words("the a an his her their my our your its whole full different new own small big other")

STOP = FILLERS | _words(
    "and or but of to in on at by for with without from into onto over under up down off out as is are "
    "was be been he she they we i it him them us me himself herself themselves itself myself one ones "
    "this that these those when while until till after before once then than also so if all both each "
    "every no not does do did has have had will can then there here who which what within about around "
    "only just less more most least"
)
# Of the small words these turn a meaning round: stabilisers on, stabilisers off.
SILENT = STOP - _words("on off up down in out over under before after with without not")
PEOPLE = _words(
    "mum mummy mam dad daddy granny grandma gran nan nana grandad grandpa adult adults grown-up grown "
    "grownup parent carer teacher ta supervisor therapist somebody someone anyone everybody"
)
POINTS_BACK = frozenset({"it", "them", "this", "that", "one", "both", "same", "all"})

# After "and" these begin a second thing that the child does. They are no nouns, whatever their ending.
VERBS = _words(
    "accept add agree aim answer apologise arrange arrive ask be become beg begin bite blow bounce "
    "breathe bring build carry catch chat chew choose clap clean clear climb close collect come "
    "complete continue copy cuddle decide describe dry eat enjoy explain fasten feed fetch fidget fill "
    "find finish fold follow forget gather get give go grab greet hang hear help hide hold hop hug "
    "hurry include introduce invite join jump keep kneel laugh lead learn leave let lick lie lift "
    "listen look lower make manage match meet mix move offer open pack pass pay peel pick play point "
    "pour praise press pretend pull push put reach read rebuild recite refill remember remind remove "
    "repeat reply return ride rinse roll run say see sell send share shout show shut sign sing sit "
    "sleep slide smile sort speak spell spit spread squeeze stand start stay stir stop swallow sweep "
    "swim take talk taste teach tell thank throw tidy tie touch try turn undo undress unpack unzip use "
    "wait wake walk wash watch wave wear whisper wipe wish work wrap write"
)
# These are as often things as doings, so they count as doings only before "the coat" or "it".
THINGS_TOO = _words(
    "aim bite blow bounce catch chat clean clear climb cuddle dry feed fold grab help hide hold hop hug "
    "jump laugh lead lie lift look match mix move pack pass pay peel pick play point pour press pull "
    "push reach ride roll run share shout show sign sleep slide smile sort spread squeeze stand start "
    "stop sweep swim talk taste tie touch try turn use walk wash watch wave wear wipe wish work wrap "
    "copy aim answer finish"
)
OBJECT_FOLLOWS = _words(
    "a an the his her their my our its it him them me us himself herself themselves some any another"
)
NOT_DOING = _words(
    "morning evening something anything nothing everything clothing swing ring king string building "
    "ceiling wing spring thing being during"
)

VAGUE = _words(
    "better improve improved improves improving improvement appropriate appropriately inappropriate "
    "inappropriately good nice nicely understand understands understood understanding cope copes coping "
    "tolerate tolerates tolerating behave behaves behaved behaviour confident confidently confidence "
    "happy happily calm calmer calmly relaxed enjoy enjoys enjoying excellent poor poorly bad badly "
    "neat neater neatly messy messily beautiful beautifully great ok okay properly easily interested "
    "aware awareness motivated cooperative cooperates focused well anxious scared upset sensible "
    "sensibly politely respectful adequate adequately sometimes often usually rarely seldom "
    "occasionally mostly frequently regularly generally normally"
)
# A card or a picture with a feeling on it can be seen; the feeling cannot.
SHOWN_FEELINGS = _words("happy calm confident upset scared anxious good bad ok okay")
EMOTION_SHOWN_BY = _words("say says name names point points sign signs card chart picture face")
# Two words and more that leave open how much or how often.
VAGUE_PHRASES = (
    r"most of the time|some of the time|a lot|nearly always|almost always|hardly (?:any|ever)|"
    r"(?:most|some|many|few) (?:mornings|days|nights|evenings|afternoons|times|mealtimes|meals|weeks)|"
    r"a bit(?! of)|"
    r"(?<!for )(?<!one )(?<!once )(?<!any )(?<!no )(?<!or )(?<!\d )(?:more|less|fewer) (?!than\b|or\b)[a-z]+|"
    r"longer(?! than)|quicker(?! than)|faster(?! than)"
)
# "As well", "good morning" and "well done" say nothing about how.
HARMLESS = r"as well(?: as)?|well done|good (?:morning|night|afternoon|evening|bye)|get well|fine motor"

COMPARED_WITH = (
    r"than (?:when|before|now|usual|normal|ever|expected|hoped|last|previously|today|yesterday|at (?:the )?"
    r"(?:start|beginning|baseline)|baseline|(?:he|she|they|we|i) (?:did|do|does|was|were|used|could|had|started|"
    r"began|started)|in (?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|the (?:past|autumn|spring|summer|winter))|the (?:step|level) (?:before|below))|"
    r"(?:same )?as (?:now|before|usual|today|baseline|at (?:the )?(?:start|beginning|baseline))|"
    r"like (?:now|before|at the start)|compared (?:to|with)|no change|unchanged|at baseline|from baseline|"
    r"since (?:we started|(?:he|she|they) started|starting|last|the start)"
)

PLACES = _words(
    "home school nursery park playground clinic pool library canteen hall classroom shop church garden "
    "club supermarket cafe kitchen"
)
COMPANY = _words(
    "mum mummy mam dad daddy granny grandma gran nan nana grandad grandpa teacher therapist childminder"
)
DAYS = {
    "weekend": "weekend", "saturday": "weekend", "sunday": "weekend",
    "weekday": "week", "school day": "week", "school morning": "week", "holiday": "holiday", "term time": "week",
}  # fmt: skip
HOURS = {
    "morning": "morning", "breakfast": "morning", "afternoon": "afternoon", "lunch": "midday", "lunchtime": "midday",
    "evening": "evening", "night": "evening", "bedtime": "evening", "supper": "evening",
}  # fmt: skip
