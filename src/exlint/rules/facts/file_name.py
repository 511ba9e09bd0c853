r"""A file whose name is not that of its page.

Addresses are made from file names, and links are guessed from titles. A page type says
in its schema which property names the file (`fileName`); other types are left alone.
What stands in parentheses may be left out, hyphens may stand elsewhere, and a date or
number may come first. A page called `index.md` goes by its folder.

~~~json schema
{
  "properties": {
    "name": {"x-markdown": {"at": "title"}},
    "tips": {"type": "array", "x-markdown": {"section": "Tips", "as": "bullet-list"}}
  },
  "x-markdown": {"fileName": "name"}
}
~~~

~~~markdown bad squats/front-squat.md
# Back Squat

## Tips

- Breathe.
~~~

~~~text report
1:3: the file is named 'front-squat', expected 'back-squat'
~~~

~~~markdown good squats/back-squat.md
# Back Squat

## Tips

- Breathe.
~~~

~~~markdown good farmers-walk-and-carry.md
# Farmer's Walk & Carry (Time)

## Tips

- Breathe.
~~~

~~~markdown good 03-pushup/index.md
# Push-Up

## Tips

- Breathe.
~~~
"""

import unicodedata
from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.pagetype.vocabulary import slug
from exlint.regex import regex

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH

_ASIDE = regex(r"\s*\([^()]*\)")
_ORDER = regex(r"\d+(?:-\d+)*-")
_NO_LETTERS = bytes(code for code in range(0x80) if not chr(code).isalnum())
_FOLDERS = frozenset({"index", "_index", "readme"})


def check(page: Page) -> Iterator[Finding]:
    if page.layout is None:
        return
    field = page.layout.schema.get("x-markdown", {}).get("fileName")
    name = page.record.data.get(field) if field else None
    *folders, file = page.source.path.split("/")
    stem = file.rpartition(".")[0]
    if stem.lower() in _FOLDERS:
        stem = folders[-1] if folders else ""
    if not isinstance(name, str) or not stem:
        return
    stems = {_letters(stem), _letters(_ORDER.sub("", stem, count=1))}
    names = {name, _ASIDE.sub("", name)}
    names |= {text.replace("&", " and ") for text in names}
    if stems.isdisjoint(map(_letters, names)):
        message = f"the file is named '{stem}', expected '{slug(name)}'"
        yield Finding(page.record.locate(f"/{field}"), message)


def _letters(text: str) -> str:
    """Return the letters and digits of a text, without accents and case."""
    if text.isascii():
        return text.lower().encode().translate(None, _NO_LETTERS).decode()
    plain = unicodedata.normalize("NFKD", text).lower()
    return "".join(character for character in plain if character.isalnum())
