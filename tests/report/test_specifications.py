"""Each format that machines read is what its specification asks for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
import xmlschema
from jsonschema import Draft7Validator, Draft202012Validator

from exlint import DOCUMENTATION
from exlint.diagnostic import Suppressed
from exlint.outcome import Outcome
from exlint.report import FORMATS, View, format_named
from exlint.rules import RULES
from exlint.text import Span
from tests.report.sample import PAGES, many, outcome

SPECS = Path(__file__).parent / "specs"
OUTCOMES = {
    "nothing": Outcome(pages=3),
    "odd": outcome(),
    "many": many(),
}


def written(name: str, found: Outcome) -> str:
    return "".join(format_named(name, View())(found))


def loaded(name: str, found: Outcome) -> Any:
    return json.loads(written(name, found))


def spec(name: str) -> Any:
    return json.loads((SPECS / name).read_text("utf-8"))


def suppressed() -> Outcome:
    """The sample, with one finding that a comment asks to be silent about."""
    first, *others = outcome().diagnostics
    silent = first._replace(suppressed=Suppressed(Span(0, 0), "a [reason](x)"))
    return Outcome((silent, *others), 25)


@pytest.fixture(params=list(OUTCOMES))
def found(request: pytest.FixtureRequest) -> Outcome:
    return OUTCOMES[request.param]


def text_at(path: str, region: dict[str, int]) -> str:
    """The text of a page from a line and column to another, counted from 1."""
    lines = PAGES[path].removeprefix("\ufeff").splitlines(keepends=True)
    first, last = region["startLine"] - 1, region["endLine"] - 1
    lines[last] = lines[last][: region["endColumn"] - 1]
    lines[first] = lines[first][region["startColumn"] - 1 :]
    return "".join(lines[first : last + 1])


class TestSarif:
    validator = Draft7Validator(spec("sarif-schema-2.1.0.json"))

    def test_schema(self, found: Outcome) -> None:
        self.validator.validate(loaded("sarif", found))

    def test_regions_and_addresses(self) -> None:
        (run,) = loaded("sarif", outcome())["runs"]
        assert run["columnKind"] == "unicodeCodePoints"
        assert len(run["results"]) == 12
        for result, item in zip(run["results"], outcome().diagnostics, strict=True):
            place = result["locations"][0]["physicalLocation"]
            uri = place["artifactLocation"]["uri"]
            assert not uri.startswith(("/", "file:"))
            assert uri.isascii()
            path, span = unquote(uri), item.finding.span
            assert path == item.path
            found = text_at(path, place["region"])
            assert found == PAGES[path][span.start : span.end]
            assert (
                run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"]
                == (result["ruleId"])
            )
        prints = [result["partialFingerprints"] for result in run["results"]]
        assert len({json.dumps(one) for one in prints}) == 12

    def test_fixes(self) -> None:
        (result,) = loaded("sarif", outcome("dangling-article"))["runs"][0]["results"]
        (fix,) = result["fixes"]
        assert fix["description"] == {"text": "Write 'the sled'"}
        (change,) = fix["artifactChanges"]
        (edit,) = change["replacements"]
        assert text_at("content/exercise/sled-push.md", edit["deletedRegion"]) == "The"
        assert edit["insertedContent"] == {"text": "the sled"}

    def test_every_rule_has_its_documentation(self) -> None:
        first = outcome("tab").diagnostics[0]
        every = tuple(
            first._replace(rule=rule.name, severity=rule.severity) for rule in RULES
        )
        log = loaded("sarif", Outcome(every, 1))
        self.validator.validate(log)
        rows = {row["id"]: row for row in log["runs"][0]["tool"]["driver"]["rules"]}
        for rule in RULES:
            row = rows[rule.name]
            assert row["help"]["markdown"] == rule.doc
            assert row["helpUri"] == f"{DOCUMENTATION}/rules/{rule.name}.md"
            assert row["shortDescription"]["text"].endswith(".")

    def test_suppressed_findings_are_told_as_such(self) -> None:
        log = loaded("sarif", suppressed())
        self.validator.validate(log)
        results = log["runs"][0]["results"]
        silent = [result for result in results if "suppressions" in result]
        assert len(results) == 12
        assert [one["suppressions"] for one in silent] == [
            [{"kind": "inSource", "justification": "a [reason](x)"}]
        ]

    def test_the_worst_are_kept_when_there_are_more_than_github_shows(self) -> None:
        error, info = (outcome(name).diagnostics[0] for name in ("markup", "tab"))
        found = tuple(info._replace(path=f"a/{i:05}.md") for i in range(5_500))
        log = loaded("sarif", Outcome((*found, error._replace(path="z.md")), 5_501))
        levels = [result["level"] for result in log["runs"][0]["results"]]
        assert len(levels) == 5_000
        assert levels.count("error") == 1

    def test_text_of_pages_is_no_link_and_no_placeholder(self) -> None:
        item = outcome("tab").diagnostics[0]
        text = "a [link](https://example.com), {0} and {name}"
        finding = item.finding._replace(message=text)
        log = loaded("sarif", Outcome((item._replace(finding=finding),), 1))
        message = log["runs"][0]["results"][0]["message"]["text"]
        assert message == (r"a \[link\](https://example.com), {{0}} and {{name}}")


class TestRdjson:
    (schema,) = (
        branch
        for branch in spec("rdjson.schema.json")["oneOf"]
        if branch["title"] == "DiagnosticResult"
    )
    validator = Draft7Validator(schema)

    def test_schema(self, found: Outcome) -> None:
        self.validator.validate(loaded("rdjson", found))

    def test_columns_count_bytes(self) -> None:
        rows = loaded("rdjson", outcome())["diagnostics"]
        for row, item in zip(rows, outcome().diagnostics, strict=True):
            if item.rule == "two-lines":
                continue
            place = row["location"]["range"]
            assert place["start"]["line"] == place["end"]["line"] == item.start.line
            lines = PAGES[item.path].removeprefix("\ufeff").splitlines()
            line = lines[item.start.line - 1].encode()
            start, end = place["start"]["column"], place["end"]["column"]
            span = item.finding.span
            assert (
                line[start - 1 : end - 1].decode()
                == (PAGES[item.path][span.start : span.end])
            )

    def test_lines_alone_where_columns_are_unknown(self) -> None:
        (row,) = loaded("rdjson", outcome("two-lines"))["diagnostics"]
        assert row["location"]["range"] == {"start": {"line": 3}, "end": {"line": 4}}

    def test_suggestions(self) -> None:
        (row,) = loaded("rdjson", outcome("dangling-article"))["diagnostics"]
        assert row["suggestions"] == [
            {"range": row["location"]["range"], "text": "the sled"}
        ]
        assert row["code"] == {
            "value": "dangling-article",
            "url": f"{DOCUMENTATION}/rules/dangling-article.md",
        }


class TestGitlab:
    validator = Draft202012Validator(spec("gitlab-code-quality.schema.json"))

    def test_schema(self, found: Outcome) -> None:
        self.validator.validate(loaded("gitlab", found))

    def test_fingerprints_are_unique_and_stable(self) -> None:
        rows = [*loaded("gitlab", outcome()), *loaded("gitlab", many())]
        assert len({row["fingerprint"] for row in rows}) == len(rows)
        assert loaded("gitlab", outcome()) == loaded("gitlab", outcome())


class TestJunit:
    schema = xmlschema.XMLSchema(SPECS / "junit-10.xsd")

    def test_schema(self, found: Outcome) -> None:
        self.schema.validate(written("junit", found))

    def test_a_failed_test_a_finding(self) -> None:
        root = ElementTree.fromstring(written("junit", outcome()))
        assert root.get("failures") == "12"
        assert len(root.findall("./testsuite/testcase/failure")) == 12
        names = [suite.get("name") for suite in root]
        assert names[0] == "content/exercise/overhead-press.md"
        assert len(names) == 3

    def test_no_finding_is_a_test_that_passed(self) -> None:
        root = ElementTree.fromstring(written("junit", Outcome(pages=3)))
        assert (root.get("tests"), root.get("failures")) == ("1", "0")
        assert len(root.findall("./testsuite/testcase")) == 1


def test_checkstyle(found: Outcome) -> None:
    root = ElementTree.fromstring(written("checkstyle", found))
    assert (root.tag, root.get("version")) == ("checkstyle", "4.3")
    assert all(child.tag == "file" and child.get("name") for child in root)
    errors = root.findall("./file/error")
    assert len(errors) == len(found.shown)
    for error in errors:
        assert set(error.attrib) == {"line", "column", "severity", "message", "source"}
        assert error.get("severity") in {"error", "warning", "info"}
        assert int(error.get("line", "")) > 0


def test_jsonl_has_the_objects_of_json(found: Outcome) -> None:
    lines = written("jsonl", found).splitlines()
    assert [json.loads(line) for line in lines] == loaded("json", found)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_findings_of_the_baseline_are_told_nowhere(name: str) -> None:
    first, *others = outcome().diagnostics
    found = Outcome((first._replace(known=True), *others), 25)
    assert first.rule not in written(name, found)


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"sarif"}))
def test_suppressed_findings_are_told_in_sarif_alone(name: str) -> None:
    others = Outcome(outcome().diagnostics[1:], 25)
    assert written(name, suppressed()) == written(name, others)


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"text", "github"}))
def test_every_finding_of_a_cause_is_told_but_to_people(name: str) -> None:
    assert written(name, many()).count("before 'core'") >= 12
