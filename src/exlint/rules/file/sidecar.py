"""A JSON file beside a page that cannot be read, or says one thing twice.

`squat.json` beside `squat.md` holds data of that page, where the page type says so
(`"at": "sidecar"`). A program that cannot read it shows the page without them; of a key
given twice it takes one value in silence. The finding stands at the start of the page.

A page without such a file is left to `missing-fact`, and a JSON file is not looked at
where no property of the page type stands in it.

~~~json schema
{
  "required": ["level"],
  "properties": {
    "level": {"x-markdown": {"at": "sidecar", "key": "level"}}
  }
}
~~~

~~~json file squat.json
{"level": "Beginner", "level": "Advanced"}
~~~

~~~json file lunge.json
{
  "level": "Beginner",
  'gear': "None"
}
~~~

~~~json file plank.json
{"level": "Beginner", "gear": "None"}
~~~

~~~markdown bad squat.md
# Squat
~~~

~~~text report
1:1: squat.json has the key 'level' twice
~~~

~~~markdown bad lunge.md
# Lunge
~~~

~~~text report
1:1: lunge.json is not JSON: expecting property name enclosed in double quotes in line 3, column 3
~~~

~~~markdown good plank.md
# Plank
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.page.sidecar import read_sidecar
from exlint.paths import name_of, sidecar_of
from exlint.text import NOWHERE

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH


def check(page: Page) -> Iterator[Finding]:
    if page.source.sidecar is None or page.layout is None:
        return
    if any(field.place == "sidecar" for field in page.layout.fields.values()):
        file = name_of(sidecar_of(page.source.path))
        for problem in read_sidecar(page.source.sidecar).problems:
            yield Finding(NOWHERE, f"{file} {problem.message}")
