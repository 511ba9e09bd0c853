"""The shape of the code: what imports what, and who touches the outside world."""

import ast
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "exlint"

# Top to bottom. A layer is a module or a package of that name; it may import from the
# layers below it and, as a package, from itself. Of a package whose modules are layers
# themselves, the bare name is what it offers to others.
LAYERS = (
    "__main__",
    "cli",
    "starter",
    "infer",
    "scaffold",
    "database",
    "tabular",
    "report",
    "since",
    "repair",
    "suppressing",
    "survey",
    "linting",
    "cluster",
    "cache",
    "workers",
    "run",
    "linted",
    "project",
    "testing",
    "first_pass",
    "engine",
    "audiences",
    "packing",
    "outcome",
    "causes",
    "fixing",
    "baseline",
    "silence",
    "pagetypes",
    "additions",
    "discover",
    "config",
    "plugins",
    "rules",
    "rule",
    "corpus",
    "corpus.directory",
    "corpus.likeness",
    "corpus.corpus",
    "corpus.fingerprint",
    "corpus.sharing",
    "corpus.links",
    "corpus.masking",
    "corpus.claims",
    "corpus.mentions",
    "corpus.references",
    "corpus.interests",
    "corpus.objects",
    "corpus.equipment",
    "corpus.assertions",
    "site",
    "page",
    "page.reading",
    "page.violations",
    "page.stubs",
    "page.headings",
    "page.items",
    "page.page",
    "page.lost_nouns",
    "page.noun_phrases",
    "page.oddities",
    "page.words",
    "page.bind",
    "page.shapes",
    "page.facts",
    "page.fact_texts",
    "page.fact_lines",
    "page.definitions",
    "page.tags",
    "page.sidecar",
    "page.frontmatter",
    "page.tomlfront",
    "page.yamlfront",
    "page.frontdata",
    "page.record",
    "pagetype.wording",
    "pagetype.layout",
    "pagetype.fields",
    "pagetype.slots",
    "pagetype.validate",
    "pagetype.refusals",
    "pagetype.translation",
    "pagetype.choices",
    "pagetype.choice",
    "pagetype.languages",
    "pagetype.lexicon",
    "pagetype.phrases",
    "pagetype.pattern",
    "pagetype.gaps",
    "pagetype.sentences",
    "pagetype.naming",
    "pagetype.sentence_names",
    "pagetype.vocabulary",
    "pagetype.schema",
    "pagetype",
    "suppression",
    "markdown",
    "flat",
    "diagnostic",
    "revisions",
    "files",
    "globs",
    "paths",
    "resources",
    "remote",
    "text",
    "visible",
    "cues",
    "regex",
    "light",
    "once",
    "errors",
    "__init__",
)
LONGEST_MODULE = 400
HEAVY_MODULES = ("jsonschema", "markdown_it", "rich", "yaml")

# Calls that touch the disk, by full name or by the method's name.
DISK_CALLS = {
    *("open", "io.open", "io.FileIO", "codecs.open", "FileIO"),
    *("os.link", "os.makedirs", "os.mkdir", "os.open", "os.remove", "os.rename"),
    *("os.replace", "os.rmdir", "os.symlink", "os.truncate", "os.unlink", "os.utime"),
    *("shutil.copy", "shutil.copyfile", "shutil.copytree", "shutil.move"),
    *("shutil.rmtree", "tempfile.mkdtemp", "tempfile.mkstemp"),
    *("tempfile.NamedTemporaryFile", "tempfile.TemporaryDirectory"),
}
DISK_METHODS = {
    *("read_bytes", "read_text", "write_bytes", "write_text"),
    *("hardlink_to", "mkdir", "rename", "rmdir", "symlink_to", "touch", "unlink"),
}
# Names that belong to the process and its terminal.
SHELL_NAMES = {
    *("click.echo", "click.secho", "exit", "input", "print", "quit", "SystemExit"),
    *("os.environ", "os.environb", "os.getenv", "os.putenv", "os.unsetenv", "os._exit"),
    *("sys.argv", "sys.exit", "sys.stderr", "sys.stdin", "sys.stdout"),
}

MODULES = sorted(PACKAGE.rglob("*.py"))


def layer_of(module: Path) -> str:
    """The layer of a file, as its path in the package tells."""
    return layer_named(module.relative_to(PACKAGE).with_suffix("").parts)


def layer_named(parts: Sequence[str]) -> str:
    """The layer of a dotted name below exlint: of `page.record.Fact`, `page.record`."""
    first = parts[0]
    if not any(layer.startswith(f"{first}.") for layer in LAYERS):
        return first
    return ".".join(part for part in parts[:2] if part != "__init__")


