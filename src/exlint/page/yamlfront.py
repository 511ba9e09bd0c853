"""Front matter in YAML: its data, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from exlint.light import dataclass, field
from exlint.page.frontdata import NOTHING, FrontData, Problem, plain
from exlint.regex import regex
from exlint.text import Span

_DEEPEST = 100
_MOST_NODES = 100_000
"""Aliases make a few lines of YAML hold billions of nodes."""
_ALIAS = regex(r"\*[^\s,\[\]{}]+")
_PROPERTIES = regex(r"(?:[&!][^\s,\[\]{}]*(?:\s+|\Z))*")
_BLANK = " \t\r\n"
_MERGE = "tag:yaml.org,2002:merge"
_OPENERS = ("[", "{", "- ", "? ")
_REASONS = {
    "mapping values are not allowed": "a value with ': ' in it needs quotes",
    "found character '\\t'": "a tab: indent with spaces",
    "found a tab character": "a tab: indent with spaces",
    "found unexpected end of stream": "a quote is not closed",
    "found character": "a value that begins with this character needs quotes",
    "expected alphabetic": "a value that begins with this character needs quotes",
    "could not find expected ':'": "a line without ': '",
    "expected <block end>": "this does not fit the line above: a quote, or a space",
    "exceeded maximum nesting depth": "nested too deeply",
    "expected key": "this does not fit the line above: a quote, or a space",
}
"""How the two YAML libraries begin what they say -> what it comes from."""


def read_yaml(text: str, content: Span) -> FrontData:
    """Read a text that stands at a place of a page."""
    import yaml

    try:
        node, anchors = _compose(text, content.start)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        at = content.start + min(mark.index if mark else 0, len(text))
        problem = Problem(Span(at, at), f"is not YAML: {_reason(error)}")
        return FrontData({}, {}, (problem,))
    if node is None:
        return NOTHING
    if not isinstance(node, yaml.MappingNode):
        problem = Problem(content, "is not a list of `key: value` lines")
        return FrontData({}, {}, (problem,))
    if not _is_sane(node):
        return FrontData({}, {}, (Problem(content, "is nested without end"),))
    places = _Places(text, content.start)
    places.add(node)
    problems = (*anchors, *_duplicates(node, content.start))
    try:
        data = yaml.SafeLoader("").construct_document(node)
    except (yaml.YAMLError, ValueError, TypeError) as error:
        problem = Problem(content, f"is not YAML: {_reason(error)}")
        return FrontData({}, {}, (*problems, problem))
    return FrontData(plain(data), places.spans, problems)


def _compose(text: str, offset: int) -> tuple[Any, tuple[Problem, ...]]:
    """Read YAML as nodes.

    Raises:
        yaml.YAMLError: it is not YAML, or so deep that the C library would crash.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    if sum(map(text.count, _OPENERS)) > _DEEPEST:
        depth = 0
        for event in yaml.parse(text, Loader=loader):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST:
                raise yaml.YAMLError("nested too deeply")
    try:
        return yaml.compose(text, Loader=loader), ()
    except yaml.composer.ComposerError as error:
        if error.problem != "second occurrence":
            raise
    return _compose_leniently(text, offset)


def _compose_leniently(text: str, offset: int) -> tuple[Any, tuple[Problem, ...]]:
    """Read YAML that sets an anchor anew, and say where it does.

    The standard allows that (YAML 1.2, section 6.9.2); many readers do not.
    """
    import yaml

    problems: list[Problem] = []

    class Lenient(yaml.SafeLoader):
        def compose_node(self, parent: Any, index: Any) -> Any:
            event = self.peek_event()  # type: ignore[no-untyped-call]
            if not isinstance(event, yaml.AliasEvent) and event.anchor in self.anchors:
                start = offset + event.start_mark.index
                span = Span(start, start + 1 + len(event.anchor))
                problems.append(Problem(span, f"has the anchor '{event.anchor}' twice"))
                del self.anchors[event.anchor]
            return super().compose_node(parent, index)

    return yaml.compose(text, Loader=Lenient), tuple(problems)


def _reason(error: Exception) -> str:
    """Why text is not YAML, in an editor's words where an editor does it often."""
    problem = getattr(error, "problem", None) or str(error)
    problem = problem.removeprefix("did not find ")
    for library, words in _REASONS.items():
        if problem.startswith(library):
            return words
    return problem


def _is_sane(root: Any) -> bool:
    """Whether the nodes below a YAML node are of a finite, sensible number."""
    left, queue = _MOST_NODES, [(root, 0)]
    while queue and left > 0:
        node, depth = queue.pop()
        left -= 1
        if node.id == "scalar":
            continue
        if depth > _DEEPEST:
            return False
        pairs = node.value if node.id == "mapping" else [node.value]
        queue.extend((inner, depth + 1) for pair in pairs for inner in pair)
    return not queue


@dataclass
class _Places:
    """Gathers where the values of a text stand."""

    text: str
    offset: int
    spans: dict[str, Span] = field(default_factory=dict)

    def add(self, node: Any, pointer: str = "", after: int = 0) -> int:
        """Add the place of a YAML node and of all below it; return its end.

        It begins behind `after`, or it is an alias: a node that was read before.
        """
        start, end = node.start_mark.index, node.end_mark.index
        if start < after:
            alias = _ALIAS.search(self.text, after)
            return self._keep(pointer, *(alias.span() if alias else (after, after)))
        properties = _PROPERTIES.match(self.text, start, end)
        start = last = properties.end() if properties else start
        if node.id == "mapping":
            for key, value in node.value:
                place = f"{pointer}/{key.value}"
                last = self.add(value, place, key.end_mark.index)
            self._merge(node, pointer)
        elif node.id == "sequence":
            for number, value in enumerate(node.value):
                last = self.add(value, f"{pointer}/{number}", last)
        if node.id == "scalar" or node.flow_style:
            last = start + len(self.text[start:end].rstrip(_BLANK))
        return self._keep(pointer, start, last)

    def _keep(self, pointer: str, start: int, end: int) -> int:
        self.spans[pointer] = Span(self.offset + start, self.offset + end)
        return end

    def _merge(self, node: Any, pointer: str) -> None:
        """Place what a mapping takes over from others where it names them: `<<`."""
        for key, value in node.value:
            if key.tag == _MERGE:
                place = self.spans[f"{pointer}/{key.value}"]
                for other in value.value if value.id == "sequence" else (value,):
                    for name, _ in other.value if other.id == "mapping" else ():
                        self.spans.setdefault(f"{pointer}/{name.value}", place)


def _duplicates(node: Any, offset: int) -> Iterator[Problem]:
    """Yield a problem for each key that a mapping has twice."""
    seen: set[str] = set()
    for pair in node.value if node.id == "mapping" else ():
        key, value = pair
        if key.id == "scalar":
            if key.value in seen:
                start = offset + key.start_mark.index
                span = Span(start, offset + key.end_mark.index)
                yield Problem(span, f"has the key '{key.value}' twice")
            seen.add(key.value)
        yield from _duplicates(value, offset)
    for inner in node.value if node.id == "sequence" else ():
        yield from _duplicates(inner, offset)
