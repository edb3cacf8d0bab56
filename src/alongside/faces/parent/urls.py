"""The addresses of the family's phone. The child is always in the address."""

from django.urls import URLPattern, path

from alongside.faces.parent import (
    asking,
    canvas,
    canvas_draw,
    family,
    fits,
    frame,
    goals,
    handover,
    homes,
    ideas,
    lint,
    moments,
    new_goal,
    notice,
    paper,
    plan,
    probes,
    progress,
    pulse,
    rating,
    records,
    reports,
    rested,
    review,
    story,
    talk,
    today,
    visits,
    week_plan,
    why,
    wins,
)

app_name = "parent"

_TODAY = [
    path("<uuid:child>/", frame.start, name="start"),
    path("<uuid:child>/today/", today.today, name="today"),
    path("<uuid:child>/moments/", moments.record, name="record"),
    path("<uuid:child>/moments/<uuid:entry>/", moments.correct, name="correct"),
    path("<uuid:child>/moments/<uuid:entry>/undo/", moments.undo, name="undo"),
    path("<uuid:child>/moments/<uuid:entry>/fit/", fits.fit, name="fit"),
    path("<uuid:child>/moments/<uuid:entry>/fit/undo/", fits.undo_fit, name="undo_fit"),
    path("<uuid:child>/moments/<uuid:entry>/in-the-way/", moments.in_the_way, name="in_the_way"),
    path("<uuid:child>/going/", pulse.answer_pulse, name="answer_pulse"),
    path("<uuid:child>/going/<uuid:pulse>/", pulse.pulse_offer, name="pulse_offer"),
    path("<uuid:child>/going/<uuid:pulse>/write/", pulse.pulse_write, name="pulse_write"),
    path("<uuid:child>/notice/", notice.notice, name="notice"),
    path("<uuid:child>/resting/okay/", rested.okay, name="okay_rest"),
    path("<uuid:child>/handed/<uuid:handover>/", handover.handover, name="handover"),
    path("<uuid:child>/counts/<uuid:probe_plan>/", probes.count, name="count"),
    path("<uuid:child>/counts/<uuid:probe_plan>/answer/", probes.answer_count, name="answer_count"),
    path("<uuid:child>/counted/<uuid:probe>/", probes.correct_count, name="correct_count"),
    path("<uuid:child>/counted/<uuid:probe>/undo/", probes.undo_count, name="undo_count"),
]
_PLAN = [
    path("<uuid:child>/plan/", plan.plan, name="plan"),
    path("<uuid:child>/plan/paper/", plan.family_plan, name="family_plan"),
    path("<uuid:child>/paper/", paper.paper, name="paper"),
    path("<uuid:child>/paper/card/<str:routine>.pdf", paper.paper_card, name="paper_card"),
    path("<uuid:child>/paper/school.pdf", paper.paper_school, name="paper_school"),
    path("<uuid:child>/paper/schedule.pdf", paper.paper_schedule, name="paper_schedule"),
    path("<uuid:child>/plan/paper.pdf", plan.family_plan_pdf, name="family_plan_pdf"),
    path("<uuid:child>/plan/why/", week_plan.week_plan, name="week_plan"),
    path("<uuid:child>/ideas/<uuid:placement>/", ideas.idea, name="idea"),
    path("<uuid:child>/ideas/<uuid:placement>/why/", why.why_idea, name="why_idea"),
    path("<uuid:child>/ideas/<uuid:placement>/agree/", ideas.agree, name="agree_idea"),
    path("<uuid:child>/ideas/<uuid:placement>/easier/", ideas.easier, name="easier_idea"),
    path("<uuid:child>/ideas/<uuid:placement>/rest/", ideas.rest, name="rest_idea"),
    path("<uuid:child>/ideas/<uuid:placement>/resume/", ideas.resume, name="resume_idea"),
    path("<uuid:child>/ideas/<uuid:placement>/swap/", ideas.swap, name="swap_idea"),
    path("<uuid:child>/goals/new/", new_goal.new_goal, name="new_goal"),
    path("<uuid:child>/goals/<uuid:goal>/", goals.goal, name="goal"),
    path("<uuid:child>/goals/<uuid:goal>/why/", why.why_goal, name="why_goal"),
    path("lint/goal/", lint.lint_goal, name="lint_goal"),
    path("<uuid:child>/goals/<uuid:goal>/where/", rating.rate, name="rate_goal"),
    path("<uuid:child>/goals/<uuid:goal>/going/", progress.going, name="going"),
    path("<uuid:child>/goals/<uuid:goal>/change/", goals.change, name="change_goal"),
    path("<uuid:child>/goals/<uuid:goal>/agree/", goals.agree, name="agree_goal"),
    path("<uuid:child>/goals/<uuid:goal>/steps/", goals.propose_step, name="propose_step"),
    path("<uuid:child>/goals/<uuid:goal>/steps/<uuid:proposal>/", goals.answer_step, name="answer_step"),
]
_STORY = [
    path("<uuid:child>/story/", story.story_page, name="story"),
    path("<uuid:child>/matters/", story.matters, name="matters"),
    path("<uuid:child>/matters/rate/", story.rate, name="rate"),
    path("<uuid:child>/day/", canvas.day, name="day"),
]
_WEEK = [
    path("<uuid:child>/week/", canvas.week, name="week"),
    path("<uuid:child>/week/parts/", canvas_draw.chips, name="week_chips"),
    path("<uuid:child>/week/how/", canvas_draw.how, name="week_how"),
    path("<uuid:child>/week/things/", canvas_draw.things, name="week_things"),
    path("<uuid:child>/week/minutes/", canvas.minutes, name="minutes"),
    path("<uuid:child>/week/pause/", canvas.pause, name="week_pause"),
    path("<uuid:child>/week/lighter/", canvas.lighter, name="week_lighter"),
    path("<uuid:child>/week/changes/<uuid:change>/back/", canvas.back, name="week_back"),
    path("<uuid:child>/week/<uuid:moment>/", canvas_draw.moment, name="week_moment"),
    path("<uuid:child>/week/<uuid:moment>/days/", canvas_draw.other_days, name="week_other_days"),
    path("<uuid:child>/week/<uuid:moment>/drop/", canvas.drop_moment, name="drop_moment"),
    path("<uuid:child>/homes/", homes.homes, name="homes"),
    path("<uuid:child>/homes/<uuid:home>/", homes.home, name="home"),
    path("<uuid:child>/homes/<uuid:home>/people/", homes.put, name="put_in_home"),
    path("<uuid:child>/homes/<uuid:home>/leave/", homes.leave, name="leave_home"),
    path("<uuid:child>/homes/<uuid:home>/end/", homes.end, name="end_home"),
]
_TALK = [
    path("<uuid:child>/talk/", talk.talk, name="talk"),
    path("<uuid:child>/talk/start/", talk.start, name="start_thread"),
    path("<uuid:child>/talk/<uuid:thread>/", talk.thread, name="thread"),
    path("<uuid:child>/goals/<uuid:goal>/ask/", asking.about_goal, name="ask_about_goal"),
    path("<uuid:child>/ideas/<uuid:placement>/ask/", asking.about_idea, name="ask_about_idea"),
    path("<uuid:child>/visits/<uuid:visit>/ask/", asking.about_note, name="ask_about_note"),
]
_WINS = [
    path("<uuid:child>/wins/", wins.wins_page, name="wins"),
    path("<uuid:child>/wins/add/", wins.add, name="add_win"),
    path("<uuid:child>/wins/<uuid:win>/confirm/", wins.confirm, name="confirm_win"),
    path("<uuid:child>/wins/<uuid:win>/decline/", wins.decline, name="decline_win"),
]
_VISITS = [
    path("<uuid:child>/visits/", visits.visits_page, name="visits"),
    path("<uuid:child>/visits/<uuid:visit>/agenda/", visits.agenda, name="agenda"),
    path("<uuid:child>/visits/<uuid:visit>/change/", visits.ask_to_change, name="ask_to_change"),
    path("<uuid:child>/visits/<uuid:visit>/could-not-come/", visits.could_not_come, name="could_not_come"),
]
_FAMILY = [
    path("<uuid:child>/family/", family.family, name="family"),
    path("<uuid:child>/family/propose/", family.propose_person, name="propose_person"),
    path("<uuid:child>/family/safety/", family.propose_safety, name="propose_safety"),
    path("<uuid:child>/family/safety/<uuid:fact>/withdraw/", family.withdraw_safety, name="withdraw_safety"),
    path("<uuid:child>/family/noticed/", records.findings, name="findings"),
    path("<uuid:child>/family/who-looked/", records.who_looked, name="who_looked"),
]
_LOOK = "<uuid:child>/look-back"
_REVIEW = [
    path(f"{_LOOK}/", review.review_page, name="review"),
    path(f"{_LOOK}/<uuid:cycle>/", review.look_back, name="look_back"),
    path(f"{_LOOK}/<uuid:cycle>/my-view/", review.view, name="review_view"),
    path(f"{_LOOK}/<uuid:cycle>/day/", review.move, name="move_review"),
    path(f"{_LOOK}/<uuid:cycle>/goals/<uuid:goal>/", review.decide_goal, name="decide_goal"),
    path(f"{_LOOK}/<uuid:cycle>/ahead/", review.decide_ahead, name="decide_ahead"),
    path(f"{_LOOK}/<uuid:cycle>/goals/<uuid:ending>/answer/", review.answer_ending, name="answer_ending"),
    path(f"{_LOOK}/<uuid:cycle>/ahead/<uuid:ahead>/answer/", review.answer_ahead, name="answer_ahead"),
]
_REPORT = "<uuid:child>/reports/<uuid:report>"
_REPORTS = [
    path("<uuid:child>/reports/", reports.reports_page, name="reports"),
    path(f"{_REPORT}/", reports.report, name="report"),
    path(f"{_REPORT}/words/", reports.say_beside, name="say_beside"),
    path(f"{_REPORT}/paper.pdf", reports.report_pdf, name="report_pdf"),
]
urlpatterns: list[URLPattern] = [
    *_TODAY,
    *_PLAN,
    *_STORY,
    *_WEEK,
    *_TALK,
    *_WINS,
    *_VISITS,
    *_FAMILY,
    *_REVIEW,
    *_REPORTS,
]
