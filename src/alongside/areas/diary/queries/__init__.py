"""Reading the times of a clinic and of a family."""
