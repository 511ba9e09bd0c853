"""The rules of exlint: one module each, listed here."""

from exlint.rule import Rule
from exlint.rules.facts import missing_fact
from exlint.rules.file import final_newline, internal_error
from exlint.rules.structure import missing_section

RULES: tuple[Rule, ...] = (
    # file
    Rule.of(final_newline),
    Rule.of(internal_error),
    # structure
    Rule.of(missing_section),
    # facts
    Rule.of(missing_fact),
)
"""Every built-in rule, by group, in the order of the catalogue."""
