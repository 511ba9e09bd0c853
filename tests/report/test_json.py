"""The JSON report is an array in ruff's shape, whatever is in it."""

from __future__ import annotations

import json
from typing import Any

from exlint import DOCUMENTATION
from exlint.outcome import Outcome
from exlint.report.json import render
from tests.report.sample import PAGES, outcome


def load(found: Outcome) -> list[dict[str, Any]]:
    written = "".join(render(found))
    assert written.isascii()
    assert written.endswith("]\n")
    data: list[dict[str, Any]] = json.loads(written)
    return data


def test_nothing_found_is_an_empty_array() -> None:
    assert "".join(render(Outcome(pages=3))) == "[]\n"


def test_one_finding() -> None:
    (row,) = load(outcome("dangling-article"))
    fingerprint = row.pop("fingerprint")
    assert isinstance(fingerprint, str)
    assert len(fingerprint) == 16
    assert row == {
        "filename": "content/exercise/sled-push.md",
        "code": "dangling-article",
        "message": "'The' has lost its noun",
        "severity": "error",
        "confidence": "high",
        "location": {"row": 3, "column": 9},
        "end_location": {"row": 3, "column": 12},
        "fix": {
            "applicability": "unsafe",
            "message": "Write 'the sled'",
            "edits": [
                {
                    "content": "the sled",
                    "location": {"row": 3, "column": 9},
                    "end_location": {"row": 3, "column": 12},
                }
            ],
        },
        "cause": "'The' has lost its noun @ Push The forward with short strides.",
        "url": f"{DOCUMENTATION}/rules/dangling-article.md",
    }


def test_the_order_is_path_position_rule() -> None:
    rows = load(outcome())
    keys = [
        (row["filename"], row["location"]["row"], row["location"]["column"])
        for row in rows
    ]
    assert keys == sorted(keys)
    assert len(rows) == 12
    assert len({row["fingerprint"] for row in rows}) == 12
    assert set(rows[0]) == {
        *("filename", "code", "message", "severity", "confidence", "location"),
        *("end_location", "fix", "fingerprint", "cause", "url"),
    }


def test_places_are_those_of_the_text() -> None:
    for row in load(outcome()):
        lines = PAGES[row["filename"]].removeprefix("\ufeff").splitlines(keepends=True)
        start, end = row["location"], row["end_location"]
        assert 1 <= start["row"] <= end["row"] <= len(lines)
        if row["code"] == "two-lines":
            assert lines[start["row"] - 1][start["column"] - 1 :] == "and\r\n"
            assert lines[end["row"] - 1][: end["column"] - 1] == "hold"
