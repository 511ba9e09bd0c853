"""A list of related pages without a link that the page's facts call for.

The page type says which links belong there, each with a fact to choose it by. Nothing is
said of a fact that is absent or that the vocabulary does not know, of a list without any
link, nor where a wrong link stands in the place of the right one (`wrong-related-link`,
`broken-link`) or the right one is badly written (`malformed-link`).

~~~json schema
{
  "properties": {
    "equipment": {
      "enum": ["Barbell", "Body Weight"],
      "x-vocabulary": {"Body Weight": {"slug": "bodyweight"}},
      "x-markdown": {"section": "Facts", "fact": "Equipment"}
    },
    "muscles": {
      "type": "array",
      "items": {"enum": ["Glutes", "Quads"]},
      "x-markdown": {"section": "Facts", "fact": "Muscles", "split": ","}
    },
    "related": {"type": "array", "x-markdown": {"section": "Related", "as": "links"}}
  },
  "x-markdown": {
    "links": [
      {"in": "related", "text": "More {equipment} Exercises", "target": "/equipment/{equipment|slug}"},
      {"in": "related", "text": "More {muscles} Exercises", "target": "/muscle/{muscles|slug}"}
    ]
  }
}
~~~

~~~markdown bad
# Squat

## Facts

- **Equipment:** Body Weight
- **Muscles:** Quads, Glutes

## Related

- [More Quads Exercises](/muscle/quads)
~~~

~~~text report
8:1: no link 'More Body Weight Exercises' to '/equipment/bodyweight'
8:1: no link 'More Glutes Exercises' to '/muscle/glutes'
~~~

~~~markdown good
# Squat

## Facts

- **Equipment:** Body Weight
- **Muscles:** Quads

## Related

- [Train without weights](https://moves.example/equipment/bodyweight)
- [More Quads Exercises](/muscle/quad)
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.rules.links._related import Expected, related_fields

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH


def check(page: Page) -> Iterator[Finding]:
    for field in related_fields(page):
        span = page.record.locate(f"/{field.name}")
        for expected, instead in field.unmet():
            if instead is None and not _is_written(page, field.name, expected):
                message = f"no link '{expected.text}' to '{expected.target}'"
                yield Finding(span, message)


def _is_written(page: Page, field: str, expected: Expected) -> bool:
    """Whether the link is there, but badly written: `malformed-link` says so."""
    assert page.layout is not None
    section = page.section(page.layout.fields[field].section)
    if section is None:
        return False
    text = page.source[section.span]
    for link in page.document.links:
        text = text.replace(page.source[link.span], "")
    return expected.is_said_in(text)
