"""Search by the names of grown-ups: a mark on the words, and the words of those who are in a circle already."""

from typing import Any

from django.db import migrations, models

from alongside.areas.circle.queries import name_words


def add_words(apps: Any, _schema: object) -> None:
    """Write the name words of every carer who is in a circle now."""
    word_model = apps.get_model("circle", "NameWord")
    places = apps.get_model("circle", "Place").objects.filter(kind="CARER", until=None)
    for place in places.select_related("child", "person").iterator():
        for word in dict.fromkeys(name_words(place.person.name)):
            kept = {"child": place.child, "clinic_id": place.child.clinic_id, "word": word, "of_carer": True}
            word_model.objects.get_or_create(**kept)


class Migration(migrations.Migration):
    dependencies = [("circle", "0001_initial")]
    operations = [
        migrations.AddField("nameword", "of_carer", models.BooleanField(default=False)),
        migrations.RunPython(add_words, migrations.RunPython.noop, elidable=True),
    ]