def imported_layers(module: Path, tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and layer of each import of exlint, lazy and type-only ones too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                package, *inner = alias.name.split(".")
                if package == "exlint":
                    yield node.lineno, layer_named(inner) if inner else "__init__"
        elif isinstance(node, ast.ImportFrom):
            origin = origin_of(module, node)
            for alias in node.names if origin is not None else ():
                yield node.lineno, layer_of_name([*(origin or ()), alias.name])


def layer_of_name(parts: Sequence[str]) -> str:
    """The layer of a name that may be a module's or one that a module holds."""
    layer = layer_named(parts)
    if layer in LAYERS:
        return layer
    return layer_named(parts[:-1]) if parts[1:] else "__init__"


def origin_of(module: Path, node: ast.ImportFrom) -> list[str] | None:
    """What `from … import` names, as parts below exlint; None if it is not exlint's."""
    named = node.module.split(".") if node.module else []
    if node.level:
        parents = module.relative_to(PACKAGE).parts
        return [*parents[: len(parents) - node.level], *named]
    return named[1:] if named[:1] == ["exlint"] else None


def upward_imports(module: Path, tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and words for each import that does not point strictly down."""
    own = layer_of(module)
    for line, layer in imported_layers(module, tree):
        if layer not in LAYERS:
            yield line, f"imports {layer!r}, which is in no layer"
        elif layer != own and LAYERS.index(layer) <= LAYERS.index(own):
            yield line, f"{own!r} imports {layer!r}, which is not below it"


def dotted_uses(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and name of everything the code uses: `print`, `os.environ`, `x.y`.

    `from os import environ` uses `os.environ`.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Name | ast.Attribute):
            yield node.lineno, ast.unparse(node)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            for alias in node.names:
                yield node.lineno, f"{node.module}.{alias.name}"


def disk_uses(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and words for each use of the disk."""
    for line, name in dotted_uses(tree):
        _, dot, method = name.rpartition(".")
        if name in DISK_CALLS or (dot and method in DISK_METHODS):
            yield line, f"uses {name}: only 'files' reads and writes"
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(attr="open")):
                yield node.lineno, "calls .open(): only 'files' reads and writes"


def shell_uses(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and words for each use of the environment, the terminal, the process."""
    for line, name in dotted_uses(tree):
        if name in SHELL_NAMES:
            yield line, f"uses {name}: only 'cli' may"


def parse(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"), filename=str(module))


def at(module: Path, line: int, words: str) -> str:
    return f"{module.relative_to(ROOT).as_posix()}:{line}: {words}"


def fail_on(problems: list[str]) -> None:
    if problems:
        pytest.fail("\n".join(problems), pytrace=False)


def test_every_module_is_in_a_layer() -> None:
    fail_on(
        [
            at(module, 1, f"{layer_of(module)!r} is in no layer: add it to LAYERS")
            for module in MODULES
            if layer_of(module) not in LAYERS
        ]
    )


def test_imports_point_down() -> None:
    fail_on(
        [
            at(module, line, words)
            for module in MODULES
            if layer_of(module) in LAYERS
            for line, words in upward_imports(module, parse(module))
        ]
    )


def test_only_files_touches_the_disk() -> None:
    fail_on(
        [
            at(module, line, words)
            for module in MODULES
            if layer_of(module) != "files"
            for line, words in disk_uses(parse(module))
        ]
    )


def test_only_cli_touches_the_shell() -> None:
    fail_on(
        [
            at(module, line, words)
            for module in MODULES
            if layer_of(module) not in {"__main__", "cli"}
            for line, words in shell_uses(parse(module))
        ]
    )


def test_no_module_is_too_long() -> None:
    lengths = {m: m.read_text(encoding="utf-8").count("\n") for m in MODULES}
    fail_on(
        [
            at(module, LONGEST_MODULE + 1, f"{length} lines: split it")
            for module, length in lengths.items()
            if length > LONGEST_MODULE
        ]
    )


def test_the_command_line_starts_light() -> None:
    code = "import sys, exlint.cli; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, f"src/exlint/cli: cannot be imported\n{run.stderr}"
    loaded = set(run.stdout.split())
    heavy = [name for name in HEAVY_MODULES if name in loaded]
    assert not heavy, f"src/exlint/cli: importing it loads {heavy}; import them lazily"


@pytest.mark.parametrize(
    ("path", "code", "lines"),
    [
        ("rule.py", "from exlint.text import Span", []),
        ("rule.py", "from exlint import __version__, text", []),
        ("rule.py", "from exlint.engine import lint", [1]),
        ("rule.py", "import exlint.engine", [1]),
        ("rule.py", "from exlint import text, engine", [1]),
        ("rule.py", "from .engine import lint", [1]),
        ("rule.py", "from . import engine", [1]),
        ("rule.py", "def check():\n    from exlint import engine", [2]),
        ("rule.py", "if TYPE_CHECKING:\n    import exlint.engine", [2]),
        ("rule.py", "import exlint.unheard_of", [1]),
        ("page/bind.py", "from exlint.page.record import Fact", []),
        ("page/bind.py", "from exlint.page.page import Page", [1]),
        ("page/bind.py", "from exlint.page import Page", [1]),
        ("page/bind.py", "from exlint.page import page", [1]),
        ("page/bind.py", "from exlint.page.unheard_of import x", [1]),
        ("rules/links/broken_link.py", "from .anchors import slug", []),
        ("rules/links/broken_link.py", "from ...page import Page", []),
        ("rules/links/broken_link.py", "from ... import engine", [1]),
        ("rules/__init__.py", "from exlint.rules.links import broken_link", []),
    ],
)
def test_upward_imports_are_seen(path: str, code: str, lines: list[int]) -> None:
    found = upward_imports(PACKAGE / path, ast.parse(code))
    assert [line for line, _ in found] == lines


@pytest.mark.parametrize(
    "code",
    [
        "open('x')",
        "Path('x').open()",
        "Path('x').read_text()",
        "path.write_bytes(b'')",
        "os.replace('x', 'y')",
        "from os import replace",
    ],
)
def test_disk_uses_are_seen(code: str) -> None:
    assert list(disk_uses(ast.parse(code)))


def test_replacing_in_text_is_no_disk_use() -> None:
    assert not list(disk_uses(ast.parse("text.replace('x', 'y')")))


@pytest.mark.parametrize(
    "code",
    [
        "print('x')",
        "os.environ['HOME']",
        "from os import environ",
        "sys.exit(1)",
        "raise SystemExit",
        "sys.stdout.write('x')",
    ],
)
def test_shell_uses_are_seen(code: str) -> None:
    assert list(shell_uses(ast.parse(code)))
