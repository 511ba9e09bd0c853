"""Generators of Markdown: documents made of blocks, and texts made of marks."""

import re

from hypothesis import strategies as st

from exlint.text import BOM

Lines = list[str]

WORDS = (
    *("push", "sled", "the", "a", "1.", "-", "+", "*", "#", "=", "|", ">", "\\", "é"),
    *(
        "😀",
        "\u00a0",
        "\u3000",
        "\0",
        "\t",
        "&amp;",
        "&",
        "`code`",
        "*soft*",
        "**loud**",
    ),
    *("~~gone~~", "[text](target)", "[label]", "![image](source)", "<http://a.b>"),
    *("<i>", "<br>", "<!-- note -->", "snake_case", "**", "`", "[", "](", "a|b", "\\|"),
)
MARKS = (
    *("- ", "* ", "+ ", "1. ", "2) ", "12. ", "> ", ">", "    ", "  ", "\t", " ", "\\"),
    *("\n", "\n", "\n\n", "\n\n\n", "\r\n", "\r", "a", "b c", "x | y", "|", "---"),
    *("===", "--", "=", "| --- | --- |\n", "--|--\n", "```", "~~~", "```x", "~~", "~"),
    *("<div>", "</div>", "<!--", "-->", "<a>", "<?", "?>", "<pre>", "</pre>", "<br>"),
    *("# ", "## x", "#", "***", "* * *", "_", "*", "**", "__", "`", "!", "[", "]", "("),
    *(")", "](", "![", "[l]: /u", "[l]", "[m]: <b> 't\n", "[l](u)", "[l]( <u> 't' )"),
    *("![i](s)", "<h:x.y>", "<x@y.z>", "\\|", "&amp;", "&", "&#0;", "*a*", "**b**"),
    *("\\\n", "  \n", "[l][m]", "\u00a0", "\x0b", "\u3000", "\x1c", "\x85", "\u2028"),
    *("é", "😀", "\ufffd", "\0", "\ufeff", "+++\n", "...\n"),
)
LINES = (
    *(
        "",
        "",
        "",
        "",
        " ",
        "\t",
        "  ",
        "Text.",
        "Text. ",
        "Text.\t",
        " text",
        "   text",
    ),
    *("    code", "\tcode", "a | b", "--|--", "| --- | --- |", "===", "---", "- - -"),
    *("----------", "***", "* * *", "****", "___", "__", "-- -", "--", "*", "-", "+"),
    *("# One", "## Two", "###### Six", "####### Seven", "#", "# ", "# #", "# One #"),
    *("# One # ", "# C#", "#\tTab", "#One", "#  Wide", "# a | b", " # Shifted", "#-"),
    *(
        "- a",
        "- a",
        "- b ",
        "-  wide",
        "-     code",
        "-\ttab",
        " - a",
        "  - a",
        "   - a",
    ),
    *(
        "- - a",
        "- # One",
        "- 1. a",
        "- 1 a",
        "- **Key:** b",
        "- [x](y)",
        "- a | b",
        "- ",
    ),
    *("- ---", "- ***", "- > a", "- ```", "- <b>", "- | a |", "- \u00a0", "- a\u00a0"),
    *("* a", "* **a** b", "* *a*", "* * a", "+ a", "+ a  ", "+ + a", "*a*", "**a** b"),
    *("1. a", "2. b", "1) a", "3. ", "3.", "10. ten", "0. a", " 1. a", "1.  wide"),
    *("123456789. a", "1234567890. a", "1.a", "1. # One", "1. **a**", "1. 2. b"),
    *("1. 30-45", "30-45 sets", "3 sets", "3", "1.5 sets", "٣ sets", "٣. sets", "_a_"),
    *("> a", ">", "```", "~~~", "<div>", "<!-- a -->", "[x]: /y", "- [x]: /y", "[x]"),
    *("\u00a0", "a\u00a0", "\u00a0a", "\x0c", "a\x0c", "a\x1c", "a\x85", "\u2028"),
    *("a\u2028- b", "# a\u2029", "- a\x0bb", "é", "😀", "\ufeff", "\ufeff- a", "\0"),
    *("  a\\", "a  ", "- a\n- b\n- c", "1. a\n2. b", "- a\n\n- b", "- a\n  b", "a\nb"),
)
"""Lines that are plain blocks (`markdown/plain.py`), and such as are almost."""
LINE_ENDS = ("\n", "\r\n", "\r")

_QUOTED_TAB = re.compile(r">[ \t]*\t")


def _is_in_columns(text: str) -> bool:
    """Whether no tab follows the mark of a quote.

    Within a second quote the library loses count of its columns there, and cuts the
    text of an item in the wrong place.
    """
    return not _QUOTED_TAB.search(text)


_text = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
_texts = st.lists(_text, min_size=1, max_size=3)


def _heading(text: str, level: int, tail: str) -> Lines:
    return ["#" * level + " " + text + tail]


def _setext(texts: Lines, mark: str) -> Lines:
    return [*texts, mark * 3]


def _fence(texts: Lines, fence: str, closes: bool) -> Lines:
    return [fence + "info", *texts, "", *([fence] if closes else [])]


def _table(rows: list[Lines]) -> Lines:
    head, *body = ["| " + " | ".join(row) + " |" for row in rows]
    return [head, "|:--" * len(rows[0]) + "|", *body]


def _reference(label: str, title: str) -> Lines:
    return [f"[{label}]: /target{title}"]


