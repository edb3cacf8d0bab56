"""Dots by week: one dot is one real day that somebody told us about."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from alongside.ui import marks
from alongside.ui.charts import paint
from alongside.ui.charts.values import Week, Weeks


def dots_by_week(weeks: Weeks) -> SafeString:
    """A table with a caption. "–" stands where nobody wrote, and that day is not in the total."""
    rows = format_html_join("", "{}", ((_row(week),) for week in weeks.weeks))
    head = format_html(
        '<thead class="vh"><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead>',
        _("Week"),
        weeks.days_name,
        _("Total"),
    )
    caption = format_html('<caption class="vh">{}</caption>', weeks.caption)
    return format_html('<table class="weeks">{}{}<tbody>{}</tbody></table>', caption, head, rows)


def _row(week: Week) -> SafeString:
    total = _("%(yes)s of %(told)s") % {"yes": week.yes, "told": week.told} if week.told else _("no note")
    day = paint.day(week.starts_on)
    return format_html(
        '<tr><th scope="row">{}</th><td>{}</td><td>{}</td></tr>', day, marks.dots(week.days), total
    )
