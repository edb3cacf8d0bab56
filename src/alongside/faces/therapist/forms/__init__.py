"""The forms of this face, a module for each page."""
