"""Bringing the ideas that come with the product."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4, uuid5

from django.apps import apps as the_apps

from alongside.areas.library import data

# Starter ideas carry the same uuid in every installation, so that plans can travel.
_NAMESPACE = UUID("0193527c-0000-7000-8000-5742a7e61e5a")


def load_starter_strategies(apps: Any = the_apps, *, keep_versions: bool = True) -> int:
    """Bring the starter ideas up to the data files and return how many there are; again it changes nothing.

    An idea that a new release words otherwise keeps its earlier wording as a version. ``apps`` lets a migration pass
    the tables as they were at that point in history; the first filling of new columns is no new wording.
    """
    table = apps.get_model("library", "Strategy")
    columns = {field.name for field in table._meta.get_fields()}
    kept = {row.code: row for row in table._default_manager.filter(clinic=None)}
    rows = [
        {name: value for name, value in _columns(row).items() if name in columns}
        for row in data.starter_rows()
    ]
    new = [table(**row) for row in rows if row["code"] not in kept]
    table._default_manager.bulk_create(new)
    changed = [row for row in rows if row["code"] in kept and _differs(kept[row["code"]], row)]
    for row in changed:
        if keep_versions:
            _keep_version(apps, kept[row["code"]])
        _renew(kept[row["code"]], row)
    if new or changed:
        restamp(apps)
    return len(rows)


def restamp(apps: Any = the_apps) -> None:
    """Say that the library changed. Every write of it does."""
    if "librarystamp" in apps.all_models["library"]:
        stamps = apps.get_model("library", "LibraryStamp")._default_manager
        stamps.update_or_create(pk=1, defaults={"stamp": uuid4()})


def kept_words(row: Any) -> dict[str, Any]:
    """Everything that an idea's row says, as a version keeps it."""
    aside = {"id", "uuid", "clinic", "adapted_from", "by", "at", "retired_at", "version", "from_family"}
    names = [field.name for field in row._meta.concrete_fields]
    return {name: getattr(row, name) for name in names if name not in aside}


def _columns(row: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in row.items() if name != "age"}
    age, uuid = row["age"], uuid5(_NAMESPACE, row["code"])
    return {**kept, "uuid": uuid, "age_from": age["from"], "age_to": age["to"]}


def _differs(row: Any, columns: Mapping[str, Any]) -> bool:
    return any(getattr(row, name) != value for name, value in columns.items())


def _keep_version(apps: Any, row: Any) -> None:
    versions = apps.get_model("library", "StrategyVersion")._default_manager
    versions.create(strategy=row, number=row.version, kept=kept_words(row))
    row.version += 1


def _renew(row: Any, columns: Mapping[str, Any]) -> None:
    for name, value in columns.items():
        setattr(row, name, value)
    row.save()
