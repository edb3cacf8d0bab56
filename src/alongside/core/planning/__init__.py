"""Plans a family's week: which ideas, in which routine of which home, on which days, and why. Plain Python."""
