"""A question of the FAQ without an answer.

The reader asked it, and finds the next question. Pictures, lists, tables and code are
answers too.

~~~json schema
{
  "properties": {
    "faq": {"type": "array", "x-markdown": {"section": "FAQ", "as": "questions"}}
  }
}
~~~

~~~markdown bad
# Squat

## FAQ

### Is it hard?

### How low should I go?

As low as you can with a straight back.
~~~

~~~text report
5:1: no answer to 'Is it hard?'
~~~

~~~markdown good
# Squat

## FAQ

### How low should I go?

![Hips below the knees](https://moves.example/low.png)

### What do I need?

- A floor
- Ten minutes
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.page.stubs import is_stub
from exlint.page.violations import is_underlined

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH


def check(page: Page) -> Iterator[Finding]:
    for field in page.layout.fields.values() if page.layout else ():
        if field.shape != "questions":
            continue
        for number, question in enumerate(page.record.data.get(field.name, ())):
            if "answer" in question:
                continue
            span = page.record.locate(f"/{field.name}/{number}/question")
            if not is_underlined(page, span) and not is_stub(page):
                yield Finding(span, f"no answer to '{question['question']}'")
