"""How the weeks go by at home: moments, what was noticed, talk, and small wins."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial

from alongside.areas.conversation import actions as conversation
from alongside.areas.conversation.values import About, Change
from alongside.areas.practice import actions as practice
from alongside.areas.practice.values import SeenBy
from alongside.areas.wins import actions as wins
from alongside.areas.wins.values import WinAbout
from alongside.config.demo.almanac import WEEKDAYS
from alongside.config.demo.plot import AskedWin, Carer, Idea, Line, Noticed, Small, Talk
from alongside.config.demo.scene import Beat, Scene
from alongside.core.capabilities import Capability
from alongside.core.moments import Felt, Help, Kind

LETTERS = {
    "d": Help.DID_IT_FOR,
    "a": Help.A_LOT,
    "l": Help.A_LITTLE,
    "r": Help.REMINDER,
    "s": Help.BY_SELF,
}
LADDER = "dalrs"
NOT_TODAY, TRIED, NO_NOTE = "n", "t", "."
_FELT = {
    "d": (Felt.HARD_GOING, Felt.UP_AND_DOWN, Felt.UP_AND_DOWN),
    "a": (Felt.HARD_GOING, Felt.UP_AND_DOWN, Felt.WENT_WELL),
    "l": (Felt.UP_AND_DOWN, Felt.UP_AND_DOWN, Felt.WENT_WELL),
    "r": (Felt.UP_AND_DOWN, Felt.WENT_WELL, Felt.WENT_WELL),
    "s": (Felt.WENT_WELL, Felt.WENT_WELL, Felt.WENT_WELL),
    "t": (Felt.UP_AND_DOWN, Felt.WENT_WELL, Felt.WENT_WELL),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """One entry to be: its letter, its words, and who tells it."""

    idea: Idea
    letter: str
    words: str
    who: str


def beats(scene: Scene) -> Iterator[Beat]:
    """Everything that the family and the therapist say between visits."""
    for idea in scene.family.ideas:
        if not idea.draft:
            yield from _entries(scene, idea)
    for number, noticed in enumerate(scene.family.noticed):
        yield _noticing(scene, f"noticing {number}", noticed)
    for number, talk in enumerate(scene.family.talks):
        yield from _thread(scene, f"thread {number}", talk)
    for number, win in enumerate(scene.family.wins):
        yield from _win(scene, f"win {number}", win)
    for asked in scene.family.asked_wins:
        yield Beat(at=scene.when(asked.when), act=partial(_ask, scene, asked))


def _entries(scene: Scene, idea: Idea) -> Iterator[Beat]:
    resting, said = _resting(scene, idea), set()
    for text, who, written in idea.said:
        letter, _, words = written.partition(" ")
        happened = scene.when(text)
        said.add(happened.astimezone(scene.almanac.zone_info).date())
        yield _entry(scene, happened, _Told(idea=idea, letter=letter, words=words, who=who))
    last = min(scene.almanac.day(idea.until), scene.almanac.today)
    for day, letter in _days(scene, idea):
        happened = _around(scene, day, idea.usual)
        carer = _carer(scene, happened)
        kept = day not in said and day <= last and happened >= scene.when(idea.agreed or idea.shared)
        if kept and not any(start <= happened < end for start, end in resting):
            yield _entry(scene, happened, _Told(idea=idea, letter=letter, words="", who=carer.key))


def _days(scene: Scene, idea: Idea) -> Iterator[tuple[date, str]]:
    """The days with a note about an idea, and how much help there was."""
    first = scene.almanac.week_of(scene.when(idea.shared).astimezone(scene.almanac.zone_info).date())
    written = dict(idea.weeks)
    for week in range(first, 2):
        monday = scene.almanac.monday + timedelta(weeks=week)
        letters = written[week] if week in written else _letters(scene, idea, week, first)
        for number, letter in enumerate(letters):
            if letter != NO_NOTE:
                yield monday + timedelta(days=number), letter


def _letters(scene: Scene, idea: Idea, week: int, first: int) -> str:
    """A week as it may well have been: a slow way up, with dips, gaps and days that were not today."""
    dice = scene.dice.random
    days = idea.days.split()
    count = max(1, min(len(days), idea.per_week + dice.choice((-1, 0, 0, 1))))
    noted = set(dice.sample(days, count))
    start, end = (LADDER.index(letter) for letter in idea.help)
    usual = start + (end - start) * min(1.0, (week - first) / max(1, 1 - first)) - (week in idea.dips)
    return "".join(_letter(scene, usual) if day in noted else NO_NOTE for day in WEEKDAYS)


def _letter(scene: Scene, usual: float) -> str:
    chance = scene.dice.random.random()
    if chance < 0.1:
        return NOT_TODAY
    if chance < 0.17:
        return TRIED
    rank = round(usual + scene.dice.random.choice((-1, -0.4, 0, 0, 0.4, 0.8)))
    return LADDER[max(0, min(len(LADDER) - 1, rank))]


def _around(scene: Scene, day: date, usual: str) -> datetime:
    minutes = scene.dice.random.randint(-9, 16)
    return scene.almanac.on(day, time.fromisoformat(usual)) + timedelta(minutes=minutes)


def _carer(scene: Scene, happened: datetime) -> Carer:
    """Whoever writes this time; the one who writes more is named more often."""
    there = [one for one in scene.family.carers if _may_write(one) and scene.when(one.since) <= happened]
    chosen = scene.dice.random.choices(there or [scene.teller], [one.writes for one in there] or None)
    return chosen[0]


def _may_write(carer: Carer) -> bool:
    return bool(carer.writes) and (carer.named is None or Capability.WRITE_ENTRIES in carer.named)


def _resting(scene: Scene, idea: Idea) -> list[tuple[datetime, datetime]]:
    """When an idea was out of the plan, from rest to resume or from its end on."""
    spans: list[tuple[datetime, datetime]] = []
    for change in idea.changes:
        at = scene.when(change.when)
        if change.what in {"rest", "end"}:
            spans.append((at, scene.almanac.at + timedelta(days=1)))
        if change.what == "resume":
            spans[-1] = (spans[-1][0], at)
    return spans


def _entry(scene: Scene, happened: datetime, told: _Told) -> Beat:
    dice = scene.dice.random
    arrived = min(happened + timedelta(minutes=dice.randint(1, 35)), max(happened, scene.almanac.at))
    is_told = dice.random() < 0.75 or told.letter == "s"
    felt = dice.choice(_FELT.get(told.letter, _FELT[TRIED])) if is_told else None
    return scene.does(
        arrived,
        told.who,
        practice.record_entry,
        placement=scene.named(f"idea {told.idea.key}"),
        entry=scene.dice.uuid(happened),
        kind=Kind.NOT_TODAY if told.letter == NOT_TODAY else Kind.TRIED,
        help=LETTERS.get(told.letter),
        felt=None if told.letter == NOT_TODAY else felt,
        words=told.words,
        happened_at=happened,
    )


def _noticing(scene: Scene, name: str, noticed: Noticed) -> Beat:
    return scene.does(
        scene.when(noticed.when),
        noticed.who,
        practice.notice,
        noticing=scene.named(name),
        words=noticed.words,
        starter=noticed.starter,
        placement=scene.named(f"idea {noticed.idea}") if noticed.idea else None,
        seen_by=SeenBy.TEAM if noticed.only_team else SeenBy.ALL,
    )


def _thread(scene: Scene, name: str, talk: Talk) -> Iterator[Beat]:
    first, thread = talk.lines[0], scene.named(name)
    about = About(talk.about.split()[0].upper()) if talk.about else About.GENERAL
    yield scene.does(
        scene.when(first.when),
        first.who,
        conversation.start_thread,
        thread=thread,
        about=about,
        about_uuid=scene.named(talk.about) if talk.about else None,
        title=talk.title,
    )
    for number, line in enumerate(talk.lines):
        yield from _message(scene, name, line, f"message {line.key or f'{name} {number}'}")


def _message(scene: Scene, thread: str, line: Line, name: str) -> Iterator[Beat]:
    message = scene.named(name)
    yield scene.does(
        scene.when(line.when),
        line.who,
        conversation.send_message,
        thread=scene.named(thread),
        message=message,
        words=line.words,
    )
    if line.changed:
        yield scene.does(
            scene.when(line.answered),
            "therapist",
            conversation.answer_with_change,
            message=message,
            answer=scene.named(f"answer {name}"),
            change_kind=Change.PLACEMENT_CHANGE,
            change_uuid=scene.named(f"change {line.changed}"),
            words=line.answer,
        )


def _win(scene: Scene, name: str, win: Small) -> Iterator[Beat]:
    about = WinAbout(win.about.split()[0].upper()) if win.about else None
    yield scene.does(
        scene.when(win.when),
        win.who,
        wins.add_win,
        win=scene.named(name),
        words=win.words,
        said_by_child=win.by_child,
        about=about,
        about_uuid=scene.named(win.about) if win.about else None,
    )
    if win.why:
        why = {"win": scene.named(name), "words": win.why}
        yield scene.does(scene.when(win.why_when), "therapist", wins.say_why_hard, **why)


def _ask(scene: Scene, asked: AskedWin, at: datetime) -> None:
    """The log asks about firsts without help; a carer says in their own words that it was a win."""
    actor = scene.actor(asked.who, at)
    questions = wins.ask_from_log(actor=actor, child=scene.child, at=at)
    if not asked.words:
        return
    idea = scene.named(f"idea {asked.idea}")
    for question in questions:
        if question.placement == idea:
            wins.confirm_win(actor=actor, child=scene.child, win=question.uuid, words=asked.words, at=at)
