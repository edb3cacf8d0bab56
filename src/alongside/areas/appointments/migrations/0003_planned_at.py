"""What was planned before visits could tell it: nothing had two times then."""

from django.db import migrations

_PLANNED = "UPDATE appointments_visit SET planned_at = starts_at WHERE series_id IS NOT NULL"


class Migration(migrations.Migration):

    dependencies = [
        ('appointments', '0002_time_series_and_cells'),
    ]

    operations = [migrations.RunSQL(_PLANNED, migrations.RunSQL.noop)]
