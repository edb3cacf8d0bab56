"""Prepared reads: a query set is written in the ORM's words, turned into SQL once, and then only filled and asked.

Turning field names and joins into SQL takes several times as long as SQLite needs to answer, and a page asks ten
times. Nothing else changes: rows come out of the same iterators, as models, dictionaries or tuples.
"""

import copy
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from functools import cache
from inspect import signature
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet, Value

R = TypeVar("R")


class Slot(Value):
    """A place in a prepared read, filled by the keyword of the same name each time it is asked."""

    def __init__(self, name: str, number: int | None = None) -> None:
        super().__init__((name, number))
        self.name, self.number = name, number

    def filled(self, values: Mapping[str, Any]) -> object:
        """Its value, as fields would hand it to the driver. One of several without a value repeats the last."""
        given = values[self.name]
        return _adapted(given if self.number is None else given[min(self.number, len(given) - 1)])

    def as_sql(self, *_: object) -> Any:
        """A mark that the database fills, and the slot itself in place of the value."""
        return "%s", [self]


class Prepared(Generic[R]):
    """``read(**values)``: the rows of what ``make`` answers, with its slots filled.

    What ``make`` itself takes shapes the statement. It is called once for each shape and each kind of database, so
    whatever else it looks at must stay the same for the life of the process.
    """

    def __init__(self, make: Callable[..., QuerySet[Any, R]]) -> None:
        self._shape = tuple(signature(make).parameters)
        self._make = make
        self._compiled = cache(self._compile)

    def __call__(self, **values: Any) -> list[R]:
        """All rows. KeyError when a slot has no value."""
        shape = (values[name] for name in self._shape)
        rows, compiler, sql, params = self._compiled(connection.vendor, *shape)
        filled = tuple(one.filled(values) if isinstance(one, Slot) else one for one in params)
        asking = copy.copy(compiler)
        asking.connection = connection
        asking.as_sql = lambda *_, **__: (sql, filled)
        query = copy.copy(rows.query)
        query.get_compiler = lambda *_, **__: asking
        fresh: Any = QuerySet(rows.model, query)
        return list(rows._iterable_class(fresh))

    def _compile(self, _vendor: str, *shape: object) -> tuple[Any, Any, str, tuple[Any, ...]]:
        rows: Any = self._make(**dict(zip(self._shape, shape, strict=True)))
        compiler = rows.query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        converters = compiler.get_converters([column[0] for column in compiler.select[: compiler.col_count]])
        compiler.get_converters = lambda _: converters
        return rows, compiler, sql, params


def slots(name: str, room: int) -> Any:
    """Places for ``field__in`` (``other__pk__in`` across a key), for at least one value and at most ``room``."""
    return [Slot(name, number) for number in range(room)]


def room_for(values: Sequence[object]) -> int:
    """How many places to prepare for so many values: powers of two, so that few shapes are ever made."""
    return 1 << max(len(values) - 1, 0).bit_length()


def prepared(make: Callable[..., QuerySet[Any, R]]) -> Prepared[R]:
    """Make a prepared read of a function that answers a query set."""
    return Prepared(make)


def _adapted(value: object) -> object:
    """As fields would hand it to the driver. TypeError for what no read asks by, which a driver may take amiss."""
    if isinstance(value, Enum):
        return _adapted(value.value)
    if isinstance(value, UUID):
        return value if connection.features.has_native_uuid_field else value.hex
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, date):
        return connection.ops.adapt_datefield_value(value)
    if value is None or isinstance(value, str | int):
        return value
    raise TypeError(f"a slot cannot be filled with {type(value).__name__}")
