"""Deriving page types from the pages of a collection."""
