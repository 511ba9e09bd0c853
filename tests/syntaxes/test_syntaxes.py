"""What other syntaxes add to pages: unflagged, unharmed, and no cover for mistakes."""

from __future__ import annotations

import shutil
from collections import defaultdict
from pathlib import Path

import pytest

from exlint.cli import main
from exlint.diagnostic import Diagnostic
from exlint.markdown import Document, parse, parse_commonmark
from exlint.page.reading import PageTypes
from exlint.site import Site
from exlint.text import Source, Span
from tests.markdown.checks import check_order
from tests.support import run, types_of

HERE = Path(__file__).parent
PAGES = {path.name: path.read_text("utf-8") for path in HERE.glob("pages/*.md*")}
MOVE = """{"properties": {
    "name": {"x-markdown": {"at": "title"}},
    "steps": {"x-markdown": {"section": "Steps", "as": "ordered-list"},
              "type": "array"},
    "notes": {"x-markdown": {"section": "Notes", "as": "text"}, "type": "string"}
}}"""

# Page, its text, what is wrong in its place, the rule that says so, and where.
TRAPS = [
    ("abbreviations.md", "when your HR", "when your your HR", "doubled-word", "your y"),
    ("abbreviations.md", "in HIIT and", "in {sport} and", "placeholder", "{sport}"),
    ("admonitions.md", "A short walk", "A short short walk", "doubled-word", "short s"),
    ("admonitions.md", "the floor.", "the [floor](flor.md).", "broken-link", "flor"),
    ("admonitions.md", "a long step", "an long step", "article-agreement", "an long"),
    ("admonitions.md", "for ten", "for {{number}}", "placeholder", "{{number}}"),
    ("attributes.md", "Lie on", "Lie on on", "doubled-word", "on on"),
    ("attributes.md", "(#steps)", "(#stepps)", "broken-anchor", "#stepps"),
    ("callouts.md", "Keep them", "Keep them them", "doubled-word", "them them"),
    ("comments.md", "Lower your", "Lower your your", "doubled-word", "your your"),
    ("components.mdx", "Your hands", "Your hands hands", "doubled-word", "hands h"),
    ("components.mdx", "the other", "the the other", "doubled-word", "the the other"),
    ("components.mdx", "} steps.", "} [steps](no.mdx).", "broken-link", "no.mdx"),
    ("contents.md", "Climb down", "Climb down down", "doubled-word", "down down"),
    ("dataview.md", "a friend]", "an friend]", "article-agreement", "an friend"),
    ("dataview.md", "for most", "for for most", "doubled-word", "for for"),
    ("directives.md", "can hold for", "can hold for for", "doubled-word", "for for"),
    ("directives.md", "Look ahead.", "Look [up](no.md).", "broken-link", "no.md"),
    ("directives.md", "your face.", "your {face}.", "placeholder", "{face}"),
    ("docusaurus.mdx", "Your hips", "Your hips hips", "doubled-word", "hips hips"),
    ("docusaurus.mdx", "Bend one", "Bend [one](no.md)", "broken-link", "no.md"),
    ("docusaurus.mdx", "(#l-sit)", "(#l-sitt)", "broken-anchor", "#l-sitt"),
    ("esm.md", "Take a light", "Take an light", "article-agreement", "an light"),
    ("footnotes.md", "at first.", "at first.[^3]", "broken-footnote", "[^3]"),
    ("footnotes.md", "A second", "A second second", "doubled-word", "second second"),
    ("footnotes.md", "trained with", "trained with with", "doubled-word", "with with"),
    ("footnotes.md", "squat is", "squat [is][was]", "malformed-link", "[is][was]"),
    ("icons.md", "before you", "before before you", "doubled-word", "before b"),
    ("icons.md", "A soft ball", "An soft ball", "article-agreement", "An soft"),
    ("icons.md", "(#steps)", "(#step)", "broken-anchor", "#step"),
    ("keys-and-marks.md", "to print", "to to print", "doubled-word", "to to"),
    ("keys-and-marks.md", "your legs", "your your legs", "doubled-word", "your your"),
    ("kramdown.md", "on the weight", "on on the weight", "doubled-word", "on on"),
    ("kramdown.md", "At all times", "At all all times", "doubled-word", "all all"),
    ("lists-and-tables.md", "is a box", "is an box", "article-agreement", "an box"),
    ("liquid.md", "Stand tall", "Stand tall tall", "doubled-word", "tall tall"),
    ("liquid.md", " reps. Read", " {weight}. Read", "placeholder", "{weight}"),
    ("liquid.md", "2. Bow.", "2. Bow {{name is.", "placeholder", "{{name"),
    ("math.md", "of a jump", "of of a jump", "doubled-word", "of of"),
    ("math.md", "A mat costs", "A mat mat costs", "doubled-word", "mat mat"),
    ("math.md", "$50 and a", "$50 and an", "article-agreement", "an vest"),
    ("myst.md", "Begin at a", "Begin at at a", "doubled-word", "at at"),
    ("myst.md", "(#handstand-page)", "(#hand)", "broken-anchor", "#hand"),
    ("quarto.md", "Put a mat", "Put an mat", "article-agreement", "an mat"),
    ("quarto.md", "as @hips2001", "as as @hips2001", "doubled-word", "as as"),
    ("shortcodes.md", "Keep your", "Keep your your", "doubled-word", "your your"),
    ("shortcodes.md", "the height", "the the height", "doubled-word", "the the height"),
    ("shortcodes.md", "Take hold", "[Take](no.md) hold", "broken-link", "no.md"),
    ("snippets.md", "Chalk helps.", "Chalk helps helps.", "doubled-word", "helps h"),
    ("snippets.md", "your body", "your {part}", "placeholder", "{part}"),
    ("vitepress.md", "Your arms", "Your your arms", "doubled-word", "Your your"),
    (
        "vitepress.md",
        "$params.reps }}",
        "$params.reps }} {reps}",
        "placeholder",
        "{reps",
    ),
    ("toml-front-matter.md", "Step down", "Step step down", "doubled-word", "Step s"),
]
MENDED = {"doubled-word", "article-agreement"}


