"""What a chat model says around its answer, or marks that its window leaves.

"As an AI language model", "Certainly! Here is", "I hope this helps", a knowledge cut-off,
citation marks such as `【4†source】`: the text was pasted without being read.

A writer who answers a question in a chatty way is fine ("Absolutely, beginners can do
it", "Of course! The bar is light", "As of 2024"), and so is a page that speaks of AI.

~~~markdown bad
# Squat

Certainly! Here is a page about the squat:

The squat is good for the legs 【4†source】. As of my last update, it still is.

I hope this helps! Let me know if you need anything else.
~~~

~~~text report
3:1: a chat model speaks here: 'Certainly! Here is'
5:32: a mark of a chat window: '【4†source】'
5:44: a chat model speaks here: 'As of my last update'
7:1: a chat model speaks here: 'I hope this helps'
7:20: a chat model speaks here: 'Let me know if you need anything else'
~~~

~~~markdown good
# Squat

Is it safe? Absolutely, beginners can do it. Of course! The bar is light. As of 2024,
apps count your reps, such as an AI trainer. Let me know in the comments, and feel free to ask your coach.
~~~
"""

import re
from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.text import Span

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH

_HERE = r"(?:i['’]d be happy to|i can help|here(?:['’]s| is| are))"
_STRONG = re.compile(
    r"(?<!such )\bas an? (?:ai|(?:ai )?(?:model|assistant|chatbot)|language model),? i\b"
    r"|\bas an? (?:ai|large) language model\b"
    r"|\bi(?:['’]m| am) (?:just )?an? (?:ai\b|(?:large )?language model)"
    rf"|\b(?:certainly|sure|sure thing|got it)[!,.] {_HERE}"
    r"|^here(?:['’]s| is| are) (?:the|a|an|your) (?:revised|updated|rewritten|improved"
    r"|polished|corrected|edited|expanded|requested|markdown|draft)\b"
    r"|\bis there anything else (?:i|you)\b|\bwould you like me to\b"
    r"|\bi(?:['’]m| am) (?:sorry, but i|(?:un|not )able to (?:browse|access|provide))\b"
    r"|\bi (?:can(?:no|['’])t browse|do(?: not|n['’]t) have access to (?:real|current|the"
    r" internet))|\bmy (?:knowledge (?:cut-?off|ends|only)|training data)\b"
    r"|\bknowledge cut-?off\b|\bregenerate response\b"
    r"|\bas of my (?:last|latest|most recent|knowledge|training)(?: (?:update|training"
    r"|knowledge|cut-?off))*",
    re.MULTILINE,
)
_WEAK = re.compile(
    rf"\b(?:of course|absolutely|great question)! {_HERE}"
    r"|\bi hope (?:this|that) (?:\w+ )?(?:helps|was helpful|is helpful|meets)\b"
    r"|\blet me know if (?:you(?:['’]d| would) like|you (?:need|want|have any)|there(?:['’]s"
    r"| is) anything)\b[^.!?\n]{0,40}|\bfeel free to (?:ask me|reach out if|ask if)\b"
)
_OPENERS = (
    *(
        "as an ai",
        "as an assistant",
        "language model",
        "m an ai",
        "am an ai",
        " chatbot",
    ),
    *(
        "here's",
        "here’s",
        "here is",
        "here are",
        "be happy to",
        "can help",
        "i hope th",
    ),
    *(
        "let me know if",
        "feel free to",
        "would you like me",
        "anything else",
        "sorry, but",
    ),
    *("able to", "t browse", "have access to", "cutoff", "cut-off", "as of my"),
    *("regenerate resp", "training data", "my knowledge"),
)
_MARK = re.compile(
    r"【\d+(?::\d+)?†[^】\n]*】|\bcite(?:turn\d+\w*)+|\bturn\d+(?:search|view|news)\d+\b"
    r"|:?contentReference\[oaicite:[^\]\n]*\](?:\{[^}\n]*\})?|\[cite(?:_start|: ?\d+[\d, ]*)\]"
    r"|\boai_?citation\b|utm_source=(?:chatgpt\.com|openai)|</?think(?:ing)?>"
)
_MARKS = ("【", "turn0", "turn1", "cite", "utm_source=", "think>", "thinking>", "oai")


def check(page: Page) -> Iterator[Finding]:
    lowered, text = page.lowered, page.source.text
    if any(opener in lowered for opener in _OPENERS):
        for pattern, confidence in ((_STRONG, CONFIDENCE), (_WEAK, Confidence.MEDIUM)):
            for match in pattern.finditer(lowered):
                span = page.prose.match(match)
                message = f"a chat model speaks here: '{page.source[span]}'"
                yield Finding(span, message, confidence=confidence)
    if any(mark in text for mark in _MARKS):
        for match in _MARK.finditer(text):
            span = Span(*match.span())
            yield Finding(span, f"a mark of a chat window: '{match[0]}'")
