"""Where links lead: addresses, files, permalinks, routes, anchors, the base URL."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exlint.diagnostic import Confidence
from exlint.markdown import parse
from exlint.site import (
    SLUG_STYLES,
    Base,
    Site,
    SlugStyle,
    anchors_of,
    detect_base,
    detect_base_url,
    read_routes,
    split_address,
)
from exlint.site.address import normal_path
from exlint.text import Source

FILES = frozenset(
    f"content/{path}"
    for path in (
        "about.md",
        "index.md",
        "exercise/squat.md",
        "exercise/front-squat.md",
        "exercise/split squat.md",
        "exercise/übung.md",
        "exercises.md",
        "exercises/core.md",
        "exercises/muscle/quads.md",
        "guides/README.md",
        "guides/warm-up/index.md",
        "hugo/_index.md",
        "loose/notes.md",
        "media/squat.png",
        "static/img/logo.svg",
        "plan.pdf",
    )
)
SITE = Site("content", FILES, "https://moves.example")
PAGE = "content/exercise/squat.md"


def told(site: Site, target: str, source: str = PAGE) -> str:
    """A resolution in one word or two."""
    found = site.resolve(source, target)
    words = [found.kind, found.path.removeprefix("content/") or found.address]
    if found.fragment:
        words.append(f"#{found.fragment}")
    if found.confidence < Confidence.HIGH:
        words.append(found.confidence.label)
    return " ".join(filter(None, words))


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        # the site's own addresses
        ("https://moves.example/exercise/squat", "page exercise/squat.md"),
        ("https://moves.example/exercise/squat/", "page exercise/squat.md"),
        ("https://moves.example/exercise/squat.html", "page exercise/squat.md"),
        ("https://moves.example/exercise/squat.md", "page exercise/squat.md"),
        ("https://moves.example/exercise/squat?from=a", "page exercise/squat.md"),
        ("https://moves.example/exercise//squat", "page exercise/squat.md"),
        ("https://moves.example/exercise/../about", "page about.md"),
        ("http://moves.example/about", "page about.md"),
        ("https://www.moves.example/about", "page about.md"),
        ("https://MOVES.example/about", "page about.md"),
        ("https://moves.example", "page index.md"),
        ("https://moves.example/", "page index.md"),
        ("https://moves.example/index.html", "page index.md"),
        ("https://moves.example/exercises", "page exercises.md"),
        ("https://moves.example/guides/", "page guides/README.md"),
        ("https://moves.example/guides/warm-up", "page guides/warm-up/index.md"),
        ("https://moves.example/hugo/", "page hugo/_index.md"),
        ("https://moves.example/loose/", "folder"),
        ("https://moves.example/exercise/squat#steps", "page exercise/squat.md #steps"),
        (
            "https://moves.example/exercise/split%20squat",
            "page exercise/split squat.md",
        ),
        ("https://moves.example/exercise/%C3%BCbung", "page exercise/übung.md"),
        ("https://moves.example/exercise/sqat", "missing /exercise/sqat"),
        ("https://moves.example/exercise/Squat", "missing /exercise/Squat"),
        ("https://moves.example/pricing", "missing /pricing medium"),
        ("https://moves.example/media/squat.png", "file media/squat.png"),
        ("https://moves.example/media/lunge.png", "missing /media/lunge.png"),
        # root-relative
        ("/exercises/core", "page exercises/core.md"),
        ("/exercises/core#top", "page exercises/core.md #top"),
        ("/exercises/arms", "missing /exercises/arms"),
        ("/img/logo.svg", "file"),
        ("/fonts/a.woff2", "unknown"),
        # relative
        ("front-squat.md", "page exercise/front-squat.md"),
        ("./front-squat.md", "page exercise/front-squat.md"),
        ("front-squat", "page exercise/front-squat.md"),
        ("../exercises/core.md", "page exercises/core.md"),
        ("../exercises/core.html", "page exercises/core.md"),
        ("../exercises/core/", "page exercises/core.md"),
        ("../front-squat/", "page exercise/front-squat.md"),
        ("split%20squat.md", "page exercise/split squat.md"),
        ("../guides", "page guides/README.md"),
        ("..", "page index.md"),
        ("../media/squat.png", "file media/squat.png"),
        ("../media/lunge.png", "missing media/lunge.png"),
        ("../images/lunge.png", "missing images/lunge.png"),
        ("../images/lunge.webp", "missing images/lunge.webp low"),
        ("../plan.pdf", "file plan.pdf"),
        ("lunge.md", "missing exercise/lunge.md"),
        ("Front-Squat.md", "missing exercise/Front-Squat.md"),
        ("../../LICENSE", "unknown"),
        ("../../../else/where.md", "unknown"),
        # on the page itself
        ("#steps", "page exercise/squat.md #steps"),
        ("#tips%20und%20tricks", "page exercise/squat.md #tips und tricks"),
        ("?print=1", "page exercise/squat.md"),
        # elsewhere
        ("https://other.example/exercise/squat", "external"),
        ("//other.example/exercise/squat", "external"),
        ("//moves.example/about", "page about.md"),
        ("https://moves.example.evil.example/about", "external"),
        ("https://moves.example:8080/about", "external"),
        ("mailto:coach@moves.example", "external"),
        ("coach@moves.example", "external"),
        ("tel:+4912345", "external"),
        ("data:image/png;base64,AAAA", "external"),
        ("obsidian://open?vault=x", "external"),
        ("www.other.example/about", "external"),
        ("https//moves.example/about", "external"),
        ("http:/moves.example", "external"),
        ("C:\\pages\\squat.md", "external"),
        # made when the site is built
        ("{{ site.baseurl }}/about", "unknown"),
        ("%7B%7B%20site.baseurl%20%7D%7D/about", "unknown"),
        ("{% link about.md %}", "unknown"),
        ("${base}/about", "unknown"),
    ],
)
def test_targets_lead_somewhere(target: str, expected: str) -> None:
    assert told(SITE, target) == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("https://moves.example/about", "external"),
        ("/exercises/core", "page exercises/core.md"),
        ("/exercises/arms", "missing /exercises/arms"),
        ("/", "page index.md"),
        ("/pricing", "unknown"),
        ("/docs/about", "unknown"),
        ("lunge.md", "missing exercise/lunge.md"),
    ],
)
def test_without_a_base_url_less_is_known(target: str, expected: str) -> None:
    assert told(Site("content", FILES), target) == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("https://moves.example/docs/about", "page about.md"),
        ("https://moves.example/docs/", "page index.md"),
        ("https://moves.example/docs/exercise/sqat", "missing /exercise/sqat"),
        ("https://moves.example/about", "unknown"),
        ("/docs/about", "page about.md"),
        ("/documents/about", "unknown"),
        ("/shop", "route"),
        ("/docs/tags", "route"),
    ],
)
def test_a_base_url_can_have_a_path(target: str, expected: str) -> None:
    routes = frozenset({"shop", "docs/tags"})
    site = Site("content", FILES, "https://moves.example/docs/", routes=routes)
    assert told(site, target) == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("/exercises/arms", "route"),
        ("/exercises/arms/", "route"),
        ("/exercises/core", "page exercises/core.md"),
        ("https://moves.example/pricing", "missing /pricing"),
        ("https://moves.example/loose", "missing /loose"),
        ("https://moves.example", "page index.md"),
        ("../exercises/arms", "route"),
    ],
)
def test_routes_tell_what_exists(target: str, expected: str) -> None:
    routes = frozenset({"", "exercises/arms"})
    site = Site("content", FILES, "https://moves.example", routes=routes)
    assert told(site, target) == expected


PERMALINKS = (
    ("/exercises/{stem}/", "_exercises/{stem}.md"),
    ("/{year}/{month}/{title}", "_posts/{year}-{month}-{day}-{title}.md"),
    ("/docs/{path}.html", "manual/{path}.md"),
    ("/{dir}/", "{dir}/{stem}/page.mdx"),
)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("/exercises/squat/", "page _exercises/squat.md"),
        ("/exercises/squat", "page _exercises/squat.md"),
        ("/exercises/lunge/", "missing /exercises/lunge"),
        ("/2024/05/hello-world", "page _posts/2024-05-17-hello-world.md"),
        ("/docs/a/b", "page manual/a/b.md"),
        ("/_exercises/squat", "missing /_exercises/squat"),
        ("squat.md", "page _exercises/squat.md"),
        ("../front-squat/", "page _exercises/front-squat.md"),
        (
            "../_posts/2024-05-17-hello-world.md",
            "page _posts/2024-05-17-hello-world.md",
        ),
        ("/deep/er", "page deep/er/x/page.mdx"),
    ],
)
def test_permalinks_say_where_files_are_served(target: str, expected: str) -> None:
    files = frozenset(
        {
            "_exercises/squat.md",
            "_exercises/front-squat.md",
            "_posts/2024-05-17-hello-world.md",
            "manual/a/b.md",
            "deep/er/x/page.mdx",
        }
    )
    site = Site(".", files, "https://moves.example", PERMALINKS)
    assert told(site, target, "_exercises/squat.md") == expected


def test_a_run_below_the_content_root_knows_the_root(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("content") / "exercise"
    folder.mkdir()
    monkeypatch.chdir(folder)
    files = frozenset({"squat.md", "../exercises/core.md"})
    site = Site("..", files, "https://moves.example")
    assert site.resolve("squat.md", "/exercise/squat").path == "squat.md"
    assert site.resolve("squat.md", "../exercises/core.md").path == (
        "../exercises/core.md"
    )
    assert site.resolve("../exercises/core.md", "../exercise/squat.md").path == (
        "squat.md"
    )


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/exercise/sqat", "/exercise/squat"),
        ("/exercise/Squat", "/exercise/squat"),
        ("/exercises/squat", "/exercise/squat"),
        ("/exercises/muscle/quad", "/exercises/muscle/quads"),
        ("exercise/sqat.md", "exercise/squat.md"),
        ("media/sqat.png", "media/squat.png"),
        ("/exercises/arm-and-back", "/exercises/arms-and-back"),
        ("/exercise/kettlebell-swing", None),
        ("/", None),
    ],
)
def test_a_misspelt_address_has_a_nearest_one(
    address: str, expected: str | None
) -> None:
    routes = frozenset({"exercises/arms-and-back"})
    site = Site("content", FILES, "https://moves.example", routes=routes)
    assert site.nearest(address) == expected


@given(st.data())
def test_one_letter_too_few_finds_the_name_among_many(data: st.DataObject) -> None:
    words = ["cable", "band", "incline", "decline", "standing", "seated", "one-arm"]
    names = [f"{a}-{b}-press-{n}" for a in words for b in words for n in range(9)]
    site = Site(".", frozenset(f"exercise/{name}.md" for name in names))
    name = data.draw(st.sampled_from(names))
    cut = data.draw(st.integers(0, len(name) - 3))
    found = site.nearest(f"/exercise/{name[:cut]}{name[cut + 1 :]}")
    assert found is not None
    assert found.startswith("/exercise/")


@given(st.text(max_size=40))
def test_any_target_resolves(target: str) -> None:
    for site in (SITE, Site(), Site(".", FILES, "https://moves.example/a/b")):
        found = site.resolve(PAGE, target)
        assert (found.kind == "missing") == bool(found.address)
        if found.kind == "missing":
            site.nearest(found.address)


@given(st.sampled_from(sorted(FILES)), st.sampled_from(sorted(FILES)))
def test_every_file_is_reached_from_every_page(source: str, file: str) -> None:
    below = file.removeprefix("content/")
    target = below.replace(" ", "%20")
    up = "../" * (source.count("/") - 1)
    assert SITE.resolve(source, f"/{target}").path == file
    assert SITE.resolve(source, (up or "./") + target).path == file


@given(st.from_regex(r"(/?[a-z.]{1,3}){1,4}/?", fullmatch=True))
def test_a_normal_path_stays_as_it_is(path: str) -> None:
    once = normal_path(path)
    if not once.endswith((".htm", "index")):
        assert normal_path(once) == once


def test_an_address_is_taken_apart() -> None:
    address = split_address("HTTPS://Moves.Example:80/a%20b?q=1/2#c%20d")
    assert (address.scheme, address.host) == ("https", "moves.example:80")
    assert (address.path, address.fragment) == ("/a b", "c d")


SITEMAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <url><loc>https://moves.example/</loc><lastmod>2024-05-17</lastmod></url>
  <url><loc> https://moves.example/exercise/squat/ </loc></url>
  <url><loc>https://moves.example/a%20b?x=1&amp;y=2</loc></url>
  <url><loc><![CDATA[https://moves.example/tips&tricks]]></loc></url>
</urlset>
"""
ROUTES = """
# all pages
https://moves.example/
/exercise/squat/
a%20b
https://moves.example/tips&tricks
"""


