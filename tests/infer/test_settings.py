"""Making a configuration use schemas."""

from __future__ import annotations

import sys

import pytest

from exlint.infer.settings import with_types

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

SCHEMAS = "schema/*.schema.json"
TYPES = [("moves/**", "move"), ("moves/index.md", "none")]


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        'ignore = ["bare-url"]',
        '# schemas = ["schema/*.schema.json"]\n\n[links]\nbase-url = "https://a.io"\n',
        'schemas = ["own/a.json"]\n[types]\n"a.md" = "b"\n\n# More.\n[severity]\n',
        '[links]\nbase-url = "https://a.io"\n\n# [types]\n# "food/*.md" = "recipe"\n',
        f'schemas = ["{SCHEMAS}"]\n[types]\n"moves/**" = "own"\n',
    ],
)
def test_lines_are_added_and_nothing_lost(text: str | None) -> None:
    new = with_types(text, SCHEMAS, TYPES)
    assert new is not None
    before, after = tomllib.loads(text or ""), tomllib.loads(new)
    assert after["schemas"] == [
        *before.get("schemas", []),
        *([SCHEMAS] if SCHEMAS not in before.get("schemas", []) else []),
    ]
    assert after["types"] == {**dict(TYPES), **before.get("types", {})}
    for key, value in before.items():
        if key not in ("schemas", "types"):
            assert after[key] == value
    for line in (text or "").splitlines():
        if line.startswith("# More"):
            assert line in new.splitlines()
    assert with_types(new, SCHEMAS, TYPES) == new


def test_by_force_a_pattern_gets_another_type() -> None:
    text = '[types]\n"moves/**" = "own"\n"a.md" = "b"\n'
    kept, forced = (with_types(text, SCHEMAS, TYPES, force=f) for f in (False, True))
    assert tomllib.loads(kept or "")["types"]["moves/**"] == "own"
    assert tomllib.loads(forced or "")["types"] == {"a.md": "b", **dict(TYPES)}


def test_settings_within_pyproject() -> None:
    text = (
        '[project]\nname = "garden"\n\n[tool.exlint]\npedantic = true\n\n[tool.other]\n'
    )
    new = with_types(text, SCHEMAS, TYPES, ("tool", "exlint"))
    assert new is not None
    data = tomllib.loads(new)
    assert data["tool"]["exlint"] == {
        "pedantic": True,
        "schemas": [SCHEMAS],
        "types": dict(TYPES),
    }
    assert data["project"] == {"name": "garden"}


@pytest.mark.parametrize("text", ["types = {}\n", "[[types]]\na = 1\n"])
def test_another_form_is_left_to_the_user(text: str) -> None:
    assert with_types(text, SCHEMAS, TYPES) is None
