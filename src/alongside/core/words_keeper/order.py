"""Order: whether a text says what a child cannot do before anything the child can do or likes."""

import re
from collections.abc import Iterator

from alongside.core.words import sentences

_LOOK_BACK = 64
_CAN_NOT = re.compile(
    r"(?<![\w'’-])(?:cannot|can['’]t|can\snot|(?:does|do|did)(?:\snot|n['’]t)"
    r"|(?:is|was|are|were)(?:\snot|n['’]t)(?=\s(?:yet\s)?(?:able|ready|interested|aware|confident|independent|dry"
    r"|(?!being|going)\w+ing)(?!\w))"
    r"|(?:is|was|are|were)\sunable|struggl(?:es?|ed)|fail(?:s|ed)|refuse[sd]|lack(?:s|ed))(?![\w'’])",
    re.IGNORECASE,
)
_WANTING = re.compile(
    r"(?<![\w'’-])(?:poor(?!\s(?:thing|love|you|light))|weak(?!\s(?:tea|light))|impaired|delayed|deficits?|weakness(?:es)?"
    r"|inability|immature|dependent\son|easily\sdistract\w+"
    r"|(?:requires?|required|needs)\s(?:maximal|maximum|moderate|significant|full|constant)\s(?:\w+\s)?(?:assistance|support|help|supervision)"
    r"|difficult(?:y|ies)|compromised|not\sprogressing|unable"
    r"|below\s(?:average|age|expected|what|the\s(?:level|average|expected|range|standard|mean|others))"
    r"|behind\s(?:(?:his|her|their|the)\s)?(?:other\s)?(?:peers|classmates|friends|others|class|children)"
    r"|(?:has|have|had|with|shows?|by|to|and)\s(?:a\s)?(?:reduced|limited)(?!\s(?:evidence|time|space|research))|lack\sof|trouble\swith"
    r"|(?:finds|found)\s(?:it\s|[\w'’]+\s){0,4}(?:hard|difficult|tricky|challenging)"
    r"|(?:hard|difficult|tricky)\sfor\s(?:him|her|them))(?!\w)",
    re.IGNORECASE,
)
# The child as the one who acts, where a clause begins: not "if he does not", not "a game he did not know".
_OF_A_CHILD = re.compile(
    r"(?:^|[.!?:;,\n–—“(]\s{0,3}|(?<!\w)(?i:and|but|so|because|that|as|since|while|although|though|currently|sometimes"
    r"|often|now|today|yet)\s)"
    r"(?:(?i:he|she|they)|(?:(?i:the|this|your|our|my|their)\s(?:little\s|young\s)?)?(?:child|boy|girl|son|daughter"
    r"|pupil|brother|sister)"
    r"|(?!(?:It|This|That|These|We|You|I|There|What|Which|Who|Why|How|Please|Parents|Families|Nothing|Nobody|Everyone"
    r"|School|Today|If|When|And|But|So)\s)[A-ZÀ-Þ][\w'’]{0,30})"
    r"\s(?:(?i:still|also|often|really|usually|sometimes|always|currently)\s)?$"
)
_NOT_WANTING = re.compile(r"(?<![\w'’])(?:no|any|without|if|less|no longer|never|not)\s$", re.IGNORECASE)
_NO_LACK = re.compile(
    r"\s(?:need|mind|matter|give up|stop|spill|worry|have to|only|alone|cry|keen|yet\sneed"
    r"|[\w'’]+(?:\s[\w'’]+){0,6}\s(?:any\smore|any\slonger|anymore))(?!\w)",
    re.IGNORECASE,
)
_CAN = re.compile(
    r"(?<![\w'’-])(?:(?:can(?!['’]t|\snot)|able\sto|likes?|liked|loves?|loved|enjoys?|enjoyed|keen\son|good\sat"
    r"|strengths?|manages|managed|proud|happy|happily|lovely|great|kind|funny|curious|clever|confident|confidence\sin"
    r"|learned|learnt|helps|helped|chose|chooses|laughed|laughs|smiles|smiled|shares|shared|tells|asks|asked|sings"
    r"|made|built|drew|wrote|poured|wiped|climbs|climbed|rides|pulls|pulled|carries|carried|plays|played|joins|joined"
    r"|by\s(?:him|her|it)self|by\sthemselves|on\s(?:his|her|their)\sown|coming\son|better|well|favourite|with\shelp"
    r"|(?:he|she|they)\s(?:now|often|always|already)\s\w+)(?!\w))",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"(?<![\w'’])(?:he|she|they)\s(?!(?:is|was|has|does|needs|needed|finds|presents|presented|seems|seemed|appears"
    r"|appeared|attends|attended|lives|lived|remains|remained|misses|missed|continues|continued|uses|used|demonstrates"
    r"|demonstrated|exhibits|shows|showed|struggles|struggled|fails|failed|lacks|lacked|refuses|refused|avoids|avoided"
    r"|loses|tires|cries|cried|screams|screamed|requires|required)(?!\w))\w+(?:s|ed)(?!\w)",
    re.IGNORECASE,
)


def lack_before_strength(text: str) -> tuple[int, int] | None:
    """Where the first lack is named, when nothing before it says what the child can do or likes; else None."""
    for start, end in sentences(text):
        lack = next(_lacks(text, start, end), None)
        if _has_strength(text, start, lack[0] if lack else end):
            return None
        if lack:
            return lack
    return None


def _has_strength(text: str, start: int, end: int) -> bool:
    return bool(_CAN.search(text, start, end) or _DOES.search(text, start, end))


def _lacks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Both kinds of words for a lack within a sentence, in the order they stand."""
    yield from sorted([*_deeds(text, start, end), *_qualities(text, start, end)])


def _deeds(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in _CAN_NOT.finditer(text, start, end):
        before = text[max(0, found.start() - _LOOK_BACK) : found.start()]
        if _OF_A_CHILD.search(before) and not _NO_LACK.match(text, found.end(), end):
            yield found.span()


def _qualities(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in _WANTING.finditer(text, start, end):
        before = text[max(start, found.start() - _LOOK_BACK) : found.start()]
        if not _NOT_WANTING.search(before):
            yield found.span()
