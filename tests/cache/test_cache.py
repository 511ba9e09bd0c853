"""The cache: what it spares, and what it survives."""

from __future__ import annotations

import os
import pickle
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from exlint.cache.contents import GRAIN, Contents
from exlint.packing import UnpackError, pack, unpack
from exlint.paths import stamp
from exlint.text import digest
from tests.support import ROOT

SITE = ROOT / "examples" / "content"
AN_HOUR = 3600


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A copy of the example pages, written an hour ago."""
    folder = tmp_path / "site"
    shutil.copytree(SITE, folder / "content")
    (folder / "exlint.toml").write_text("", "utf-8")
    for page in folder.rglob("*.md"):
        age(page, AN_HOUR)
    return folder


def age(page: Path, seconds: float) -> None:
    """Let a page have been written some seconds ago."""
    then = time.time() - seconds
    os.utime(page, (then, then))


def exlint(site: Path, *arguments: str, **more: str) -> str:
    """Run exlint in a process of its own, and return what it reports."""
    done = run(site, "-m", "exlint", *arguments, "--output-format", "json", **more)
    assert done.stderr == ""
    return done.stdout


def run(site: Path, *command: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command],
        cwd=site,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, **more},
    )


def loaded(site: Path, *arguments: str) -> set[str]:
    """Run exlint and return the modules that it has imported."""
    code = (
        "import sys; from exlint.cli import main;"
        f"main({[*arguments, '--output-format', 'json:../out.json']!r});"
        "print(*sys.modules)"
    )
    return set(run(site, "-c", code).stdout.split())


def cache(site: Path) -> Path:
    return site / ".exlint_cache"


HEAVY = {"jsonschema_rs", "markdown_it", "sqlite3", "exlint.rules"}


@pytest.mark.parametrize("strategy", ["stat", "content"])
def test_nothing_heavy_is_needed_when_nothing_has_changed(
    site: Path, strategy: str
) -> None:
    arguments = ("content", "--cache-strategy", strategy)
    assert loaded(site, *arguments) >= HEAVY
    first = (site.parent / "out.json").read_text()
    if strategy == "content":  # as a checkout does
        for page in site.rglob("*.md"):
            os.utime(page)
    assert not loaded(site, *arguments) & {*HEAVY, "jsonschema"}
    assert (site.parent / "out.json").read_text() == first
    assert first != "[]\n"


def test_a_touched_page_is_known_by_its_content(site: Path) -> None:
    exlint(site)
    for page in site.rglob("*.md"):
        age(page, 60)
    assert not loaded(site) & HEAVY
    (page,) = site.rglob("sled-push.md")
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    assert loaded(site) & HEAVY


def test_a_change_of_one_page_is_seen_on_others(site: Path) -> None:
    before = exlint(site)
    shutil.move(site / "content" / "exercise" / "chin-up.md", site / "gone.txt")
    after = exlint(site)
    assert after != before
    assert after == exlint(site, "--no-cache")
    shutil.move(site / "gone.txt", site / "content" / "exercise" / "chin-up.md")
    assert exlint(site) == before


@pytest.mark.parametrize(
    "change",
    [
        lambda site: (site / "exlint.toml").write_text('ignore = ["links"]'),
        lambda site: (site / "exlint.toml").write_text('[severity]\nlinks = "info"'),
    ],
)
def test_settings_are_part_of_the_key(
    site: Path, change: Callable[[Path], object]
) -> None:
    before = exlint(site)
    change(site)
    assert exlint(site) == exlint(site, "--no-cache") != before


def test_what_is_installed_is_part_of_the_key(site: Path, tmp_path: Path) -> None:
    exlint(site)
    (tmp_path / "more" / "a_plugin-1.0.dist-info").mkdir(parents=True)
    kept = set(cache(site).iterdir())
    exlint(site, PYTHONPATH=str(tmp_path / "more"))
    assert set(cache(site).iterdir()) > kept


def test_the_cache_keeps_itself_out_of_git_and_backups(site: Path) -> None:
    exlint(site)
    run_git = ["git", "-C", str(site)]
    subprocess.run([*run_git, "init", "-q"], check=True)
    told = subprocess.run(
        [*run_git, "status", "--porcelain"], check=True, capture_output=True, text=True
    )
    assert ".exlint_cache" not in told.stdout
    tag = (cache(site) / "CACHEDIR.TAG").read_text()
    assert tag.startswith("Signature: 8a477f597d28d172789f06886806bc55")


def test_no_cache_leaves_nothing_behind(site: Path) -> None:
    assert exlint(site, "--no-cache") == exlint(site)
    shutil.rmtree(cache(site))
    exlint(site, "--no-cache")
    assert not cache(site).exists()


def test_the_cache_stands_where_the_user_says(site: Path, tmp_path: Path) -> None:
    exlint(site, "--cache-dir", str(tmp_path / "here"))
    exlint(site, EXLINT_CACHE_DIR=str(tmp_path / "there"))
    assert (tmp_path / "here" / ".gitignore").exists()
    assert (tmp_path / "there" / ".gitignore").exists()
    assert not cache(site).exists()


def break_all(site: Path, damage: Callable[[bytes], bytes]) -> None:
    for file in cache(site).iterdir():
        file.write_bytes(damage(file.read_bytes()))


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[:0],
        lambda content: b"nonsense" + content[:0],
        lambda content: content[: len(content) // 2],
        lambda content: content[:-100] + b"\xff" * 100,
        lambda content: bytes(byte ^ 1 for byte in content),
        lambda content: content[:5000] + b"\0" * 3000 + content[8000:],
    ],
)
def test_a_broken_cache_is_made_anew(
    site: Path, damage: Callable[[bytes], bytes]
) -> None:
    before = exlint(site)
    break_all(site, damage)
    (page,) = site.rglob("sled-push.md")
    age(page, 5)
    page.write_text(page.read_text() + "\n")
    after = exlint(site)
    assert after == exlint(site, "--no-cache")
    page.write_text(page.read_text()[:-1])
    assert exlint(site) == before
    assert not loaded(site) & HEAVY


def test_a_cache_from_elsewhere_runs_no_code(site: Path) -> None:
    class Bomb:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.system, ("touch bang",)

    exlint(site)
    (outcome,) = cache(site).glob("*.outcome")
    bomb = pickle.dumps(Bomb())
    outcome.write_bytes(digest(bomb) + bomb)
    (pages,) = cache(site).glob("*.sqlite")
    with sqlite3.connect(pages) as connection:
        connection.create_function("sum_of", 1, __import__("zlib").crc32)
        connection.execute(
            "UPDATE pages SET data = ?, checksum = sum_of(?)", [bomb] * 2
        )
    assert exlint(site) == exlint(site, "--no-cache")
    assert not (site / "bang").exists()


@pytest.mark.parametrize(
    "value", [os.system, Path(), pickle.Pickler, subprocess.Popen, unpack]
)
def test_only_data_is_unpacked(value: object) -> None:
    with pytest.raises(UnpackError):
        unpack(pickle.dumps(value))


def test_what_is_packed_is_unpacked() -> None:
    result = ("café", (1, 2), frozenset({"x"}), {"a": [1.5, None, b"\0"]})
    assert unpack(pack(result)) == result


@pytest.mark.skipif(os.name == "nt", reason="no modes here")
@pytest.mark.parametrize("command", [(), ("--cache-dir", "/dev/null/cache")])
def test_a_place_that_cannot_be_written_does_no_harm(
    site: Path, command: tuple[str, ...]
) -> None:
    before = exlint(site, "--no-cache")
    cache(site).write_text("a file stands here\n")
    assert exlint(site, *command) == before
    assert exlint(site, *command) == before


def test_a_full_disk_does_no_harm(site: Path) -> None:
    """A limit on the size of files ends every write as a full disk does."""
    code = (
        "import resource, signal; from exlint.cli import main;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000));"
        "raise SystemExit(main(['content']))"
    )
    done = run(site, "-c", code)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == run(site, "-m", "exlint", "content", "--no-cache").stdout
    assert exlint(site) == exlint(site, "--no-cache")


def test_two_runs_at_once_do_no_harm(site: Path) -> None:
    expected = exlint(site, "--no-cache")
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda _: exlint(site), range(6)))
    assert set(found) == {expected}
    assert not loaded(site) & HEAVY


@pytest.mark.parametrize("moment", [0.25, 0.4, 0.6])
def test_a_run_that_is_killed_does_no_harm(site: Path, moment: float) -> None:
    expected = exlint(site, "--no-cache")
    for number in range(200):
        (site / "content" / f"page-{number}.md").write_text(f"# Page {number}\n")
    with subprocess.Popen(
        [sys.executable, "-m", "exlint"],
        cwd=site,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        time.sleep(moment)
        process.send_signal(signal.SIGKILL if os.name != "nt" else signal.SIGTERM)
    for page in site.rglob("page-*.md"):
        page.unlink()
    assert exlint(site) == expected
    assert exlint(site) == expected


def test_a_write_within_the_grain_of_the_clock_is_seen(site: Path) -> None:
    """Of the same size, at the same time: a stamp of just now proves nothing."""
    page = site / "content" / "new.md"
    page.write_text("# New\n\nGo on on.\n")
    seen = page.stat()
    assert "doubled-word" in exlint(site)
    page.write_text("# New\n\nGo on at.\n")
    os.utime(page, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert "doubled-word" not in [
        line for line in exlint(site).splitlines() if "new.md" in line
    ]
    assert exlint(site) == exlint(site, "--no-cache")


@pytest.mark.parametrize("years", [-30, 30])
def test_a_clock_that_jumps_does_no_harm(site: Path, years: int) -> None:
    page = site / "content" / "new.md"
    page.write_text("# New\n\nGo on on.\n")
    age(page, years * 365 * 86400)
    exlint(site)
    page.write_text("# New\n\nGo on at.\n")
    age(page, years * 365 * 86400)
    assert exlint(site) == exlint(site, "--no-cache")


def test_stamps_of_just_now_are_not_trusted(tmp_path: Path) -> None:
    now = time.time_ns()
    contents = Contents()
    assert contents.trusted("a.md", (now, 1, 1)) is None
    assert contents.trusted("a.md", (now + 10**12, 1, 1)) is None
    assert contents.trusted("a.md", (now - 2 * GRAIN, 1, 1))
    page = tmp_path / "a.md"
    page.write_bytes(b"a")
    seen = stamp(str(page))
    assert Contents().stamp(str(page), seen, digest(b"b")) == seen
    assert Contents(by_stamp=False).stamp(str(page), seen, digest(b"b")) is None
    assert Contents().stamp(str(page), None, digest(b"a")) == seen
    assert Contents().stamp(str(tmp_path / "gone"), seen, digest(b"a")) is None


def test_one_page_is_read_and_no_other(site: Path) -> None:
    exlint(site)
    (page,) = site.rglob("sled-push.md")
    page.write_text(page.read_text() + "\n")
    code = (
        "import sys; from exlint import run; from exlint.cli import main;"
        "real = run.examine_pages;"
        "run.examine_pages = lambda project, paths, read: ("
        "    [print(*paths), *real(project, paths, read)][1:]);"
        f"main([{str(page.relative_to(site))!r}, '--output-format', 'json:../o'])"
    )
    done = run(site, "-c", code)
    assert done.stderr == ""
    assert done.stdout.split() == [page.relative_to(site).as_posix()]


def test_clean_takes_the_cache_away_and_nothing_else(site: Path) -> None:
    exlint(site)
    (site / "content" / ".exlint_cache").mkdir()  # not one of exlint's making
    done = run(site, "-m", "exlint", "clean")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "exlint: removed .exlint_cache\n"
    assert not cache(site).exists()
    assert (site / "content" / ".exlint_cache").exists()
    again = run(site, "-m", "exlint", "clean", "content")
    assert again.stderr == "exlint: no .exlint_cache here\n"


def test_a_change_of_a_sidecar_is_seen(site: Path) -> None:
    (site / "sidecar.schema.json").write_text(
        """{"type": "object", "required": ["level"], "properties": {
            "level": {"enum": ["high", "low"],
                      "x-markdown": {"at": "sidecar", "key": "level"}}}}"""
    )
    (site / "exlint.toml").write_text('types = {"a.md" = "sidecar.schema.json"}')
    (site / "a.md").write_text("# A\n")
    sidecar = site / "a.json"
    found = []
    for text in ('{"level": "high"}', '{"level": "soso"}', None, '{"level": "soso"}'):
        if text:
            sidecar.write_text(text)
            age(sidecar, AN_HOUR)
        else:
            sidecar.unlink()
        age(site / "a.md", AN_HOUR)
        found.append(exlint(site))
        assert exlint(site) == found[-1] == exlint(site, "--no-cache")
    assert found[1] == found[3]
    assert len(set(found)) == 3
