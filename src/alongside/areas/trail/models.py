"""The trail: who did or read what, append-only. Triggers in the database refuse UPDATE and DELETE."""

from typing import ClassVar

from django.db import models

from alongside.areas.trail.values import Kind


class TrailRow(models.Model):
    """One read, write or refusal. Plain numbers instead of foreign keys, so nothing can pull a row away."""

    at = models.DateTimeField()
    kind = models.CharField(max_length=6, choices=[(kind.value, kind.value) for kind in Kind])
    doing = models.CharField(max_length=80)
    person = models.BigIntegerField(null=True)
    person_name = models.CharField(max_length=120)
    roles = models.CharField(max_length=120)
    clinic = models.BigIntegerField(null=True)
    child = models.BigIntegerField(null=True)

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [models.Index(fields=["child", "-at"], name="trail_child_at")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(kind__in=[kind.value for kind in Kind]), name="trail_kind_known"
            )
        ]
