"""Plans the weekly times of a whole caseload: who is seen by whom, where and when, with a proven bound and reasons."""
