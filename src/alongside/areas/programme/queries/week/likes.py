"""What a child likes and does not like, in the family's free words, as the tags that ideas carry."""

import re
from collections.abc import Mapping
from types import MappingProxyType

# Beginnings of words, so that «trains» and «train set» are found by «train». The tags are those of the library.
_BEGINNINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "water": ("water", "swim", "bath", "splash", "rain", "puddle", "sea"),
        "music": ("music", "sing", "song", "drum", "piano", "guitar", "danc", "rhythm"),
        "animals": ("animal", "dog", "cat", "horse", "bird", "rabbit", "dinosaur", "insect", "bug", "snail", "fish"),
        "trains": ("train", "rail", "tram", "bus", "lorr", "tractor", "digger"),
        "painting": ("paint", "draw", "colour", "crayon", "glue"),
        "stories": ("stor", "book", "reading", "comic"),
        "cooking": ("cook", "bak", "kitchen", "pancake"),
        "numbers": ("number", "count", "maths", "clock", "timetable"),
        "jumping": ("jump", "trampoline", "bounc", "hurling"),
        "stickers": ("sticker",),
        "noise": ("noise", "noisy", "loud", "bang", "hoover", "dryer", "hand dryers"),
        "dark": ("dark",),
        "balls": ("ball", "football", "basketball", "hurling"),
        "building": ("lego", "brick", "block", "build", "tower"),
        "pretend": ("pretend", "dress-up", "princess", "superhero", "doll"),
        "outdoors": ("outdoor", "outside", "park", "garden", "wood", "forest", "mud"),
        "jokes": ("joke", "funny", "laugh", "silly"),
        "races": ("race", "racing", "running"),
    }
)  # fmt: skip
_WORD = re.compile(r"[^\W_]+")


def tags(words: str) -> frozenset[str]:
    """The tags that these words speak of."""
    said = tuple(_WORD.findall(words.casefold()))
    return frozenset(
        tag
        for tag, beginnings in _BEGINNINGS.items()
        if any(word.startswith(beginning) for word in said for beginning in beginnings)
    )