_leaves: st.SearchStrategy[Lines] = st.one_of(
    _texts,
    st.builds(_heading, _text, st.integers(1, 6), st.sampled_from(["", " ##", "  "])),
    st.builds(_setext, _texts, st.sampled_from("=-")),
    st.builds(_fence, _texts, st.sampled_from(["```", "~~~~"]), st.booleans()),
    _texts.map(lambda texts: ["    " + text for text in texts]),
    _texts.map(lambda texts: ["<div>", *texts, "</div>"]),
    st.sampled_from([["***"], ["- - -"], ["___ "]]),
    st.lists(st.lists(_text, min_size=2, max_size=2), min_size=1, max_size=3).map(
        _table
    ),
    st.builds(_reference, st.sampled_from(["label", "x"]), st.just(' "title"')),
)


def _joined(blocks: list[Lines], gap: int) -> Lines:
    found: Lines = []
    for block in blocks:
        found += [""] * gap * bool(found) + block
    return found


def _quote(lines: Lines, mark: str, lazy: set[int]) -> Lines:
    return [
        line if number in lazy else mark + line for number, line in enumerate(lines)
    ]


def _list(items: list[Lines], marks: Lines, lazy: set[int]) -> Lines:
    found: Lines = []
    for number, item in enumerate(items):
        mark = marks[number % len(marks)]
        indent = " " * len(mark.expandtabs(4))
        found.append(mark + item[0])
        found += [
            line if not line or at in lazy else indent + line
            for at, line in enumerate(item[1:], 1)
        ]
    return found


def _containers(inner: st.SearchStrategy[Lines]) -> st.SearchStrategy[Lines]:
    lazy = st.sets(st.integers(1, 4), max_size=2)
    blocks = st.builds(
        _joined, st.lists(inner, min_size=1, max_size=3), st.integers(0, 2)
    )
    marks = st.sampled_from([["- "], ["*   "], ["1. ", "2. "], ["7) "], ["-\t"]])
    return st.one_of(
        st.builds(_quote, blocks, st.sampled_from(["> ", ">", " > "]), lazy),
        st.builds(_list, st.lists(blocks, min_size=1, max_size=3), marks, lazy),
    )


_blocks = st.recursive(_leaves, _containers, max_leaves=6)


def _document(blocks: list[Lines], gap: int, begin: str, end: str) -> str:
    return begin + "\n".join(_joined(blocks, gap)) + end


def plain_documents() -> st.SearchStrategy[str]:
    """Documents of nested blocks; lines end with LF."""
    texts = st.builds(
        _document,
        st.lists(_blocks, min_size=1, max_size=4),
        st.integers(0, 2),
        st.sampled_from(["", "\n", "---\nkey: value\n---\n", "+++\nkey = 1\n+++\n"]),
        st.sampled_from(["", "\n", "\n\n", "  "]),
    )
    return texts.filter(_is_in_columns)


def with_line_ends(text: str, line_ends: list[str]) -> str:
    """A text whose lines end in the given ways, in turn."""
    lines = text.split("\n")
    ends = [line_ends[number % len(line_ends)] for number in range(len(lines) - 1)]
    return "".join(map("".join, zip(lines, [*ends, ""], strict=True)))


def documents() -> st.SearchStrategy[str]:
    """Documents of nested blocks with any line ends, some with a byte order mark."""
    line_ends = st.lists(st.sampled_from(LINE_ENDS), min_size=1, max_size=3)
    texts = st.builds(with_line_ends, plain_documents(), line_ends)
    return st.builds("{}{}".format, st.sampled_from(["", BOM]), texts)


def soup() -> st.SearchStrategy[str]:
    """Texts made of the marks of Markdown, in no order."""
    texts = st.lists(st.sampled_from(MARKS), max_size=30).map("".join)
    return texts.filter(_is_in_columns)


def inline_soup() -> st.SearchStrategy[str]:
    """Paragraphs made of the marks of inline Markdown, in no order."""
    return st.lists(st.sampled_from(WORDS), max_size=20).map("".join)


def lines() -> st.SearchStrategy[str]:
    """Texts of lines that are plain blocks where nothing stands in the way."""
    return st.builds(
        "{}{}".format,
        st.lists(st.sampled_from(LINES), max_size=12).map("\n".join),
        st.sampled_from(["", "\n", "\n\n", "\n  ", "\n\n "]),
    ).filter(_is_in_columns)


_INLINES = (
    *(
        "a",
        "b c",
        " ",
        "  ",
        ".",
        ":",
        ",",
        "*",
        "**",
        "_",
        "__",
        "***",
        "~~",
        "`",
        "``",
    ),
    *("[", "]", "(", ")", "](", "![", "!", "<", "&", "\\", "\n", "\n ", "  \n", "\t\n"),
    *(
        "[a](b)",
        "[a b](/c#d)",
        "[a](//b)",
        "[a](b c)",
        "[a]()",
        "[a](<b>)",
        "[l]",
        "[L]",
    ),
    *("[a](https://b.example/c-d)", "(https://b.example:80/)", "[a][l]", "[a][ M  m ]"),
    *(
        "[l][]",
        "[l][x]",
        "[x][l]",
        "**bold**",
        "**Key:** b",
        "*soft*",
        "__loud__",
        "_low_",
    ),
    *(
        "`code`",
        "`a [b`",
        "`` ` ``",
        "` `",
        "é",
        "“",
        "—",
        "€",
        "😀",
        "\u00a0",
        "\u3000",
    ),
    *("\x1c", "?q=a", "#f", "3", "/", "-"),
)


def inline_contents() -> st.SearchStrategy[str]:
    """Inline content that is simple (`markdown/simple_inlines.py`), or almost."""
    return st.lists(st.sampled_from(_INLINES), max_size=8).map("".join).map(str.strip)
