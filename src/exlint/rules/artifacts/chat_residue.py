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

from exlint.cues import Cues
from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.regex import regex
from exlint.text import Span

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH

_HERE = r"(?:i['’]d be happy to|here(?:['’]s| is| are))"
_MODEL = regex(
    r"(?<!such )\bas an? (?:ai|(?:ai )?(?:model|assistant|chatbot)|language model),? i\b"
    r"|\bas an? (?:ai|large) language model\b"
    r"|\bi(?:['’]m| am) (?:just )?an? (?:ai\b|(?:large )?language model)"
)
_ANSWER = regex(
    rf"\b(?:certainly|sure|sure thing|got it)[!,.] {_HERE}"
    r"|^here(?:['’]s| is| are) (?:the|a|an|your) (?:revised|updated|rewritten|improved"
    r"|polished|corrected|edited|expanded|requested|markdown|draft)\b",
    re.MULTILINE,
)
_REFUSAL = regex(
    r"\bi(?:['’]m| am) (?:sorry, but i|(?:un|not )able to (?:browse|access|provide))\b"
    r"|\bi (?:can(?:no|['’])t browse|can(?:no|['’])t (?:fulfill|assist with)|do(?: not|n['’]t) have access to (?:real|current|the"
    r" internet))|\bwould you like me to\b|\bis there anything else (?:i|you)\b"
)
_CUT_OFF = regex(
    r"\bmy (?:knowledge (?:cut-?off|ends|only)|training data)\b|\bknowledge cut-?off\b"
    r"|\bregenerate response\b|\bas of my (?:last|latest|most recent|knowledge|training)"
    r"(?: (?:update|training|knowledge|cut-?off))*"
)
_FAREWELL = regex(
    rf"\b(?:of course|absolutely|great question)! {_HERE}"
    r"|\bi hope (?:this|that) (?:\w+ )?(?:helps|was helpful|is helpful|meets)\b"
    r"|\blet me know if (?:you(?:['’]d| would) like|you (?:need|want|have any)|there(?:['’]s"
    r"| is) anything)\b[^.!?\n]{0,40}|\bfeel free to (?:ask me|ask if|(?:adjust|modify|customi[sz]e)"
    r" (?:this|the) (?:text|page|content|template))\b"
)
_SPEECH = Cues(
    ((_MODEL, Confidence.HIGH), ("ai", "model", "assistant", "chatbot")),
    ((_ANSWER, Confidence.HIGH), ("here", "here's", "here’s", "happy")),
    (
        (_REFUSAL, Confidence.HIGH),
        (
            *("sorry but", "browse", "access able", "access have", "provide able"),
            *("unable", "me would like", "anything else", "fulfill i", "assist i with"),
        ),
    ),
    (
        (_CUT_OFF, Confidence.HIGH),
        ("knowledge", "regenerate", "update of my", "data my", "latest of my"),
    ),
    (
        (_FAREWELL, Confidence.MEDIUM),  # people say so, too
        (
            *("here", "here's", "here’s", "happy", "hope"),
            *("know let me", "feel free"),
        ),
    ),
)
_MARK = regex(
    r"【\d+(?::\d+)?†[^】\n]*】|\bcite(?:turn\d+\w*)+"
    r"|:?contentReference\[oaicite:[^\]\n]*\](?:\{[^}\n]*\})?|\[cite(?:_start|: ?\d+[\d, ]*)\]"
    r"|\boai_?citation\b|utm_source=(?:chatgpt\.com|openai)|</?think(?:ing)?>"
)
_MARK_WORDS = frozenset(("cite", "citeturn", "contentreference", "oaicite", "oai"))
CUES = _SPEECH.words | _MARK_WORDS | frozenset("【=<")


def check(page: Page) -> Iterator[Finding]:
    text, words = page.source.text, page.words
    for pattern, confidence in _SPEECH.among(words):
        for match in pattern.finditer(page.lowered):
            span = page.prose.match(match)
            message = f"a chat model speaks here: '{page.source[span]}'"
            yield Finding(span, message, confidence=confidence)
    if (
        "【" in page.unusual
        or ("=" in text and "utm_source=" in text)
        or ("<" in text and "think" in text)
        or not words.isdisjoint(_MARK_WORDS)
    ):
        for match in _MARK.finditer(text):
            span = Span(*match.span())
            yield Finding(span, f"a mark of a chat window: '{match[0]}'")
