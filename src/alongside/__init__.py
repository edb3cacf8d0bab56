"""Alongside: one shared plan for a child's occupational therapy, seen by a therapist and a family."""

__version__ = "0.1.0"