def _found(name: str, text: str, types: PageTypes | None = None) -> list[Diagnostic]:
    site = Site(files=frozenset({name}))
    return run({name: text}, types, "example" if types else None, site)


def _said(found: list[Diagnostic]) -> list[str]:
    return [f"{item.start.line}: {item.rule}: {item.finding.message}" for item in found]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_page_of_another_syntax_is_clean(name: str, line_end: str) -> None:
    text = PAGES[name].replace("\n", line_end)
    assert _said(_found(name, text)) == []
    assert _said(_found(name, text, types_of(MOVE))) == []


@pytest.mark.parametrize(("name", "good", "bad", "rule", "where"), TRAPS)
def test_a_mistake_beside_a_syntax_is_found(
    name: str, good: str, bad: str, rule: str, where: str
) -> None:
    assert PAGES[name].count(good) == 1
    text = PAGES[name].replace(good, bad)
    (found,) = _found(name, text)
    assert found.rule == rule
    assert text.startswith(where, found.finding.span.start)


def test_every_page_has_a_mistake_beside_it() -> None:
    assert {name for name, *_ in TRAPS} == set(PAGES)


def test_fixes_mend_the_mistakes_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = defaultdict(str, PAGES)
    for name, good, bad, rule, _ in TRAPS:
        if rule in MENDED:
            broken[name] = broken[name].replace(good, bad)
    for name, text in broken.items():
        (tmp_path / name).write_bytes(text.encode())
    monkeypatch.chdir(tmp_path)
    main(["--fix", "--unsafe-fixes"])
    for name, text in PAGES.items():
        assert (tmp_path / name).read_bytes() == text.encode(), name


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_places_are_in_order(name: str, line_end: str) -> None:
    text = PAGES[name].replace("\n", line_end)
    document = parse(Source.of(name, text))
    check_order(document.blocks, Span(0, len(text)))
    offsets = document.prose.offsets
    assert list(offsets) == sorted(offsets)
    for span in document.foreign:
        assert 0 <= span.start < span.end <= len(text)


def test_a_page_without_marks_is_commonmark() -> None:
    text = "# Squat\n\nSee [it](it.md): 5 % or more!\n\n- a\n- b\n\n    code\n"
    source = Source.of("page.md", text)
    assert parse(source) == parse_commonmark(source)


