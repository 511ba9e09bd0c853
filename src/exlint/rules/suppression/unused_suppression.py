"""A comment that silences a rule where the rule finds nothing.

It says that something is wrong on purpose where nothing is wrong any more, and would
hide the next mistake. Only rules that ran on the page are judged.

~~~json schema
{"properties": {"name": {"x-markdown": {"at": "title"}}}}
~~~

~~~markdown bad
# Squat

<!-- exlint-disable-next-line doubled-word -- a quotation -->
Sit down between your heels.
~~~

~~~text report
3:1: nothing here for 'doubled-word' to find
~~~

~~~markdown fixed
# Squat

Sit down between your heels.
~~~

~~~markdown bad
# Squat

<!-- exlint-disable-next-line doubled-word, repeated-space -->
Sit down down between your heels.
~~~

~~~text report
3:45: nothing here for 'repeated-space' to find
~~~

~~~markdown fixed
# Squat

<!-- exlint-disable-next-line doubled-word -->
Sit down down between your heels.
~~~

~~~markdown good
# Squat

<!-- exlint-disable-next-line doubled-word -- the coach does say it twice -->
Sit down down between your heels.
~~~
"""

from exlint.diagnostic import Confidence, Severity

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH
