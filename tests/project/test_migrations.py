"""The migrations say what the models say."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

pytestmark = pytest.mark.django_db


def test_no_migration_is_missing():
    call_command("makemigrations", check_changes=True, dry_run=True, verbosity=0)


def test_every_area_with_models_has_migrations_and_one_last_one():
    loader = MigrationExecutor(connection).loader
    areas = {config.label for config in apps.get_app_configs() if config.name.startswith("alongside.areas.")}
    with_models = {label for label in areas if list(apps.get_app_config(label).get_models())}
    assert with_models
    assert with_models <= loader.migrated_apps
    assert loader.detect_conflicts() == {}


def test_every_area_begins_in_one_step():
    loader = MigrationExecutor(connection).loader
    begun = [label for (label, _), step in loader.disk_migrations.items() if step.initial]
    areas = [config.label for config in apps.get_app_configs() if config.name.startswith("alongside.areas.")]
    assert {label for label in areas if begun.count(label) > 1} == set()
