"""Facts are inferred and read wherever pages write them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Shell
from tests.infer.layouts import LAYOUTS, Page, written
from tests.infer.plants import Plant, plants, stem


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_facts_are_found(shell: Shell, layout: Callable[[Plant], Page]) -> None:
    for path, text in written(layout).items():
        shell.write(path, text)
    assert shell.exlint("infer").code == 0
    schema = json.loads(Path("schema/plant.schema.json").read_text("utf-8"))
    assert {"latin", "light", "water", "height"} <= set(schema["required"])
    assert schema["properties"]["light"]["enum"] == ["full sun", "partial shade"]
    rows = map(json.loads, shell.exlint("extract").out.splitlines())
    records = {row["path"]: row["record"] for row in rows}
    for plant in plants():
        record = records[f"plants/{stem(plant.name)}.md"]
        assert record["latin"] == plant.latin
        assert record["light"] == plant.light
        assert record["water"] == plant.water
        assert str(record["height"]) == plant.height
        assert record["planting"] == plant.steps.split("~")
        assert record["harvest"] == plant.harvest
        assert record["intro"] == plant.about
    said = shell.exlint("--output-format", "json", "--ignore", "unlinked-page")
    assert json.loads(said.out) == []
