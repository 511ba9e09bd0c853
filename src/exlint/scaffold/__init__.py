"""Pages yet to be written, as their type wants them."""

from exlint.scaffold.page import Scaffold, scaffold

__all__ = ["Scaffold", "scaffold"]
