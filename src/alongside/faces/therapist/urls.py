"""The addresses of this face. The child is in every address that speaks of one."""

from django.urls import URLPattern, path

from alongside.faces.therapist import (
    bank,
    child,
    children,
    circle,
    day,
    evidence,
    findings,
    goal,
    goals,
    goals_list,
    golden_thread,
    handover,
    library,
    lint,
    loose_ends,
    matters,
    note,
    observations,
    paper,
    probes,
    programme,
    programme_changes,
    progress,
    reports,
    review,
    review_decisions,
    review_goodbyes,
    scores,
    scores_instruments,
    scores_write,
    talk,
    week_changes,
    week_plan,
    wins,
    words,
)

app_name = "therapist"

_WORK = [
    path("", day.day, name="day"),
    path("children/", children.children, name="children"),
    path("children/goodbyes/", review_goodbyes.goodbyes, name="goodbyes"),
    path("talk/", talk.talk, name="talk"),
    path("words/", words.look_at_words, name="look_at_words"),
    path("library/", library.library, name="library"),
    path("library/goals/", bank.bank, name="bank"),
    path("library/goals/<uuid:bank>/", bank.bank_goal, name="bank_goal"),
    path("library/goals/<uuid:bank>/retire/", bank.retire_bank_goal, name="retire_bank_goal"),
    path("lint/goal/", lint.lint_goal, name="lint_goal"),
    path("library/<slug:code>/", library.strategy, name="strategy"),
    path("<uuid:child>/", child.child, name="child"),
]
_STORY = [
    path("<uuid:child>/matters/", matters.matters, name="matters"),
    path("<uuid:child>/matters/keep/", matters.keep_matters, name="keep_matters"),
    path("<uuid:child>/matters/rate/", matters.rate, name="rate"),
    path("<uuid:child>/matters/moments/", matters.keep_moment, name="keep_moment"),
    path("<uuid:child>/matters/moments/<uuid:moment>/drop/", matters.drop_moment, name="drop_moment"),
    path("<uuid:child>/matters/minutes/", matters.keep_capacity, name="keep_capacity"),
    path("<uuid:child>/findings/", findings.findings, name="findings"),
    path("<uuid:child>/findings/add/", findings.add_finding, name="add_finding"),
    path("<uuid:child>/findings/share/", findings.share_findings, name="share_findings"),
]
_SCORES = [
    path("<uuid:child>/observations/", observations.observations, name="observations"),
    path("<uuid:child>/scores/", scores.scores, name="scores"),
    path("<uuid:child>/scores/new/", scores_write.new_scores, name="new_scores"),
    path("<uuid:child>/scores/keep/", scores_write.keep_scores, name="keep_scores"),
    path(
        "<uuid:child>/scores/<uuid:administration>/aside/", scores.set_scores_aside, name="set_scores_aside"
    ),
    path("<uuid:child>/instruments/", scores_instruments.instruments, name="instruments"),
    path("<uuid:child>/instruments/keep/", scores_instruments.keep_repeat_note, name="keep_repeat_note"),
]
_GOALS = [
    path("<uuid:child>/goals/", goals_list.goals_list, name="goals"),
    path("<uuid:child>/goals/new/", goals.new_goal, name="new_goal"),
    path("<uuid:child>/goals/propose/", goals.propose_goal, name="propose_goal"),
    path("<uuid:child>/goals/<uuid:goal>/", goal.goal, name="goal"),
    path("<uuid:child>/goals/<uuid:goal>/change/", goals.change_goal, name="change_goal"),
    path("<uuid:child>/goals/<uuid:goal>/keep/", goals.keep_change, name="keep_change"),
    path("<uuid:child>/goals/<uuid:goal>/agree/", goal.agree_goal, name="agree_goal"),
    path("<uuid:child>/goals/<uuid:goal>/steps/", goal.propose_step, name="propose_step"),
    path("<uuid:child>/goals/<uuid:goal>/steps/<uuid:proposal>/", goal.answer_step, name="answer_step"),
    path("<uuid:child>/goals/weigh/", goals_list.weigh_goals, name="weigh_goals"),
    path("<uuid:child>/goals/<uuid:goal>/start/", goal.score_baseline, name="score_baseline"),
    path("<uuid:child>/goals/<uuid:goal>/rate/", goal.rate_goal, name="rate_goal"),
    path("<uuid:child>/goals/<uuid:goal>/talk/", goal.talk_about_goal, name="talk_about_goal"),
    path("<uuid:child>/goals/<uuid:goal>/bank/", bank.keep_in_bank, name="keep_in_bank"),
    path("<uuid:child>/goals/<uuid:goal>/close/", goal.close_goal, name="close_goal"),
    path("<uuid:child>/goals/<uuid:goal>/evidence/", evidence.evidence, name="evidence"),
    path("<uuid:child>/goals/<uuid:goal>/evidence.csv", evidence.evidence_file, name="evidence_file"),
    path("<uuid:child>/goals/<uuid:goal>/count/", probes.plan_probes, name="plan_probes"),
    path("<uuid:child>/counts/<uuid:probe_plan>/add/", evidence.add_probe, name="add_probe"),
    path("<uuid:child>/counts/<uuid:probe_plan>/ask/", evidence.ask_to_count, name="ask_to_count"),
    path("<uuid:child>/counts/<uuid:probe_plan>/end/", probes.end_probes, name="end_probes"),
    path("<uuid:child>/progress/", progress.progress, name="progress"),
]
_PLACED = "<uuid:child>/programme/<uuid:placement>"
_PROGRAMME = [
    path("<uuid:child>/programme/", programme.programme, name="programme"),
    path("<uuid:child>/programme/place/", programme_changes.place_strategy, name="place_strategy"),
    path("<uuid:child>/paper/", paper.paper, name="paper"),
    path("<uuid:child>/paper/card/<str:routine>.pdf", paper.paper_card, name="paper_card"),
    path("<uuid:child>/paper/school.pdf", paper.paper_school, name="paper_school"),
    path("<uuid:child>/paper/schedule.pdf", paper.paper_schedule, name="paper_schedule"),
    path("<uuid:child>/programme/own/", programme_changes.place_idea, name="place_idea"),
    path("<uuid:child>/programme/share/", programme_changes.share_programme, name="share_programme"),
    path(f"{_PLACED}/change/", programme_changes.change_placement, name="change_placement"),
    path(f"{_PLACED}/move/", programme_changes.move_placement, name="move_placement"),
    path(f"{_PLACED}/aim/", programme_changes.aim_placement, name="aim_placement"),
    path(f"{_PLACED}/reword/", programme_changes.reword_placement, name="reword_placement"),
    path(f"{_PLACED}/safety/", programme_changes.override_safety, name="override_safety"),
    path("<uuid:child>/programme/week/", week_plan.week_plan, name="week_plan"),
    path("<uuid:child>/programme/week/keep/", week_changes.keep_week, name="keep_week"),
    path("<uuid:child>/programme/week/wish/", week_changes.wish_week, name="wish_week"),
    path("<uuid:child>/programme/week/wish/end/", week_changes.end_wish, name="end_wish"),
]
_NOTE = "<uuid:child>/visits/<uuid:visit>"
_NOTES = [
    path(f"{_NOTE}/", note.note, name="note"),
    path(f"{_NOTE}/start/", note.start_note, name="start_note"),
    path(f"{_NOTE}/save/", note.save_note, name="save_note"),
    path(f"{_NOTE}/sign/", note.sign_note, name="sign_note"),
    path(f"{_NOTE}/share/", note.share_note, name="share_note"),
    path(f"{_NOTE}/add/", note.add_addendum, name="add_addendum"),
    path(f"{_NOTE}/plan/", note.plan_item, name="plan_item"),
    path(f"{_NOTE}/handover/", handover.handover, name="handover"),
    path(f"{_NOTE}/handover/keep/", handover.hand_over, name="hand_over"),
]
_THREADS = [
    path("<uuid:child>/loose-ends/", loose_ends.loose_ends, name="loose_ends"),
    path("<uuid:child>/matters/<uuid:priority>/thread/", golden_thread.of_words, name="thread_of_words"),
    path("<uuid:child>/findings/<uuid:finding>/thread/", golden_thread.of_finding, name="thread_of_finding"),
    path("<uuid:child>/goals/<uuid:goal>/thread/", golden_thread.of_goal, name="thread_of_goal"),
    path(f"{_PLACED}/thread/", golden_thread.of_idea, name="thread_of_idea"),
    path(f"{_NOTE}/thread/", golden_thread.of_note, name="thread_of_note"),
    path("<uuid:child>/wins/<uuid:win>/thread/", golden_thread.of_win, name="thread_of_win"),
]
_TALK = [
    path("<uuid:child>/talk/", talk.child_talk, name="child_talk"),
    path("<uuid:child>/talk/start/", talk.start_thread, name="start_thread"),
    path("<uuid:child>/talk/<uuid:thread>/", talk.thread, name="thread"),
    path("<uuid:child>/talk/<uuid:thread>/send/", talk.send, name="send"),
    path("<uuid:child>/talk/<uuid:thread>/changed/", talk.answer, name="answer"),
]
_CIRCLE = [
    path("<uuid:child>/circle/", circle.circle_page, name="circle"),
    path("<uuid:child>/circle/invite/", circle.invite, name="invite"),
    path("<uuid:child>/circle/proposed/<uuid:proposal>/", circle.settle, name="settle"),
    path("<uuid:child>/circle/<uuid:person>/restrict/", circle.restrict, name="restrict"),
    path("<uuid:child>/circle/<uuid:person>/lift/", circle.lift, name="lift"),
    path("<uuid:child>/circle/<uuid:person>/end/", circle.end_place, name="end_place"),
    path("<uuid:child>/safety/", circle.record_fact, name="record_fact"),
    path("<uuid:child>/safety/<uuid:fact>/confirm/", circle.confirm_fact, name="confirm_fact"),
    path("<uuid:child>/safety/<uuid:fact>/end/", circle.end_fact, name="end_fact"),
]
_WINS = [
    path("<uuid:child>/wins/", wins.wins_page, name="wins"),
    path("<uuid:child>/wins/add/", wins.add_win, name="add_win"),
    path("<uuid:child>/wins/look/", wins.look_for_wins, name="look_for_wins"),
    path("<uuid:child>/wins/<uuid:win>/confirm/", wins.confirm_win, name="confirm_win"),
    path("<uuid:child>/wins/<uuid:win>/decline/", wins.decline_win, name="decline_win"),
    path("<uuid:child>/wins/<uuid:win>/why/", wins.say_why, name="say_why"),
]
_REPORT = "<uuid:child>/reports/<uuid:report>"
_REPORTS = [
    path("<uuid:child>/reports/", reports.reports_page, name="reports"),
    path("<uuid:child>/reports/start/", reports.start_report, name="start_report"),
    path(f"{_REPORT}/", reports.report, name="report"),
    path(f"{_REPORT}/save/", reports.save_report, name="save_report"),
    path(f"{_REPORT}/sign/", reports.sign_report, name="sign_report"),
    path(f"{_REPORT}/share/", reports.share_report, name="share_report"),
    path(f"{_REPORT}/close/", reports.close_report, name="close_report"),
    path(f"{_REPORT}/add/", reports.add_to_report, name="add_to_report"),
    path(f"{_REPORT}/professional.pdf", reports.report_pdf, name="report_pdf"),
    path(f"{_REPORT}/family.pdf", reports.report_family_pdf, name="report_family_pdf"),
]
_LOOK = "<uuid:child>/look-back"
_REVIEW = [
    path(f"{_LOOK}/", review.review_page, name="review"),
    path(f"{_LOOK}/open/", review.open_review, name="open_review"),
    path(f"{_LOOK}/again/", review.open_again, name="open_again"),
    path(f"{_LOOK}/<uuid:cycle>/", review.look_back, name="look_back"),
    path(f"{_LOOK}/<uuid:cycle>/view/", review.keep_view, name="review_view"),
    path(f"{_LOOK}/<uuid:cycle>/day/", review.move_review, name="move_review"),
    path(f"{_LOOK}/<uuid:cycle>/held/", review.hold_review, name="hold_review"),
    path(f"{_LOOK}/<uuid:cycle>/finish/", review.close_review, name="close_review"),
    path(f"{_LOOK}/<uuid:cycle>/goals/<uuid:goal>/", review_decisions.decide_goal, name="decide_goal"),
    path(f"{_LOOK}/<uuid:cycle>/ahead/", review_decisions.decide_ahead, name="decide_ahead"),
    path(
        f"{_LOOK}/<uuid:cycle>/goals/<uuid:ending>/answer/",
        review_decisions.answer_ending,
        name="answer_ending",
    ),
    path(
        f"{_LOOK}/<uuid:cycle>/ahead/<uuid:ahead>/answer/", review_decisions.answer_ahead, name="answer_ahead"
    ),
]
urlpatterns: list[URLPattern] = [
    *_WORK,
    *_STORY,
    *_SCORES,
    *_GOALS,
    *_PROGRAMME,
    *_NOTES,
    *_THREADS,
    *_TALK,
    *_CIRCLE,
    *_WINS,
    *_REPORTS,
    *_REVIEW,
]
