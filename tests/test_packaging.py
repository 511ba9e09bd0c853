"""The project as others get it: the wheel, the source archive, README's commands."""

import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from exlint import __version__
from exlint.resources import schema_directory

ROOT = Path(__file__).resolve().parents[1]
SCHEMAS = {path.name for path in ROOT.glob("schema/*.json")}
SH_BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)


def run(*command: str | Path, cwd: Path) -> str:
    """The output of a command that must succeed, run as if from a bare shell."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**environment, "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"{command} exited {done.returncode}:\n{done.stdout}"
    return done.stdout


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory with the source archive, and the wheel built from it."""
    directory = tmp_path_factory.mktemp("dist")
    build = (sys.executable, "-m", "build", "--no-isolation")
    run(*build, "--outdir", directory, cwd=ROOT)
    return directory


@pytest.fixture(scope="module")
def installed(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an otherwise empty environment that has the wheel.

    The dependencies are lent by the running environment, so no network is needed.
    """
    directory = tmp_path_factory.mktemp("environment")
    venv.create(directory, with_pip=False, symlinks=os.name != "nt")
    scheme = sysconfig.get_preferred_scheme("prefix")
    paths = sysconfig.get_paths(
        "venv" if "venv" in sysconfig.get_scheme_names() else scheme,
        vars={"base": str(directory), "platbase": str(directory)},
    )
    programs, packages = Path(paths["scripts"]), Path(paths["purelib"])
    lent = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (packages / "lent.pth").write_text("\n".join(lent), encoding="utf-8")
    (wheel,) = dist.glob("*.whl")
    pip = (sys.executable, "-m", "pip", "--python", programs / "python")
    run(*pip, "install", "--no-deps", "--no-index", wheel, cwd=directory)
    return programs


def test_wheel_holds_the_schemas(dist: Path) -> None:
    (wheel,) = dist.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert SCHEMAS
    assert {f"exlint/schema/{name}" for name in SCHEMAS} <= names
    assert "exlint/py.typed" in names
    assert {name.partition("/")[0] for name in names} == {
        "exlint",
        f"exlint-{__version__}.dist-info",
    }


def test_source_archive_holds_the_schemas(dist: Path) -> None:
    (archive,) = dist.glob("*.tar.gz")
    with tarfile.open(archive) as files:
        names = set(files.getnames())
    top = f"exlint-{__version__}"
    assert {f"{top}/schema/{name}" for name in SCHEMAS} <= names
    assert {f"{top}/LICENSE", f"{top}/README.md", f"{top}/pyproject.toml"} <= names


def test_source_tree_finds_its_schemas() -> None:
    assert Path(schema_directory()) == ROOT / "schema"


def test_wheel_finds_its_own_schemas(installed: Path, tmp_path: Path) -> None:
    code = "from exlint.resources import schema_directory; print(schema_directory())"
    directory = Path(run(installed / "python", "-c", code, cwd=tmp_path).strip())
    assert directory.is_relative_to(installed.parent.resolve())
    assert {path.name for path in directory.glob("*.json")} == SCHEMAS


def test_wheel_lists_its_page_types(installed: Path, tmp_path: Path) -> None:
    types = run(installed / "exlint", "schema", cwd=tmp_path)
    assert "exercise" in types


def test_wheel_runs_as_a_module(installed: Path, tmp_path: Path) -> None:
    version = run(installed / "python", "-m", "exlint", "--version", cwd=tmp_path)
    assert __version__ in version


def test_ci_runs_the_readme_test_command() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (command,) = re.findall(r'^run "(.*pytest)"$', script, re.MULTILINE)
    blocks = "".join(SH_BLOCK.findall(readme)).splitlines()
    assert command in blocks, "README.md: .ci/run's test command is in no ```sh block"


def test_ci_script_is_executable() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