@pytest.mark.parametrize("text", [SITEMAP, ROUTES, f"\ufeff{SITEMAP}"])
def test_routes_are_read_from_a_sitemap_or_a_list(text: str) -> None:
    assert read_routes(text) == {"", "exercise/squat", "a b", "tips&tricks"}


def test_an_index_of_sitemaps_holds_no_routes() -> None:
    loc = "<loc>https://moves.example/sitemap-1.xml</loc>"
    text = f"<sitemapindex><sitemap>{loc}</sitemap></sitemapindex>"
    assert read_routes(text) == frozenset()


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("github", "whats-new--tips--tricks_1-die-übung"),
        ("gitlab", "whats-new-tips-tricks_1-die-übung"),
        ("kramdown", "whats-new--tips--tricks1-die-bung"),
        ("mkdocs", "whats-new-tips-tricks_1-die-ubung"),
    ],
)
def test_each_style_makes_its_own_anchors(style: SlugStyle, expected: str) -> None:
    document = parse(Source.of("a.md", "## What's new – Tips & Tricks_1: die Übung\n"))
    assert anchors_of(document).slugs(style) == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A\n\n## A\n\n## A-1\n\n## A", {"a", "a-1", "a-1-1", "a-2"}),
        ("Über uns\n========\n", {"über-uns"}),
        ("## Use `Ctrl` **now**\n", {"use-ctrl-now"}),
        ("## See [the squat](squat.md)\n", {"see-the-squat"}),
        ("## How to {#how}\n", {"how-to", "how"}),
        ("## How to {: #how .x }\n", {"how-to", "how"}),
        ('<a name="old"></a>\n\n## New\n', {"old", "new"}),
        ("<h2 id='own'>In HTML</h2>\n", {"own", "in-html"}),
        ("> ## Quoted\n", {"quoted"}),
        ("Only *text*.\n", set()),
    ],
)
def test_anchors_of_a_page(text: str, expected: set[str]) -> None:
    assert anchors_of(parse(Source.of("a.md", text))).slugs() == expected


