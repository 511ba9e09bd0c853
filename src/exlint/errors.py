"""What a user did wrong: told in one line, without a traceback, exit code 2."""

from __future__ import annotations


class UserError(Exception):
    """A file, an option or a setting that exlint cannot work with.

    Its text is one line that says where and what, and the nearest right name.
    """
