"""Work that happens by itself: what a job is, which seat a worker holds, and the engine that runs jobs.

``engine`` alone knows the library behind it, and only workers load it: a web process writes rows, and jobs look
for the rows that are due.
"""
