"""What has changed since a git revision: which lines, and what stood there before."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence

from exlint.errors import UserError
from exlint.files import Unreadable, decode
from exlint.light import dataclass
from exlint.paths import absolute, shown
from exlint.text import Source

_HUNK = re.compile(
    rb"^@@ -\d+(?:,\d+)? \+(?P<start>\d+)(?:,(?P<count>\d+))? @@", re.MULTILINE
)


@dataclass(frozen=True)
class Changes:
    """How a work tree differs from a revision. Paths are as reports write them."""

    root: str
    revision: str
    lines: Mapping[str, Sequence[range] | None]
    """Path → 1-based lines that were added or changed; None for a new file."""
    removed: frozenset[str]
    """Files that are there no more."""

    def touches(self, path: str, first: int, last: int) -> bool:
        """Whether one of the lines `first` to `last` of a file has changed."""
        if path not in self.lines:
            return False
        changed = self.lines[path]
        if changed is None:
            return True
        return any(part.start <= last and first < part.stop for part in changed)

    def before(self, path: str) -> Source | Unreadable:
        """Return a changed file as it was in the revision."""
        name = absolute(path)[len(self.root) :].lstrip("/")
        done = _git(self.root, "show", f"{self.revision}:{name}", check=False)
        if done.returncode:
            return Unreadable(path, "was not there")
        return decode(path, done.stdout)


def changes_since(folder: str, revision: str) -> Changes:
    """Compare the work tree around a folder with a revision.

    Files that git does not know yet count as new, ignored ones as unchanged.

    Raises:
        UserError: there is no git, no repository, or no such revision.
    """
    root = _text(_git(folder, "rev-parse", "--show-toplevel")).strip()
    commit = _text(
        _git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}"),
    ).strip()
    entries = _raw(_diff(root, commit, "--raw", "-z"))
    patches = _diff(root, commit, "--unified=0", "--text").split(b"\ndiff --git ")
    if len(patches) != len(entries):  # a file became a link, say: ask one by one
        patches = [
            _diff(root, commit, "--unified=0", "--text", name) for _, name in entries
        ]
    lines: dict[str, Sequence[range] | None] = {}
    removed = set()
    for (status, name), patch in zip(entries, patches, strict=True):
        path = shown(f"{root}/{name}")
        if status == "D":
            removed.add(path)
        else:
            lines[path] = None if status == "A" else list(_hunks(patch))
    listing = _git(root, "ls-files", "--others", "--exclude-standard", "-z").stdout
    for name in filter(None, listing.decode("utf-8", "surrogateescape").split("\0")):
        lines[shown(f"{root}/{name}")] = None
    return Changes(root, commit, lines, frozenset(removed))


def _raw(output: bytes) -> list[tuple[str, str]]:
    """Read `git diff --raw -z`: a status and a name for each file."""
    parts = output.decode("utf-8", "surrogateescape").split("\0")
    return [
        (head.rsplit(" ", 1)[-1][:1], name)
        for head, name in zip(parts[::2], parts[1::2], strict=False)
        if head.startswith(":")
    ]


def _hunks(patch: bytes) -> Iterator[range]:
    """Yield the lines that the hunks of one file's patch add."""
    for hunk in _HUNK.finditer(patch):
        start, count = int(hunk["start"]), int(hunk["count"] or 1)
        yield range(start, start + count)


def _diff(root: str, commit: str, *options: str) -> bytes:
    names = [f":(literal,top){name}" for name in options if not name.startswith("-")]
    flags = [option for option in options if option.startswith("-")]
    return _git(
        root,
        *("diff", "--no-color", "--no-ext-diff", "--no-renames", *flags),
        *(commit, "--", *names),
    ).stdout


def _text(done: subprocess.CompletedProcess[bytes]) -> str:
    return done.stdout.decode("utf-8", "surrogateescape")


def _git(
    folder: str, *arguments: str, check: bool = True
) -> subprocess.CompletedProcess[bytes]:
    try:
        done = subprocess.run(
            ["git", "-C", folder, *arguments], capture_output=True, check=False
        )
    except OSError as error:
        raise UserError("--since needs git, which is not there") from error
    if check and done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        revision = arguments[-1].removesuffix("^{commit}")
        reason = lines[-1] if lines else f"git knows no revision {revision!r}"
        raise UserError(f"--since: {reason}")
    return done
