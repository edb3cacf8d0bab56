"""The planner's outside: instances from files, made-up families, and the table of how well it plans."""
