"""A strength, a finding, a goal written by two, and a programme on the phone."""

from tests.journeys.stage import Stage, choose, fill, press, sees

MATTERS = "I want to leave the house without a fight."
DOES = "Sami pulls his shoe on once the tongue is open"
GOAL = "Shoes on by himself"


def the_therapist_notes_what_she_saw(stage: Stage) -> None:
    stage.sit_down("Hannah Reid")
    _note(stage, "A strength", "Sami finds a joke in everything", "At the clinic", "")
    _note(stage, "What we noticed", DOES, "On the stair", "somebody opens the tongue")
    desk = stage.desk
    for box in desk.locator("input[name='findings']").all():
        box.check(force=True)
    press(desk, "Share the ticked ones with the family")
    phone = stage.on_phone("family/noticed")
    sees(phone, "Sami finds a joke in everything", DOES, MATTERS)


def the_therapist_proposes_a_goal(stage: Stage) -> None:
    desk = stage.at_desk("goals/new")
    fill(desk, title=GOAL, who="Sami", does="put on both shoes", where_when="before school")
    fill(desk, with_help="somebody nearby", how_often="4 of 5 mornings", by_when="2027-01-15")
    for number, words in enumerate(("Waits", "Pulls", "Both shoes", "Both, unasked", "Laces too"), 1):
        fill(desk, **{f"step_{number}": words})
    choose(desk, "Their words behind it", MATTERS)
    choose(desk, "What we noticed", DOES)
    press(desk, "Propose this goal")
    sees(desk, "You have said yes. The family has not answered yet.")


def the_carer_changes_it(stage: Stage) -> None:
    phone = stage.on_phone("plan")
    phone.get_by_role("link", name=GOAL).first.click()
    sees(phone, "Does this sound like your family?")
    phone.get_by_role("link", name="Suggest a change").first.click()
    fill(phone, how_often="3 of 5 mornings")
    press(phone, "Send to the therapist")
    sees(phone, "It counts when the therapist says yes too.")


def both_agree(stage: Stage) -> None:
    desk = stage.at_desk()
    desk.get_by_role("link", name=GOAL, exact=True).first.click()
    sees(desk, "The family wrote this. Do you agree?", "3 of 5 mornings")
    press(desk, "Yes, we agree")
    sees(desk, "You both said yes to this goal.")
    assert desk.get_by_text("Version 2").is_visible()
    stage.phone.reload()
    sees(stage.phone, "3 of 5 mornings", "Suggest a change")


def the_programme_is_shared(stage: Stage) -> None:
    _own_idea(stage, "Tongue out first", "Open the tongue wide. Sami pulls the rest.", "Out of the door")
    _own_idea(stage, "Story on the stair", "One page while he sits and pulls.", "Bedtime")
    desk = stage.desk
    press(desk, "Share with the family")
    sees(desk, "waits for their yes")


def the_carer_says_yes_to_the_ideas(stage: Stage) -> None:
    for title in ("Tongue out first", "Story on the stair"):
        phone = stage.on_phone("plan")
        phone.get_by_role("link", name=title).first.click()
        sees(phone, "Does this fit your day?", DOES, MATTERS)
        press(phone, "Yes, we will try this")
        sees(phone, "Nour said yes to it.")


def _note(stage: Stage, kind: str, does: str, where: str, with_help: str) -> None:
    desk = stage.at_desk("findings")
    desk.get_by_role("radio", name=kind).check(force=True)
    fill(desk, does=does, where=where, with_help=with_help)
    choose(desk, "Part of life", "Getting dressed")
    if with_help:
        choose(desk, "Whose question it answers", MATTERS)
    press(desk, "Add")
    sees(desk, does)


def _own_idea(stage: Stage, title: str, words: str, routine: str) -> None:
    desk = stage.at_desk("programme")
    desk.get_by_role("link", name="Add an idea of theirs or mine").click()
    form = desk.get_by_role("form", name="An idea of theirs or mine")
    form.get_by_label("Name of the idea").fill(title)
    form.get_by_label("What to do, in plain words").fill(words)
    choose(form, "Part of the day", routine)
    form.get_by_label("Minutes").fill("3")
    choose(form, "For the goal", GOAL)
    press(desk, "Add this idea")
    _say_what_it_is_for(desk, title)


def _say_what_it_is_for(desk, title: str) -> None:
    card = desk.locator("article", has=desk.get_by_role("heading", name=title))
    with desk.expect_navigation():
        card.get_by_role("link", name="Move, reword, say what it is for").click()
    choose(card, "What we noticed", DOES)
    press(desk, "Keep what it is for")
    sees(desk, DOES)
