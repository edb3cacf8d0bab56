"""Sheets to cut out, hang up and take along."""
