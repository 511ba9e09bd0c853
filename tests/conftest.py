"""Settings that all tests share."""

from hypothesis import settings

# A busy machine is no reason to fail.
settings.register_profile("exlint", deadline=None, print_blob=True)
settings.load_profile("exlint")
