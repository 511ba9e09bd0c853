"""docs/own-rules.md is true, and its plug-in works as one that is installed."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from exlint.cli import main
from tests.support import ROOT, tomllib

GUIDE = (ROOT / "docs" / "own-rules.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    pattern = rf"^```{language}\n(.*?)^```$"
    return re.findall(pattern, GUIDE, re.MULTILINE | re.DOTALL)


CHOICES, VOCABULARY, LEXICON, PROJECT = blocks("toml")
RULE, TEST = blocks("python")
DIST_INFO = "gym_rules-1.0.dist-info"
PAGE = "# Push-up\n\nKeep your back straight!!\n"


def test_words_of_the_guide(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = f"{LEXICON}\n{CHOICES}\n{VOCABULARY}"
    Path("exlint.toml").write_text(settings, "utf-8")
    Path("words.json").write_text("".join(blocks("json")), "utf-8")
    Path("squat.md").write_text("".join(blocks("markdown")), "utf-8")
    command = ["--select", "word-choice", "--output-format", "concise", "."]
    assert main(command) == 1
    (said,) = blocks("text")
    assert capsys.readouterr().out.startswith(said)


class Site:
    """A folder of installed distributions, and exlint run with it on the path."""

    def __init__(self, folder: Path) -> None:
        self.site = folder / "site"
        self.content = folder / "content"
        self.content.mkdir(parents=True)
        (self.content / "push-up.md").write_text(PAGE, "utf-8")

    def install(self, project: Path) -> None:
        """Install a project as pip does, without the network."""
        pip = [sys.executable, "-m", "pip", "install", "-q", "--no-index", "--no-deps"]
        pip += ["--no-build-isolation", "--disable-pip-version-check"]
        subprocess.run([*pip, "--target", self.site, project], check=True)

    def name(self, *entry_points: str, folder: str = "other-2.0.dist-info") -> None:
        """Install a distribution that only names entry points."""
        info = self.site / folder
        info.mkdir(parents=True, exist_ok=True)
        name, version = folder.removesuffix(".dist-info").split("-")
        metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
        (info / "METADATA").write_text(metadata, "utf-8")
        lines = "\n".join(("[exlint.rules]", *entry_points, ""))
        (info / "entry_points.txt").write_text(lines, "utf-8")

    def write(self, path: str, text: str) -> None:
        self.site.mkdir(parents=True, exist_ok=True)
        (self.site / path).write_text(text, "utf-8")

    def exlint(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.python("-m", "exlint", *arguments)

    def python(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.content,
            env={**os.environ, "PYTHONPATH": str(self.site), "NO_COLOR": "1"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )


@pytest.fixture(scope="module")
def gym(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The plug-in of the guide, built and installed."""
    folder = tmp_path_factory.mktemp("plug-in")
    package = folder / "project" / "src" / "gym_rules"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "exclamation_mark.py").write_text(RULE, "utf-8")
    urls = '[project.urls]\nHomepage = "https://gym.example/rules"\n'
    (package.parents[1] / "pyproject.toml").write_text(f"{PROJECT}\n{urls}", "utf-8")
    site = Site(folder)
    site.install(package.parents[1])
    assert (site.site / DIST_INFO).is_dir()
    return site


def test_the_rule_runs(gym: Site) -> None:
    done = gym.exlint("--output-format", "concise", "--fail-on", "info", ".")
    assert "push-up.md:3:24: info: '!!' shouts at the reader [exclamation-mark]" in (
        done.stdout
    )
    assert done.returncode == 1, done.stderr


def test_the_rule_is_listed_and_documented(gym: Site) -> None:
    listed = gym.exlint("rules").stdout
    assert "\nplugin\n  exclamation-mark " in listed
    assert "fix  A sentence that shouts.\n" in listed
    page = gym.exlint("rule", "exclamation-mark").stdout
    head = "Group plugin; info, high confidence, has a fix, from gym-rules 1.0.\n"
    assert page.startswith(f"# exclamation-mark\n\n{head}\nA sentence that shouts.\n")


def test_the_rule_is_selected_and_configured(gym: Site, tmp_path: Path) -> None:
    only = gym.exlint("--select", "plugin", "--output-format", "json", ".")
    (row,) = json.loads(only.stdout)
    assert row["code"] == "exclamation-mark"
    assert row["url"] == "https://gym.example/rules"
    assert gym.exlint("--select", "exclamation-mark", ".").returncode == 0
    settings = tmp_path / "exlint.toml"
    settings.write_text("severity.exclamation-mark = 'error'\n", "utf-8")
    strict = gym.exlint("--config", str(settings), "--select", "plugin", ".")
    assert strict.returncode == 1
    settings.write_text("ignore = ['plugin']\n", "utf-8")
    silent = gym.exlint("--config", str(settings), ".")
    assert "shouts" not in silent.stdout
    assert "did you mean 'plugin'?" in gym.exlint("--select", "plugins", ".").stderr


