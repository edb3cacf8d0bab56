"""The family's word list with what one tap can put in its place, and words that a family can hear as blame.

Lines are written as in the list of jargon. ``(out)`` leaves the word out.
"""

TAPS = """
exercise, exercises, homework, intervention, interventions = idea; ideas; ideas to try; idea; ideas
task, tasks = thing to do; things to do
completed = finished
target behaviour, target behaviours, target behavior, target behaviors = goal; goals; goal; goals
problem list, problem lists = what matters most
is unable to, are unable to, was unable to, were unable to = finds it hard to; find it hard to; found it hard to; \
found it hard to
is not able to, are not able to, was not able to = finds it hard to; find it hard to; found it hard to
inability to = finding it hard to
refuses to, refused to, refusing to = does not want to; did not want to; not wanting to
fails to = does not yet
tantrum, tantrums, meltdown, meltdowns = time of big feelings; times of big feelings; time of big feelings; \
times of big feelings
acting out = showing big feelings
abnormal, atypical = different
special needs = needs
suffers from, suffering from, suffered from = has; with; had
high functioning, high-functioning, low functioning, low-functioning = - | what helps, and with what
functioning at = - | the age itself: “age 6”
afflicted with, afflicted by = with
confined to a wheelchair = a wheelchair user
wheelchair-bound, wheelchair bound = a wheelchair user
incident, incidents = moment; moments
behaviour log, behavior log = what we noticed
calm down, calms down, calmed down, calming down = settle; settles; settled; settling
behave, behaves, behaved = settle; settles; settled
mum, mummy = - | grown-up, or the name
reassessment, reassessments, re-assessment = look back; looks back; look back
slot, slots, encounter, encounters = time; times; visit; visits
appointment type, appointment types = kind of visit; kinds of visit
referral form, referral forms, intake = story; stories; story
resorting to, resorted to, resort to = asking for; asked for; ask for
significantly = clearly
regressed = had it harder lately
plateaued = held steady
red flag, red flags = thing to talk about; things to talk about
did not attend = couldn't come
stretch goal, stretch goals = happy surprise; happy surprises
training, drill, drills, drilled = practice; practice; practice; practised
should = could
shouldn't = need not
"""

# These come in more forms than the list of design gives, or without a wording that fits every sentence.
MORE = """
can not, unable, is unable, refusing = - | finds hard, not yet, with help
refusal, refusals = - | not yet, or what the child wanted instead
weakness, weaknesses = - | gets tired first, or finds hard
abnormality, abnormalities, abnormally = - | different, in their own way
developmental delay, developmentally delayed = - | in their own time
special educational needs = - | needs, support
victims of, suffering = - | person with
deteriorate, deteriorates, deteriorating = - | harder lately, let's talk
regress, regresses = - | harder lately, let's talk
significance = - | a good sign, not proof
normal child, normal children = other child; other children
withdrawn, withdrew, withdrawing = - | we need a pause
"""

SHAME = """
missed = - | couldn't come, or another day
skipped = - | not today
failed, failing, failed to, failing to = - | not yet, or what happened instead
failure, failures, failure to = - | not yet, or what happened instead
overdue = - | when it suits you
only = (out)
compliance, adherence, concordance, follow-through = taking part
comply, complies, complied, complying = - | what the child did, and what got in the way
compliant, adherent = - | what the child did, and what helped
non-compliance, noncompliance, non-adherence, nonadherence = - | what got in the way
non-compliant, noncompliant, non-adherent, nonadherent, uncooperative, un-cooperative, non-cooperative = - \
| what happened, and what got in the way
cooperate with, cooperates with = take part in; takes part in
streak, streaks = - | the moments themselves
lazy, idle, unmotivated, disinterested = - | what happened just before, and what the child liked
naughty, bad behaviour, poor behaviour, badly behaved, misbehaved, misbehaves, misbehaving, disobedient = - \
| what happened, and what it may have meant
attention-seeking, attention seeking, seeking attention = asking for company
manipulative, stubborn, defiant, oppositional, obstinate, wilful = - | what the child wanted to say
challenging behaviour, challenging behaviours, problem behaviour, problem behaviours = big feelings
difficult child, problem child, problem family, difficult family, difficult parents, hard to reach = - \
| what makes it hard
should have, should've, ought to have, could have tried = - | what could help next time
neglected to, did not bother, didn't bother, no excuse = - | what got in the way
disappointing, disappointingly = - | what happened, without a verdict
poor effort, no effort, lack of effort, not trying, did not try = - | what got in the way
unrealistic expectations, in denial, over-anxious, overanxious, overprotective, over-protective = - \
| what the family hopes or worries about
poor parenting, inconsistent parenting, lack of routine, poor engagement, lack of engagement = - \
| what fits the family's days
not good enough, falling behind, fell behind, falls behind = - | where things are now
"""
