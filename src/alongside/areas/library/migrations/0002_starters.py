"""Bring the starter ideas."""

from django.db import migrations

from alongside.areas.library.actions import load_starter_strategies


def _load(apps, schema_editor):
    load_starter_strategies(apps, keep_versions=False)


class Migration(migrations.Migration):
    dependencies = [("library", "0001_initial")]
    operations = [migrations.RunPython(_load, migrations.RunPython.noop)]
