"""Settings that all tests share."""

import os

from hypothesis import settings

# A busy machine is no reason to fail. In CI a change is held to the same examples each
# time; at home every run looks for new ones.
settings.register_profile(
    "exlint", deadline=None, print_blob=True, derandomize=bool(os.environ.get("CI"))
)
settings.load_profile("exlint")