def test_the_rule_is_silenced_by_a_comment(gym: Site, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    comment = "<!-- exlint-disable-next-line exclamation-mark -- loud -->\n"
    page.write_text(PAGE.replace("Keep", f"{comment}Keep"), "utf-8")
    done = gym.exlint("--fail-on", "info", "--output-format", "concise", str(page))
    assert done.returncode == 0, done.stdout
    page.write_text(PAGE.replace("Keep", f"{comment}Keep").replace("!!", "."), "utf-8")
    done = gym.exlint("--fail-on", "info", "--output-format", "concise", str(page))
    assert "[unused-suppression]" in done.stdout


def test_the_rule_is_in_sarif(gym: Site) -> None:
    done = gym.exlint("--select", "plugin", "--output-format", "sarif", ".")
    (run,) = json.loads(done.stdout)["runs"]
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["id"] == "exclamation-mark"
    assert rule["helpUri"] == "https://gym.example/rules"
    assert rule["help"]["markdown"].startswith("A sentence that shouts.")
    assert rule["properties"]["tags"] == ["plugin"]


def test_the_examples_of_the_rule_are_true(gym: Site) -> None:
    done = gym.python("-c", f"{TEST}\ntest_the_examples_are_true()")
    assert done.returncode == 0, done.stderr
    broken = TEST + (
        "\nexclamation_mark.__doc__ = exclamation_mark.__doc__.replace('3:24', '3:25')"
        "\ntest_the_examples_are_true()"
    )
    done = gym.python("-c", broken)
    assert "report, in truth:\n3:24: '!!' shouts at the reader" in done.stderr


def test_other_commands_load_no_plug_in(gym: Site) -> None:
    code = "import sys; from exlint.cli import main; main(['--version']); "
    said = gym.python("-c", f"{code}print('importlib.metadata' in sys.modules)")
    assert said.stdout.split("\n")[1] == "False"


@pytest.mark.parametrize(
    ("entry_point", "module", "message"),
    [
        ("lost = nowhere.at_all", "", "cannot be imported: ModuleNotFoundError: No mo"),
        ("broken = own", "1 / 0", "cannot be imported: ZeroDivisionError: division by"),
        ("broken = own", "raise SystemExit(3)", "cannot be imported: SystemExit: 3"),
        ("broken = own:check", "check = 1", "own:check is no module"),
        ("broken = own", "check = print", "own has no docstring"),
        ("broken = own", "'''A.'''", "own has no SEVERITY of type Severity"),
        ("Broken_Rule = own", "", "the name of a rule is written like-this"),
        ("doubled-word = own", RULE, "exlint has a rule or group of this name"),
        ("prose = own", RULE, "exlint has a rule or group of this name"),
        (
            "broken = own",
            RULE.replace("def check", "def other"),
            "own has neither check nor check_corpus",
        ),
        (
            "broken = own",
            f'{RULE}NEEDS = ("facts", "wings")',
            "own needs 'wings', which no page has",
        ),
    ],
)
def test_a_plug_in_that_is_wrong_is_told_in_one_line(
    tmp_path: Path, entry_point: str, module: str, message: str
) -> None:
    site = Site(tmp_path)
    site.name(entry_point)
    site.write("own.py", module)
    done = site.exlint(".")
    assert done.returncode == 2
    assert done.stdout == ""
    name = entry_point.partition(" ")[0]
    assert done.stderr.startswith(f"exlint: plug-in '{name}' of other 2.0: {message}")
    assert done.stderr.count("\n") == 1


def test_two_plug_ins_of_one_name(tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.write("own.py", RULE)
    site.name("shout = own", folder="first-1.0.dist-info")
    site.name("shout = own", folder="second-1.0.dist-info")
    done = site.exlint("rules")
    assert done.returncode == 2
    assert "first 1.0 has a rule or group of this name" in done.stderr


def test_the_guide_names_the_vocabularies() -> None:
    path = ROOT / "schema" / "vocabulary.schema.json"
    names = json.loads(path.read_text("utf-8"))["$defs"]
    for name in names:
        assert f"`{name}`" in GUIDE


def test_the_toml_of_the_guide_is_toml() -> None:
    for text in blocks("toml"):
        tomllib.loads(text)
