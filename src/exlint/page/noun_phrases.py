"""What follows an article whose noun is gone, as parts of regular expressions."""

WAY = (
    r"(?:(?:for|up|down|back|in|out)wards?|up|down|back|forth|sideways|overhead|apart"
    r"|(?:slow|quick|gent|firm|smooth|steadi|even|explosive|powerful|ful|slight)ly)"
)
"""Where or how a thing is moved."""

FUNCTION = (
    r"(?:of|with|by|from|for|into|onto|at|is|are|was|were|your|my|our|their|his"
    r"|as|until|when|during|using|without|toward|towards|through|against|throughout"
    r"|rather|instead)"
)
"""Words with which no noun phrase goes on."""

WORD_END = r"(?![\w’'-])"
END = r"[.,;!?](?=\s)"

PLACE = (
    r"(?:(?:in|on|over|above|behind|between|across|under|around|off|beside)"
    r" (?:your|an?|one|each|both)\b|(?:around|off) the (?!world)|in front of\b"
    r"|[io]n the (?:way|floor|ground|bench|mat|wall|other|same|starting)\b"
    r"|before (?:\w+ing|you|the)\b|(?:far|deep|high|low|close|fast) enough\b|close to\b"
    r"|too (?:far|fast|high|low|close|much|deep|early|soon|quickly|slowly)\b)"
)
"""Phrases that follow a noun. Those that may stand before one are left out: "the
behind the neck press"."""

STATE = r"(?:straight|steady|tight|tucked|upright|parallel|relaxed|engaged)"
GOES_ON = rf"(?:{FUNCTION}|{WAY}|in|on|over|behind|between|above|around|off){WORD_END}"

GONE = (
    rf"(?:{END}"
    rf"| (?:{FUNCTION}|to|and|or|but|that|this|while(?<!ll the while)){WORD_END}"
    rf"| {PLACE}| (?!back\b)(?:{WAY}|{STATE}(?!,))(?:{END}| {GOES_ON})"
    r"| back to (?:the )?start)"
)
"""What follows *the*, its noun lost. "The back" may be that of a body."""

GONE_BEHIND_CAPITAL = rf"(?:{GONE}| {WAY}(?:{END}| and\b| or\b| {GOES_ON}))"
GONE_BEHIND_A = (
    rf"(?:{END}| (?:{FUNCTION}|and|or|but){WORD_END}| {PLACE}| to (?![a-z]\b))"
)
"""Less than behind *the*: "a" may be a label."""
