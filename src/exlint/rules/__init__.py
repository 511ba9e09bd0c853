"""The rules of exlint: one module each, listed here."""

from exlint.rule import Rule
from exlint.rules.artifacts import (
    dangling_article,
    filler_text,
    placeholder,
)
from exlint.rules.facts import missing_fact
from exlint.rules.file import (
    byte_order_mark,
    control_character,
    empty_file,
    final_newline,
    front_matter,
    homoglyph,
    internal_error,
    merge_conflict,
    mixed_line_endings,
    mojibake,
    no_break_space,
    trailing_space,
    unreadable_file,
)
from exlint.rules.prose import (
    article_agreement,
    doubled_phrase,
    doubled_word,
    punctuation,
    quote_style,
    repeated_space,
    sentence_end,
    sentence_start,
)
from exlint.rules.structure import missing_section

RULES: tuple[Rule, ...] = (
    # file
    Rule.of(unreadable_file),
    Rule.of(empty_file),
    Rule.of(byte_order_mark),
    Rule.of(mixed_line_endings),
    Rule.of(final_newline),
    Rule.of(trailing_space),
    Rule.of(merge_conflict),
    Rule.of(control_character),
    Rule.of(no_break_space),
    Rule.of(mojibake),
    Rule.of(homoglyph),
    Rule.of(front_matter),
    Rule.of(internal_error),
    # structure
    Rule.of(missing_section),
    # facts
    Rule.of(missing_fact),
    # artifacts
    Rule.of(dangling_article),
    Rule.of(placeholder),
    Rule.of(filler_text),
    # prose
    Rule.of(doubled_word),
    Rule.of(doubled_phrase),
    Rule.of(punctuation),
    Rule.of(sentence_end),
    Rule.of(sentence_start),
    Rule.of(article_agreement),
    Rule.of(quote_style),
    Rule.of(repeated_space),
)
"""Every built-in rule, by group, in the order of the catalogue."""
