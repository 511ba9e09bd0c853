"""A file that cannot be read as a page.

Its bytes are not UTF-8 (UTF-16 is named as such), it holds a NUL byte as no text does,
it is larger than ten million bytes, or the system refuses to open it. The rest of the
run goes on: one file's trouble is one finding on that file. Save it as UTF-8, or leave
it out of the run.

A byte order mark, however odd, is no reason to give up on a page: `byte-order-mark`.
"""

from exlint.diagnostic import Confidence, Severity

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH
