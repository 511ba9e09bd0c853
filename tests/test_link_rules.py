"""The rules on links: what they see, and what looks like a link and is none."""

from __future__ import annotations

import pytest

from exlint.rules import RULES
from exlint.site import Site
from tests.support import ROOT, report, run

SITE = Site(files=frozenset({"page.md", "squat.md"}), base_url="https://moves.example")


def found(rule: str, text: str) -> str:
    """The findings of one rule on a page, one a line."""
    return report(run({"page.md": text}, site=SITE, rules=[rule]), rule)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[](squat.md)", "1:1: link without text"),
        ("[Squat]()", "1:1: link without a target"),
        ("[Squat](#)", "1:9: link to '#', which leads nowhere"),
        ("[a](b c)", "1:1: space in the target of a link"),
        ("![a](my image.png)", "1:2: space in the target of a link"),
        (
            "[a] (https://b.example)",
            "1:1: space between the text and the target of a link",
        ),
        ("[a]\n(/b)", "1:1: space between the text and the target of a link"),
        ("[a](https://b.example", "1:1: bracket is not closed"),
        ("see [a](/b and so on.", "1:5: bracket is not closed"),
        ("[a(https://b.example)", "1:1: bracket is not closed"),
        ("a](https://b.example)", "1:2: bracket is not opened"),
        (
            "(a)[/b]",
            "1:1: round and square brackets of a link are the wrong way round",
        ),
        ("[the squat][sqat]", "1:1: no reference 'sqat' is defined"),
        ("[the squat][]", "1:1: no reference 'the squat' is defined"),
        ("[a](javascript:b)", "1:1: target of a link that no browser follows"),
        ("[a](//b/c)", "1:5: doubled slash in the target"),
        ("[a](/b//c)", "1:5: doubled slash in the target"),
        ("[a](https://b.example//c)", "1:5: doubled slash in the target"),
        ("[a](htps://b.example)", "1:5: no scheme 'htps:': did you mean 'https:'?"),
        ("[a](hhttp://b.example)", "1:5: no scheme 'hhttp:': did you mean 'http:'?"),
        ("[a](http:/b.example)", "1:5: '//' missing after ':'"),
        ("[a](https:b.example)", "1:5: '//' missing after ':'"),
        ("[a](https//b.example)", "1:5: address without 'https://'"),
        ("[a](www.b.example)", "1:5: address without 'https://'"),
        ("[a](https://https://b.example)", "1:5: scheme written twice"),
        ("[a](https:///b)", "1:5: no host in the address"),
        ("[a](https://moves/b)", "1:5: no such host: 'moves'"),
        ("[a](https://www,b.example)", "1:5: no such host: 'www,b.example'"),
        ("[a](https://wwww.b.example)", "1:5: no such host: 'wwww.b.example'"),
        ("[a](https://b.con/c)", "1:5: no such host: 'b.con'"),
        ("[a](coach@b.example)", "1:5: e-mail address without 'mailto:'"),
        ("[a](mailto:coach)", "1:5: 'mailto:' without an e-mail address"),
        (r"[a](b\c.md)", "1:5: backslash in the target"),
        ("[a](C:/b.md)", "1:5: link to a file on somebody's computer"),
        (
            "[a](http://localhost:3000/b)",
            "1:5: link to 'localhost', a host for development",
        ),
        ("<http://127.0.0.1/b>", "1:2: link to '127.0.0.1', a host for development"),
        (
            "[a](https://staging.b.example)",
            "1:5: link to 'staging.b.example', a host for development",
        ),
        ("[a](http://mac.local/b)", "1:5: link to 'mac.local', a host for development"),
        (
            "[a][b]\n\n[b]: http://mac.local/b",
            "1:1: link to 'mac.local', a host for development",
        ),
        ("[a](https://moves.example/squat.md)", "1:5: '.md' in an address of the site"),
    ],
)
def test_malformed_links_are_found(text: str, message: str) -> None:
    assert found("malformed-link", text) == message