def test_repeated_anchors_are_numbered_in_the_style() -> None:
    anchors = anchors_of(parse(Source.of("a.md", "# A\n\n# A\n\n# A\n")))
    assert anchors.slugs("mkdocs") == {"a", "a_1", "a_2"}
    assert all(len(anchors.slugs(style)) == 3 for style in SLUG_STYLES)


@pytest.mark.parametrize("mark", ['--8<-- "a.md"', "{% include a.md %}", "![[Squat]]"])
def test_a_page_with_text_from_elsewhere_is_not_whole(mark: str) -> None:
    assert not anchors_of(parse(Source.of("a.md", f"# A\n\n{mark}\n"))).is_whole


OWN = (
    "https://moves.example/exercise/squat",
    "https://moves.example/exercises/core/",
    "https://moves.example/exercises/muscle/quads",
    "https://moves.example/pricing",
    "https://moves.example",
)
OTHERS = (
    "https://other.example/about",
    "https://other.example/exercise/squat",
    "https://other.example/a",
    "https://other.example/b",
    "https://lone.example/exercises/core",
    "mailto:coach@moves.example",
    "/exercises/arms",
)


@pytest.mark.parametrize(
    ("targets", "expected"),
    [
        (OWN + OTHERS, "https://moves.example"),
        (OTHERS, None),
        ((), None),
        (OWN[:1], None),
        ([url.replace("https", "http") for url in OWN], "http://moves.example"),
        (
            [url.replace("example/", "example/docs/") for url in OWN],
            "https://moves.example/docs",
        ),
    ],
)
def test_the_base_url_is_the_host_whose_paths_are_files(
    targets: tuple[str, ...], expected: str | None
) -> None:
    assert detect_base_url(targets, FILES, "content") == expected


def test_the_served_folder_is_found_with_the_base_url() -> None:
    files = FILES | {"README.md", "src/core.py"}
    assert detect_base_url(OWN + OTHERS, files, ".") is None
    expected = Base("https://moves.example", "content")
    assert detect_base(OWN + OTHERS, files, ".") == expected
    assert detect_base(OWN + OTHERS, FILES, "content") == expected