def _document(text: str, path: str = "page.md") -> Document:
    return parse(Source.of(path, text))


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("Lift $5 or $10 of it.", "Lift $5 or $10 of it."),
        ("Lift $x$ kilos.", "Lift \ufffc kilos."),
        ("Lift \\$x\\$ kilos.", "Lift $x$ kilos."),
        ("Write `$x$` and `{{ x }}`.", "Write \ufffc and \ufffc."),
        ("See [[Squat]].", "See Squat."),
        ("See [[a/Squat#Steps|the *steps*]].", "See the steps."),
        ("See [[#Steps]].", "See Steps."),
        ("See [[1]](x).", "See [1]."),
        ("See \\[[Squat]].", "See [[Squat]]."),
        ("Squat[^1], then rest [^a].", "Squat, then rest."),
        ("A \\(small\\) \\[word\\].", "A (small) [word]."),
        ("Sets:: 3", "Sets:: 3"),
        ("**Sets**:: 3 [[A]]", "Sets: 3 A"),
        ("At 10:30 it is 1::2 [[A]]", "At 10:30 it is 1::2 A"),
        ("Do {reps} and {{ reps }} reps.", "Do {reps} and {{ reps }} reps."),
        ("{++new++}{--old--} {==text==}", "new text"),
    ],
)
def test_prose_is_what_a_reader_sees(text: str, prose: str) -> None:
    document = _document(text)
    assert document.prose_of(document.blocks[0]) == prose


def test_text_like_an_admonition_stays_text() -> None:
    for text in ("!!! What a move", "??? is what I say", ":: 5", "=== or so", "/ or"):
        assert [block.kind for block in _document(text).blocks] == ["paragraph"]


def test_a_footnote_is_no_link_reference() -> None:
    document = _document("Squat[^1].\n\n[^1]: Lunge\n")
    assert document.references == frozenset()
    assert document.links == ()


def test_links_of_a_vault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    vault = tmp_path / "vault"
    shutil.copytree(HERE / "vault", vault)
    assert main([str(vault)]) == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    ("good", "bad", "message"),
    [
        ("[[knee bend]]", "[[Sqat]]", "no page '[[Sqat]]': did you mean '[[Squat]]'?"),
        ("[[knee bend]]", "[[notes/Squat]]", "no page '[[notes/Squat]]'"),
        ("[[knee bend]]", "![[sqat.png]]", "no file '[[sqat.png]]'"),
        ("[[Squat|", "[[Squat#Stepps|", "no anchor '#Stepps' on"),
        ("[[Squat|", "[[#Pro tip|", "no anchor '#Pro tip' on this page: did you mean"),
        ("[[Squat|", "[[Squat#^none|", "no anchor '#^none' on"),
    ],
)
def test_wiki_links_that_lead_nowhere(good: str, bad: str, message: str) -> None:
    vault = HERE / "vault"
    files = {path.relative_to(vault).as_posix(): path for path in vault.glob("**/*.*")}
    pages = {
        name: path.read_text("utf-8")
        for name, path in files.items()
        if name.endswith(".md")
    }
    pages["moves/Lunge.md"] = pages["moves/Lunge.md"].replace(good, bad)
    (found,) = run(pages, site=Site(files=frozenset(files)))
    assert found.path == "moves/Lunge.md"
    assert message in found.finding.message
    where = bad.strip("![").partition("|")[0].rstrip("]")
    assert pages[found.path][found.finding.span.start :].startswith(where)


def test_template_languages_of_the_configuration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    page = "# {{ name }}\n\nDo @[reps]@ reps, see [it]({{slug}}), {rest}.\n"
    Path("page.md").write_text(page, "utf-8")
    assert main(["--select", "placeholder"]) == 1
    config = '[markdown]\ntemplates = ["liquid", "@[ ]@"]\n'
    Path("exlint.toml").write_text(config, "utf-8")
    capsys.readouterr()
    assert main(["--select", "placeholder", "--output-format", "concise"]) == 1
    out = capsys.readouterr().out
    assert "'{rest}'" in out
    assert "1 problem" in out
    Path("exlint.toml").write_text('[markdown]\ntemplates = ["pascal"]\n', "utf-8")
    assert main([]) == 2
    assert "expected two marks such as '{{ }}'" in capsys.readouterr().err
