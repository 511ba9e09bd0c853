"""A comment that is to silence a rule and names none, or one that does not exist.

Rules have to be named, so that a comment hides one kind of finding and no other.

~~~json schema
{"properties": {"name": {"x-markdown": {"at": "title"}}}}
~~~

~~~markdown bad
# Squat

<!-- exlint-disable-next-line dubled-word -->
Sit down down between your heels.
~~~

~~~text report
3:31: unknown rule 'dubled-word', did you mean 'doubled-word'?
4:5: doubled-word: 'down' stands twice
~~~

~~~markdown fixed
# Squat

<!-- exlint-disable-next-line doubled-word -->
Sit down down between your heels.
~~~

~~~markdown bad
# Squat

<!-- exlint-disable-next-line -- a quotation -->
Sit down between your heels.
~~~

~~~text report
3:1: no rule is named
~~~

~~~markdown fixed
# Squat

Sit down between your heels.
~~~

~~~markdown good
# Squat

Write `<!-- exlint-disable-file RULE -->` at the top of the page.
~~~
"""

from exlint.diagnostic import Confidence, Severity

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH
