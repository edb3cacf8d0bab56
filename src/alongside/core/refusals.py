"""Refusals: what the product says no to, in words for the person who asked."""


class Refusal(Exception):
    """Something that was asked for cannot be done; ``str()`` is a sentence for the reader, in English.

    A face translates ``template`` and fills it from ``values``.
    """

    sentence = "That cannot be done right now."

    def __init__(self, sentence: str | None = None, **values: str | int) -> None:
        self.template = sentence or self.sentence
        self.values = values
        super().__init__(self.template.format(**values) if values else self.template)


class NotFound(Refusal):
    """There is nothing here for this person: unknown things and other people's things look alike."""

    sentence = "We cannot find that page."

    def __init__(self, sentence: str | None = None, *, child: int | None = None) -> None:
        super().__init__(sentence)
        self.child = child


class NotAllowed(Refusal):
    """The person may be here but may not do this; the sentence is the reason."""

    sentence = "This part is not shared with you."

    def __init__(self, sentence: str | None = None, *, child: int | None = None, doing: str = "") -> None:
        super().__init__(sentence)
        self.child = child
        self.doing = doing


class InvalidInput(Refusal):
    """Something typed needs a change; ``field`` names where, the sentence says what to do."""

    sentence = "Please look at what you wrote again."

    def __init__(self, sentence: str | None = None, *, field: str = "", **values: str | int) -> None:
        super().__init__(sentence, **values)
        self.field = field
