"""docs/adopting.md, step by step: from no configuration to a green pre-commit."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest

from tests.support import ROOT
from tests.test_hooks import GOOD, Repository, checkout, site

__all__ = ["checkout", "site"]  # fixtures

TEXT = (ROOT / "docs" / "adopting.md").read_text("utf-8")
EXLINT = (sys.executable, "-m", "exlint")


def commands() -> list[str]:
    """The commands of the guide, but for that which installs exlint."""
    (block,) = re.findall(r"^```console\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    install, *others = [line.removeprefix("$ ") for line in block.splitlines()]
    assert install == "pip install exlint pre-commit"
    assert len(others) == 4
    return others


def hooks(checkout: Repository) -> str:
    """The configuration of pre-commit, with this checkout for the published one."""
    (block,) = re.findall(r"^```yaml\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    revision = checkout.must("git", "rev-parse", "HEAD")
    block = re.sub(r"repo: \S+", f"repo: {checkout.folder.as_posix()}", block)
    return re.sub(r"rev: \S+", f"rev: {revision}", block)


def test_the_guide(checkout: Repository, site: Repository) -> None:
    shutil.copytree(ROOT / "examples" / "content", site.folder / "content")
    site.must("git", "add", "--all")
    site.must("git", "commit", "--quiet", "--message", "Pages with old problems")
    code, said = site.run(*EXLINT)
    assert code == 1
    for command in commands():
        if command == "pre-commit install":
            site.add(".pre-commit-config.yaml", hooks(checkout))
        name, *arguments = command.split()
        code, said = site.run(sys.executable, "-m", name.replace("-", "_"), *arguments)
        assert code == (command == "exlint --fix"), said
    assert "known" in site.must(*EXLINT)

    old = site.folder / "content/exercise/sled-push.md"
    old.write_text(old.read_text("utf-8") + "\nPull slowly.\n", "utf-8")
    site.must("git", "add", "--all")
    said = site.must("git", "commit", "--message", "Adopt exlint")
    assert re.search(r"^exlint\.+Passed$", said, re.MULTILINE)

    site.add("content/new.md", GOOD.replace("then", "then then"))
    code, said = site.run("git", "commit", "--message", "A new problem")
    assert code == 1
    assert "content/new.md:3:13: warning: 'then' stands twice" in said
    assert "sled-push" not in said


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#:]+)\)", TEXT))
def test_the_links_lead_somewhere(target: str) -> None:
    assert (ROOT / "docs" / target).exists()


def test_the_options_exist(capsys: pytest.CaptureFixture[str]) -> None:
    from exlint.cli import main

    main(["check", "--help"])
    known = capsys.readouterr().out
    for option in re.findall(r"exlint (--[\w-]+)", TEXT):
        assert option in known


def test_several_sites(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from exlint.cli import main

    site = Repository(tmp_path, tmp_path)
    site.must("git", "init", "--quiet")
    shared = tmp_path / "base.toml"
    shared.write_text('ignore = ["final-newline"]\n', "utf-8")
    for number in range(10):
        folder = tmp_path / f"site-{number}"
        (folder / "content").mkdir(parents=True)
        (folder / "content" / "a.md").write_text("# A\n\nSee [b](/b).\n", "utf-8")
        (folder / "content" / "b.md").write_text("# B\n\nSee [x](/x).\n", "utf-8")
        rules = "links = 'off'\n" if number == 3 else "links = 'warning'\n"
        (folder / "exlint.toml").write_text(
            f"extend = '../base.toml'\n[severity]\n{rules}"
            f"[links]\ncontent-root = 'content'\nbase-url = 'https://{number}.example'\n",
            "utf-8",
        )
    code, said = site.run(*EXLINT, "--output-format", "concise")
    assert code == 1
    found = [line.partition(":")[0] for line in said.splitlines() if "[broken" in line]
    assert found == [f"site-{n}/content/b.md" for n in range(10) if n != 3]
    assert main(["config", str(tmp_path / "site-7" / "content")]) == 0
    shown = capsys.readouterr().out
    assert 'links.base-url = "https://7.example"' in shown
    assert "base.toml:1\n" in shown
