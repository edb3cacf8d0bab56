"""The families of the demo, all of them invented."""

from alongside.config.demo.families.idris import IDRIS
from alongside.config.demo.plot import Family

ALL: tuple[Family, ...] = (IDRIS,)
