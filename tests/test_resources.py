"""Where exlint looks for what is installed."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest

from exlint import plugins, resources


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """A folder of packages, an egg and a zip file: what Python imports from."""
    folder, egg, archive = (tmp_path / name for name in ("lib", "own.egg", "all.zip"))
    (folder / "gym-1.0.dist-info").mkdir(parents=True)
    (folder / "gym").mkdir()
    (egg / "EGG-INFO").mkdir(parents=True)
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("own.py", "")
    paths = [folder, egg, archive]
    monkeypatch.setattr(sys, "path", [str(tmp_path / "gone"), *map(str, paths)])
    return paths


def test_entry_points_are_looked_for_wherever_they_can_be(places: list[Path]) -> None:
    folder, egg, archive = map(str, places)
    assert list(resources.entry_points()) == [
        f"{folder}/gym-1.0.dist-info/entry_points.txt",
        f"{egg}/EGG-INFO/entry_points.txt",
        archive,
    ]


def test_metadata_is_not_imported_where_nothing_names_rules(
    places: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    places.pop().unlink()
    monkeypatch.setitem(sys.modules, "importlib.metadata", None)
    assert plugins._plugins.__wrapped__() == ()
    named = places[1] / "EGG-INFO" / "entry_points.txt"
    named.write_text("[exlint.rules]\na = own\n", "utf-8")
    with pytest.raises(ImportError):
        plugins._plugins.__wrapped__()
