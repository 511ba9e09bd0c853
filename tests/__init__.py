"""The tests of exlint."""
