"""A stage for the demo in the tests' database, and what stands in its tables."""

import re
from contextlib import contextmanager
from hashlib import sha256

from django.apps import apps
from django.db import transaction
from django.db.models import ForeignKey, Value
from django.db.models.functions import Concat

from alongside.areas.people.models import Clinic, Person

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
# Tokens, seals over identifiers, random names of files, and the trail's copies of internal keys.
_LEFT_OUT = {"id", "password", "token_hash", "digest", "placementpicture.file"}
_LEFT_OUT |= {"trailrow.person", "trailrow.clinic", "trailrow.child"}


@contextmanager
def empty_stage():
    """The tests' cast steps aside under other addresses; everything is rolled back at the end."""
    with transaction.atomic():
        Clinic.objects.update(slug=Concat(Value("cast-"), "slug"))
        Person.objects.update(email=Concat(Value("cast."), "email"))
        yield
        transaction.set_rollback(True)


def digest_of(models_before):
    """A digest over all rows since ``models_before`` (the newest key of each table then)."""
    seen, text = {}, []
    for model in our_models():
        fields = [field for field in model._meta.concrete_fields if not _is_left_out(model, field)]
        rows = model.objects.filter(pk__gt=models_before[model]).order_by("pk")
        for row in rows:
            text.append(repr([_plain(models_before, field, row) for field in fields]))
    ordinal = _UUID.sub(lambda found: str(seen.setdefault(found.group(), len(seen))), "\n".join(text))
    return sha256(ordinal.encode()).hexdigest()


def newest_keys():
    """The newest key of each table."""
    keys = {}
    for model in our_models():
        keys[model] = model.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    return keys


def our_models():
    """Every model of the areas whose rows have integer keys."""
    models = [model for model in apps.get_models() if model.__module__.startswith("alongside.areas")]
    return [model for model in models if model._meta.pk.name == "id"]


def _is_left_out(model, field):
    return field.name in _LEFT_OUT or f"{model._meta.model_name}.{field.name}" in _LEFT_OUT


def _plain(before, field, row):
    value = getattr(row, field.attname)
    if isinstance(field, ForeignKey) and isinstance(value, int):
        return value - before[field.related_model]
    return str(value)
