"""exlint: a content linter for repositories of exercise pages."""

__version__ = "0.1.0"
