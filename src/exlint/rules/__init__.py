"""The rules of exlint: one module each, listed here."""

from exlint.rule import Rule
from exlint.rules.artifacts import (
    chat_residue,
    dangling_article,
    empty_slot,
    filler_text,
    null_value,
    placeholder,
)
from exlint.rules.consistency import (
    fact_contradiction,
    incomplete_list,
    name_mismatch,
)
from exlint.rules.corpus import (
    count_mismatch,
    duplicate_id,
    duplicate_title,
    entry_drift,
    near_duplicate,
    outlier,
    shared_steps,
    template_drift,
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
from exlint.rules.links import (
    ambiguous_link_text,
    bare_url,
    broken_anchor,
    broken_link,
    duplicate_link,
    image_alt,
    insecure_link,
    malformed_link,
    missing_related_link,
    one_way_link,
    unlinked_page,
    wrong_related_link,
)
from exlint.rules.prose import (
    article_agreement,
    doubled_phrase,
    doubled_word,
    list_conjunction,
    missing_article,
    plural_attributive,
    proper_noun,
    punctuation,
    quote_style,
    repeated_space,
    sentence_end,
    sentence_start,
)
from exlint.rules.structure import missing_section
from exlint.rules.suppression import unknown_rule, unused_suppression

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
    # links
    Rule.of(broken_link),
    Rule.of(broken_anchor),
    Rule.of(malformed_link),
    Rule.of(insecure_link),
    Rule.of(wrong_related_link),
    Rule.of(missing_related_link),
    Rule.of(duplicate_link),
    Rule.of(ambiguous_link_text),
    Rule.of(bare_url),
    Rule.of(image_alt),
    Rule.of(unlinked_page),
    Rule.of(one_way_link),
    # artifacts
    Rule.of(dangling_article),
    Rule.of(placeholder),
    Rule.of(filler_text),
    Rule.of(null_value),
    Rule.of(empty_slot),
    Rule.of(chat_residue),
    # prose
    Rule.of(doubled_word),
    Rule.of(doubled_phrase),
    Rule.of(punctuation),
    Rule.of(sentence_end),
    Rule.of(sentence_start),
    Rule.of(article_agreement),
    Rule.of(plural_attributive),
    Rule.of(missing_article),
    Rule.of(list_conjunction),
    Rule.of(proper_noun),
    Rule.of(quote_style),
    Rule.of(repeated_space),
    # corpus
    Rule.of(shared_steps),
    Rule.of(near_duplicate),
    Rule.of(duplicate_title),
    Rule.of(duplicate_id),
    Rule.of(entry_drift),
    Rule.of(count_mismatch),
    Rule.of(template_drift),
    Rule.of(outlier),
    # suppression
    Rule.of(unused_suppression),
    Rule.of(unknown_rule),
)
"""Every built-in rule, by group, in the order of the catalogue."""
