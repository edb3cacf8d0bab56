"""Worked examples of measures in a file, run against the core: see docs/reference/measure-cases.schema.json."""
