"""Whatever stands in front matter or facts, its place is where it is written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from exlint.markdown import parse
from exlint.page.frontdata import plain
from exlint.page.frontmatter import read_front_matter
from exlint.page.reading import read_page
from exlint.text import Source
from tests.support import types_of

KEYS = st.from_regex(r"[a-z][a-z_-]{0,6}", fullmatch=True).map(lambda key: f"k{key}")
TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n"), max_size=20
)
INDENTED = re.compile(r"[|>][+-]?\d")
"""Text that says how far it is indented against what is around it."""
SCALARS = st.one_of(TEXTS, st.integers(), st.booleans(), st.none(), st.dates())


def matters(scalars: st.SearchStrategy[Any], *styles: str | None) -> Any:
    """YAML of mappings, written in any way."""
    values = st.recursive(
        scalars,
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3)
        ),
        max_leaves=8,
    )
    return st.builds(
        yaml.safe_dump,
        st.dictionaries(KEYS, values, min_size=1, max_size=4),
        default_flow_style=st.sampled_from([True, False, None]),
        default_style=st.sampled_from(styles),
        allow_unicode=st.booleans(),
        width=st.sampled_from([10, 80]),
    )


def leaves(value: Any, pointer: str = "") -> Iterator[tuple[str, Any]]:
    yield pointer, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, f"{pointer}/{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from leaves(inner, f"{pointer}/{number}")


@settings(deadline=None, max_examples=100)
@given(matters(SCALARS, None) | matters(TEXTS, "'", '"', "|", ">"))
def test_the_place_of_a_value_in_yaml_holds_the_value(matter: str) -> None:
    source = Source.of("page.md", f"---\n{matter}---\n\nText\n")
    document = parse(source)
    assume(document.front_matter and source[document.front_matter.content] == matter)
    front = read_front_matter(document)
    assert front.problems == ()
    for pointer, value in leaves(front.data):
        span = front.spans[pointer]
        if INDENTED.match(source[span]):
            continue
        indent = " " * (source.position(span.start).column - 1)
        found = plain(yaml.safe_load(indent + source[span]))
        if isinstance(value, str):  # what line breaks end it is no part of the place
            assert found.rstrip("\n") == value.rstrip("\n")
        elif not isinstance(value, dict | list):
            assert found == value


LETTERS = "[A-Za-zÀ-ÖØ-öø-ÿ0-9]"  # without the signs × and ÷
WORDS = st.from_regex(rf"{LETTERS}+(?:[ -]{LETTERS}+){{0,2}}", fullmatch=True)
FORMS = {
    "fact": "- **{key}:** {value}\n",
    "line": "**{key}**: {value}\n",
    "row": "| {key} | {value} |\n",
    "fence": "{key}: {value}\n",
    "definition": "{key}\n: {value}\n",
}
AROUND = {
    "row": ("| a | b |\n|---|---|\n", ""),
    "fence": ("```\n", "```\n"),
}


@settings(deadline=None)
@given(
    st.sampled_from(sorted(FORMS)),
    st.lists(WORDS, min_size=1, max_size=4),
    WORDS,
    st.sampled_from(["\n", "\r\n"]),
)
def test_the_place_of_a_fact_holds_its_values(
    form: str, values: list[str], other: str, line_end: str
) -> None:
    kind = "fact" if form == "line" else form
    schema = {
        "list": {"type": "array", "x-markdown": {kind: "Muscles", "split": ","}},
        "one": {"x-markdown": {kind: "Gear"}},
    }
    begin, end = AROUND.get(form, ("", ""))
    lines = FORMS[form].format(key="Gear", value=other)
    lines += FORMS[form].format(key="Muscles", value=", ".join(values))
    text = f"# Squat\n\nText.\n\n{begin}{lines}{end}".replace("\n", line_end)
    types = types_of(json.dumps({"properties": schema}))
    page = read_page(Source.of("page.md", text), types, "example")
    assert page.record.data == {"list": values, "one": other}
    assert page.source[page.record.spans["/one"]] == other
    for number, value in enumerate(values):
        assert page.source[page.record.spans[f"/list/{number}"]] == value
