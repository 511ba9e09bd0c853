"""A baseline: the findings that a repository had when it began to use exlint.

The file is JSON, sorted, a finding a line, so that two branches merge. A finding is
known by its fingerprint, which holds no line number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from exlint.diagnostic import Diagnostic
from exlint.light import dataclass

VERSION = 1


class BaselineError(ValueError):
    """A baseline file that cannot be used, and why."""


@dataclass(frozen=True, slots=True)
class Known:
    """A finding of the baseline. Its message is there for who reads the file."""

    rule: str
    message: str


@dataclass(frozen=True)
class Baseline:
    """Known findings: path → fingerprint → finding."""

    findings: Mapping[str, Mapping[str, Known]]

    @classmethod
    def of(cls, diagnostics: Iterable[Diagnostic]) -> Baseline:
        """Take findings for known."""
        findings: dict[str, dict[str, Known]] = {}
        for item in diagnostics:
            known = Known(item.rule, item.finding.message)
            findings.setdefault(item.path, {})[item.fingerprint] = known
        return cls(findings)

    @classmethod
    def loads(cls, text: str) -> Baseline:
        """Read a baseline file.

        Raises:
            BaselineError: it is not JSON, or not a baseline of this version.
        """
        import json

        try:
            data = json.loads(text)
            if data["version"] != VERSION:
                message = f"is of version {data['version']}, expected {VERSION}"
                raise BaselineError(message)
            return cls(
                {
                    path: {
                        row["fingerprint"]: Known(row["rule"], row["message"])
                        for row in rows
                    }
                    for path, rows in data["findings"].items()
                }
            )
        except json.JSONDecodeError as error:
            message = f"is not JSON: {error.msg} in line {error.lineno}"
            raise BaselineError(message) from error
        except (KeyError, TypeError, AttributeError) as error:
            raise BaselineError("is not an exlint baseline") from error

    def dumps(self) -> str:
        """Return the text of the baseline file."""
        pages = []
        for path, known in sorted(self.findings.items()):
            if known:
                rows = sorted(
                    (finding.rule, finding.message, fingerprint)
                    for fingerprint, finding in known.items()
                )
                lines = ",\n".join(f"      {_row(*row)}" for row in rows)
                pages.append(f"    {_quote(path)}: [\n{lines}\n    ]")
        body = ",\n".join(pages)
        findings = f"{{\n{body}\n  }}" if pages else "{}"
        return f'{{\n  "version": {VERSION},\n  "findings": {findings}\n}}\n'

    def knows(self, item: Diagnostic) -> bool:
        """Whether a finding is in the baseline."""
        return item.fingerprint in self.findings.get(item.path, {})

    def stale(
        self, found: Iterable[Diagnostic], is_judged: Callable[[str, str], bool]
    ) -> Baseline:
        """Return the findings of the baseline that are there no more.

        `found` are all findings of the run. `is_judged` says of a path and a rule
        whether the run would have found something: of the others nothing is known.
        """
        current: dict[str, set[str]] = {}
        for item in found:
            current.setdefault(item.path, set()).add(item.fingerprint)
        return self._filtered(
            lambda path, fingerprint, finding: (
                fingerprint not in current.get(path, ())
                and is_judged(path, finding.rule)
            )
        )

    def without(self, other: Baseline) -> Baseline:
        """Return the findings that are not in another baseline."""
        return self._filtered(
            lambda path, fingerprint, _: fingerprint not in other.findings.get(path, {})
        )

    def with_(self, other: Baseline) -> Baseline:
        """Return the findings of both."""
        paths = dict.fromkeys((*self.findings, *other.findings))
        return Baseline(
            {
                path: {**self.findings.get(path, {}), **other.findings.get(path, {})}
                for path in paths
            }
        )

    def __len__(self) -> int:
        return sum(map(len, self.findings.values()))

    def _filtered(self, keeps: Callable[[str, str, Known], bool]) -> Baseline:
        pages = {
            path: {
                fingerprint: finding
                for fingerprint, finding in known.items()
                if keeps(path, fingerprint, finding)
            }
            for path, known in self.findings.items()
        }
        return Baseline({path: known for path, known in pages.items() if known})


def _row(rule: str, message: str, fingerprint: str) -> str:
    import json

    row = {"rule": rule, "message": message, "fingerprint": fingerprint}
    return json.dumps(row, ensure_ascii=False)


def _quote(text: str) -> str:
    import json

    return json.dumps(text, ensure_ascii=False)
