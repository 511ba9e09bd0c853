"""One page: read by its type into sections, facts and a record."""

from exlint.page.page import Page

__all__ = ["Page"]
