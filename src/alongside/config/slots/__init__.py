"""The outside of the planner of times: clinics from files, made-up clinics, answers, and the table of its figures."""
