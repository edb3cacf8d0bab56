"""The families of the demo, all of them invented."""

from alongside.config.demo.families.ana import ANA
from alongside.config.demo.families.elif_ import ELIF
from alongside.config.demo.families.finn import FINN
from alongside.config.demo.families.idris import IDRIS
from alongside.config.demo.families.joon import JOON
from alongside.config.demo.families.jude import JUDE
from alongside.config.demo.families.leila import LEILA
from alongside.config.demo.families.luca import LUCA
from alongside.config.demo.families.maeve import MAEVE
from alongside.config.demo.families.noah import NOAH
from alongside.config.demo.families.rosa import ROSA
from alongside.config.demo.families.theo import THEO
from alongside.config.demo.families.zara import ZARA
from alongside.config.demo.plot import Family

# Twelve families with thirteen children: Finn and Maeve share a mother.
ALL: tuple[Family, ...] = (
    IDRIS, ROSA, THEO, LEILA, ANA, JOON, ZARA, FINN, MAEVE, ELIF, LUCA, NOAH, JUDE,
)  # fmt: skip
