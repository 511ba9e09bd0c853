"""A rule failed on this page: a bug of exlint's, or of a plug-in.

The rule is named, the other rules and pages are checked all the same, and the exit
code is 2. Please report it, with the page if you can.
"""

from exlint.diagnostic import Confidence, Severity

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH
