"""The core's tests: many small examples, fast, with nothing kept between runs."""

from hypothesis import settings

settings.register_profile("core", max_examples=40, database=None, deadline=None)
settings.load_profile("core")
