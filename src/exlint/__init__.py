"""exlint: a content linter for repositories of exercise pages."""

__version__ = "0.1.0"
DOCUMENTATION = "https://github.com/exlint/exlint/blob/main/docs"
"""Where the documentation is read; of a rule at `rules/NAME.md` below it."""
