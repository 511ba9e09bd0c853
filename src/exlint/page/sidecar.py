"""A page's sidecar: the data that stand in `x.json` beside `x.md`."""

from __future__ import annotations

import json
from collections.abc import Iterable

from exlint.page.frontdata import NOTHING, FrontData, Problem
from exlint.pagetype.schema import Json
from exlint.text import BOM, NOWHERE


def read_sidecar(text: str | None) -> FrontData:
    """Read the data beside a page; faulty ones read as empty.

    They stand in another file than the page, so that they have no places in it.
    """
    if text is None:
        return NOTHING
    problems: list[Problem] = []

    def mapping(pairs: Iterable[tuple[str, Json]]) -> dict[str, Json]:
        found: dict[str, Json] = {}
        for key, value in pairs:
            if key in found:
                problems.append(Problem(NOWHERE, f"has the key '{key}' twice"))
            found[key] = value
        return found

    try:
        text.encode("utf-8")
        data = json.loads(text.removeprefix(BOM), object_pairs_hook=mapping)
    except UnicodeEncodeError:
        return _faulty("is not UTF-8")
    except RecursionError:
        return _faulty("is nested without end")
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        return _faulty(f"is not JSON: {error.msg.lower()} in {where}")
    except ValueError:  # a number of thousands of digits
        return _faulty("is not JSON: a number is too long")
    if not isinstance(data, dict):
        return _faulty("is not a JSON object")
    return FrontData(data, {}, tuple(problems))


def _faulty(message: str) -> FrontData:
    return FrontData({}, {}, (Problem(NOWHERE, message),))
