"""Ideas that were placed before keep what the library says today, and two more kinds of changes are dated."""

from typing import Any

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_SAID = ("name", "summary", "words_that_help", "notice", "steps", "materials", "setting", "safety")
_WHAT = (
    "PLACED", "MOVED", "REWORDED", "AIMED", "EASIER", "HARDER", "SHARED", "AGREED", "RESTED", "RESUMED",
    "SWAP_ASKED", "SAFETY_OVERRIDDEN", "BOUNDED", "REFUSED", "ENDED",
)  # fmt: skip


def copy_what_was_given(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Give each placement of a library idea its copy."""
    rows = apps.get_model("programme", "Placement").objects.using(schema_editor.connection.alias)
    for row in rows.filter(strategy__isnull=False, given={}).select_related("strategy"):
        row.given = _given(row.strategy)
        row.notice = row.notice or row.strategy.notice
        row.save(update_fields=["given", "notice"])


def _given(idea: Any) -> dict[str, Any]:
    ways = {
        name: [way if isinstance(way, dict) else {"knob": "", "words": way} for way in getattr(idea, name)]
        for name in ("easier", "harder")
    }
    more = {
        "code": idea.code,
        "version": getattr(idea, "version", 1),
        "evidence": {"indication": ""} | idea.evidence,
    }
    rules = [[rule["when"], rule["level"]] for rule in idea.supervision["rules"]]
    watch = {"supervision": idea.supervision | {"rules": rules}}
    return {name: getattr(idea, name) for name in _SAID} | ways | more | watch


class Migration(migrations.Migration):
    dependencies = [("programme", "0002_family_week"), ("library", "0003_clinic_words")]

    operations = [
        migrations.AlterField(
            model_name="placementchange",
            name="what",
            field=models.CharField(choices=[(what, what) for what in _WHAT], max_length=17),
        ),
        migrations.RunPython(copy_what_was_given, migrations.RunPython.noop),
    ]