@pytest.mark.parametrize(
    "text",
    [
        "- [ ] one\n- [x] two\n- [x] (/three) done",
        "A study[^1] and another[^2][^3].\n\n[^1]: Of 2001.",
        "[[Squat]] and [[squat|the squat]] and ![[squat.png]]",
        "`[a](b c)` and a[0](b c), w[i][j], [i][j], [1][2], f[x] (/y)",
        "He said it [sic] (or so), [at first] (later not).",
        "> [!NOTE]\n> Breathe.",
        "!!! note [a]\n    text",
        "$[a, b](x y)$ and $x$",
        r"\[a\](b c) and \[a\]\[b\] and [a\](b c)",
        "[a]({{ site.url }}/b c) and [a]({% link b.md %}) and [a](${base}//b)",
        "![a](b.png =100x20) and [a](<b c.md>)",
        "[a](b%20c.md) and [a]( b.md ) and [a](b.md 'c d')",
        "[](){#anchor}",
        "[a](//cdn.example/b.js) and [a](/go?to=https://b.example//c)",
        "[a](https://web.example/2019/http://b.example/c)",
        "[a](https://b.example:8080/c_(d)) and <coach@b.example>",
        "[a](mailto:coach@b.example) and [a](tel:+49123) and [a](obsidian://open)",
        "[a](https://dev.example/b.md) and [a](squat.md) and [a](/squat.md)",
        "[see the notes (https://b.example) below]",
        "[[1](squat.md)] and [![a](b.png)](squat.md)",
        "[a] and [b]: c [d]",
        "Take [10–12] (warm-up) or [light]/[heavy] weights.",
        "<https://b.example/c>",
        "Type [a](b c\nd",
    ],
)
def test_what_looks_like_a_malformed_link_and_is_none(text: str) -> None:
    assert found("malformed-link", text) == ""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("See https://b.example/c.", "1:5: bare address 'https://b.example/c'"),
        ("(http://b.example/c_(d))", "1:2: bare address 'http://b.example/c_(d)'"),
        ("- *https://b.example*", "1:4: bare address 'https://b.example'"),
        (
            "| a |\n|---|\n| https://b.example |",
            "3:3: bare address 'https://b.example'",
        ),
    ],
)
def test_bare_addresses_are_found(text: str, message: str) -> None:
    assert found("bare-url", text) == message


@pytest.mark.parametrize(
    "text",
    [
        "<https://b.example>, [https://b.example](/c), `https://b.example`",
        "    https://b.example",
        '<a href="https://b.example">https://b.example</a>',
        "[a]: https://b.example\n\nSee [a].",
        "{{< video https://b.example >}} and {% embed https://b.example %}",
        "It begins with https:// or http://.",
        "---\nsource: https://b.example\n---\n",
        "[a] (https://b.example) and [a](https://b.example c) and (a)[https://b.example]",
        "![[https://b.example]]",
    ],
)
def test_what_is_no_bare_address(text: str) -> None:
    assert found("bare-url", text) == ""


CONTENT = ROOT / "examples/content"
SQUAT = "exercise/barbell-back-squat.md"
LINK = "[More Quad Exercises](https://moves.example/exercises/muscle/quads)"


@pytest.mark.parametrize(
    ("instead", "expected"),
    [
        (LINK, None),
        (LINK.replace("quads", "quads/"), None),
        (LINK.replace("https://moves.example", ""), None),
        (LINK.replace("Quad", "Quads"), None),
        (LINK.replace("More Quad Exercises", "Train your legs"), None),
        ("Nothing.", "missing-related-link"),
        (LINK.replace("quads", "lats"), "wrong-related-link"),
        (LINK.replace("Quad", "Lat"), "wrong-related-link"),
        (LINK.replace("Quad", "Lat").replace("quads", "lats"), "wrong-related-link"),
        (LINK.replace("exercises/muscle/quads", "about"), "wrong-related-link"),
        (LINK.replace("quads", "quad"), "broken-link"),
        (LINK.replace("muscle", "musle"), "broken-link"),
        (LINK.replace("quads", "Quads"), "broken-link"),
        (LINK.replace("quads", "quads#none"), "broken-anchor"),
        (LINK.replace("https", "http"), "insecure-link"),
        (f"{LINK}\n- {LINK}", "duplicate-link"),
        (LINK.replace("](", "] ("), "malformed-link"),
        (LINK.replace("](", "("), "malformed-link"),
        (LINK.replace(")", ""), "malformed-link"),
        (LINK.replace("[", ""), "malformed-link"),
        (LINK.replace("More Quad Exercises", ""), "malformed-link"),
        ("[More Quad Exercises]()", "malformed-link"),
        ("[More Quad Exercises](#)", "malformed-link"),
        ("[More Quad Exercises][quads]", "malformed-link"),
        (LINK.replace("https", "htps"), "malformed-link"),
        (LINK.replace("moves.", "mvoes."), "malformed-link"),
        (LINK.replace("quads", "quads.md"), "malformed-link"),
        (LINK.replace("/muscle", "//muscle"), "malformed-link"),
        ("https://moves.example/exercises/muscle/quads", "bare-url"),
    ],
)
def test_one_cause_is_reported_once(instead: str, expected: str | None) -> None:
    files = {
        path.relative_to(CONTENT).as_posix(): path.read_text("utf-8")
        for path in CONTENT.rglob("*.md")
    }
    assert LINK in files[SQUAT]
    page = files[SQUAT].replace(LINK, instead)
    others = {SQUAT: page, "exercises/muscle/quads.md": "# Quads\n"}
    site = Site(files=frozenset(files), base_url="https://moves.example")
    rules = [rule.name for rule in RULES if rule.group == "links"]
    diagnostics = run(others, site=site, rules=rules)
    names = [item.rule for item in diagnostics if item.path == SQUAT]
    assert names == ([expected] if expected else [])


def test_anchors_are_left_alone_where_text_joins_the_page() -> None:
    assert found("broken-anchor", "# A\n\n[b](#b)\n") == (
        "3:5: no anchor '#b' on this page"
    )
    assert found("broken-anchor", '# A\n\n[b](#b)\n\n--8<-- "b.md"\n') == ""
