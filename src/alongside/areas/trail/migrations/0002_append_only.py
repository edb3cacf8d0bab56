"""The database itself refuses to change or remove a row of the trail."""

from django.db import migrations

SQLITE = [
    "CREATE TRIGGER trail_no_update BEFORE UPDATE ON trail_trailrow "
    "BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END",
    "CREATE TRIGGER trail_no_delete BEFORE DELETE ON trail_trailrow "
    "BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END",
]
POSTGRESQL = [
    "CREATE FUNCTION trail_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the trail is append-only'; END $$",
    "CREATE TRIGGER trail_append_only BEFORE UPDATE OR DELETE ON trail_trailrow "
    "FOR EACH ROW EXECUTE FUNCTION trail_refuse()",
]


def forwards(apps, schema_editor):
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("trail", "0001_initial")]
    operations = [migrations.RunPython(forwards)]
