"""One page, read: its document, sections, facts and record."""

from __future__ import annotations

import re
import string
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping

from exlint.light import dataclass, field
from exlint.markdown import Block, Document
from exlint.once import Once, cached_property
from exlint.page.frontdata import FrontData
from exlint.page.lost_nouns import LostNoun, LostNouns
from exlint.page.oddities import kinds, oddities
from exlint.page.record import Fact, Record, Section
from exlint.page.words import Wording
from exlint.pagetype.choices import NO_CHOICES, Choices
from exlint.pagetype.fields import SectionName
from exlint.pagetype.languages import NO_LANGUAGES, Language, Languages
from exlint.pagetype.layout import Assertion, Layout
from exlint.pagetype.lexicon import NO_WORDS, Lexicon
from exlint.pagetype.pattern import Match, Slot
from exlint.pagetype.sentences import Sentences
from exlint.pagetype.validate import Violation
from exlint.suppression import Suppression
from exlint.text import NOWHERE, Mapped, Source, Span, lower

_USUAL = f"{string.ascii_letters}{string.digits} \n!\"#'()*,-./:;?[]".encode()


@dataclass(frozen=True)
class Page(Once):
    """One page as rules see it. Untyped pages have no layout and an empty record."""

    source: Source
    document: Document
    front: FrontData
    layout: Layout | None = None
    title: Block | None = None
    """The first heading of level 1."""
    sections: tuple[Section, ...] = ()
    facts: tuple[Fact, ...] = ()
    record: Record = field(default_factory=lambda: Record({}, {}))
    violations: tuple[Violation, ...] = ()
    """How the record breaks its schema, one for each cause."""
    suppressions: tuple[Suppression, ...] = ()
    lexicons: Mapping[str, Lexicon] = field(default_factory=dict)
    """The domain's words by their language."""
    choices: Choices = NO_CHOICES
    """The words that the user avoids or asks for."""
    languages: Languages = NO_LANGUAGES
    """What tells the language of a page."""

    @cached_property
    def prose(self) -> Mapped:
        """The text that a reader sees (`Document.prose`)."""
        return self.document.prose

    @cached_property
    def lowered(self) -> str:
        """The prose in lower case, character for character."""
        return lower(self.prose.text)

    @cached_property
    def wording(self) -> Wording:
        """What is kept of the words of the prose."""
        return Wording.of(self.lowered)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the prose, in lower case: a rule asks them before it scans."""
        return self.wording.words

    @cached_property
    def told_language(self) -> str | None:
        """The language that something tells of the page: not its words alone."""
        return self.languages.told(self.source.path, self.front.data)

    @cached_property
    def language(self) -> Language:
        """The language in which the page is written."""
        told = self.told_language
        return self.languages[
            self.languages.guess(self.words) if told is None else told
        ]

    @cached_property
    def lexicon(self) -> Lexicon:
        """The domain's words in the language of the page."""
        return self.lexicons.get(self.language.code, NO_WORDS)

    @cached_property
    def sentences(self) -> Sentences:
        """The sentences of the prose, in lower case.

        A heading, a cell or an item is one, too.
        """
        return Sentences.of(self.lowered)

    @cached_property
    def unusual(self) -> frozenset[str]:
        """The characters of the source that plain Markdown in English rarely has.

        Not those of ASCII, but for `_`, `<`, tabs and their like. Rules on raw
        characters ask it before they scan, or have some of them as their cues.
        """
        encoded = self.source.text.encode("utf-8", "surrogatepass")
        left = encoded.translate(None, _USUAL)
        return frozenset(left.decode("utf-8", "surrogatepass"))

    @cached_property
    def kinds(self) -> str:
        """The kind of each character of the prose; see `exlint.page.oddities`."""
        return kinds(self.prose.text)

    @cached_property
    def oddities(self) -> frozenset[str]:
        """What is odd about marks in the prose; see `exlint.page.oddities`.

        Rules on marks ask it before they scan.
        """
        return oddities(self.kinds)

    @cached_property
    def lost_nouns(self) -> tuple[LostNoun, ...]:
        """The places where a noun should stand after an article."""
        return tuple(LostNouns(self.source, self.prose, self.words))

    def is_code(self, offset: int) -> bool:
        """Whether an offset stands in code, or what else no reader sees as written."""
        after = bisect_left(self._code, (offset + 1,))
        return after > 0 and offset < self._code[after - 1].end

    @cached_property
    def _code(self) -> tuple[Span, ...]:
        document = self.document
        blocks = (b.span for b in document.walk() if b.kind in ("code", "mark"))
        return tuple(sorted((*document.code_spans, *document.foreign, *blocks)))

    @cached_property
    def statements(self) -> tuple[Match, ...]:
        """The sentences that the patterns of the page type read, in the prose.

        Of patterns that read the same words, the one declared first counts.
        """
        if self.layout is None:
            return ()
        text, words, sentences = self.prose.text, self.words, self.sentences
        loose, found = sentences.is_loose, list[Match]()
        for statement in self.layout.statements:
            pattern, home = statement.pattern, self.prose_homes[statement.field]
            if pattern.words <= words:
                for match in pattern.search(text, sentences, home, loose=loose):
                    if not _overlaps(match, found):
                        found.append(match)
        return tuple(sorted(found, key=lambda match: match.start))

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """What stands in the slots of the statements."""
        return tuple([slot for match in self.statements for slot in match.slots])

    @cached_property
    def assertions(self) -> tuple[tuple[Assertion, Match], ...]:
        """The sentences of free prose that begin as the page type's assertions do.

        They stand in the properties that the assertion names, and are no statements.
        Of those that one sentence may be, the one declared first comes first.
        """
        if self.layout is None or not self.layout.assertions:
            return ()
        assertions, taken = self.layout.assertions, self.statements
        begins = [match.start for match in taken]  # in order, none within another
        free = self.sentences.without((match.start, match.end) for match in taken)
        prose, words = self.prose.text, self.words
        found: list[tuple[Assertion, Match]] = []
        for name, wanted in self.layout.asserting.items():
            likely = {
                needle.text: numbers
                for needle, numbers in wanted
                if needle.words <= words
            }
            for start, end in free.within(*self.prose_homes[name]):
                sentence = free.text[start:end]
                if free.is_loose:
                    sentence = " ".join(sentence.split())
                there = [likely[text] for text in likely if text in sentence]
                for number in sorted(set().union(*there)) if there else ():
                    pattern = assertions[number].pattern
                    match = pattern.read_sentence(prose, free, start, end)
                    if match:
                        before = bisect_left(begins, match.end) - 1
                        if before < 0 or taken[before].end <= match.start:
                            found.append((assertions[number], match))
        return tuple(found)

    def prose_at(self, span: Span) -> Span:
        """Return where the text of a place stands in the prose."""
        return Span(self._prose_position(span.start), self._prose_position(span.end))

    def _prose_position(self, offset: int) -> int:
        """Return where in the prose the first piece from an offset on stands."""
        piece = bisect_left(self.prose.offsets, offset)
        starts = self.prose.starts
        return starts[piece] if piece < len(starts) else len(self.prose.text)

    def home(self, name: str) -> Span:
        """Return the place of a property's section; the page, for no property."""
        field = self.layout.fields.get(name) if self.layout else None
        if field is None:
            return Span(0, len(self.source.text))
        if field.place == "lead":
            return self.record.spans.get(f"/{name}", NOWHERE)
        section = self.section(field.section)
        return section.span if section else NOWHERE

    @cached_property
    def prose_homes(self) -> Mapping[str, Span]:
        """Property → where in the prose its home stands; all of it, for no property."""
        offsets = self.prose.offsets
        starts = (*self.prose.starts, len(self.prose.text))
        sections = {
            name: Span(
                starts[bisect_left(offsets, section.span.start)],
                starts[bisect_left(offsets, section.span.end)],
            )
            for name, section in self._named_sections.items()
        }
        homes = {"": Span(0, len(self.prose.text))}
        for name, spec in self.layout.fields.items() if self.layout else ():
            section_name = spec.section.name if spec.section else ""
            homes[name] = sections.get(section_name, NOWHERE)
            if spec.place == "lead":
                homes[name] = self.prose_at(self.home(name))
        return homes

    @property
    def headings(self) -> tuple[Block, ...]:
        """The headings of the page, without those within lists and quotes."""
        return self.document.headings

    @property
    def lists(self) -> tuple[Block, ...]:
        """Every list of the page, also within other blocks."""
        return self.document.lists

    def scan(self, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], Span]]:
        """Yield the matches of a pattern in the prose, each with its source span."""
        prose = self.prose
        for match in pattern.finditer(prose.text):
            yield match, prose.span(match.start(), match.end())

    def section(self, name: SectionName | None) -> Section | None:
        """Return the section that a field names, if the page has it."""
        return self._named_sections.get(name.name) if name else None

    @cached_property
    def _named_sections(self) -> Mapping[str, Section]:
        """The sections that the layout knows, by name; of several the first."""
        last_first = reversed(self.sections)
        return {part.name.name: part for part in last_first if part.name}

    def section_at(self, offset: int) -> Section | None:
        """Return the section within which an offset stands."""
        found = None
        for section in self.sections:
            if section.span.start > offset:
                break
            found = section
        return found


def _overlaps(match: Match, others: Iterable[Match]) -> bool:
    start, end = match.start, match.end
    for _, other_start, other_end, _ in others:  # faster than `any`
        if start < other_end and other_start < end:
            return True
    return False
