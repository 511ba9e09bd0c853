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
5:45: a chat model speaks here: 'As of my last update'
7:1: a chat model speaks here: 'I hope this helps'
7:20: a chat model speaks here: 'Let me know if you need anything else'
~~~

~~~markdown good
# Squat

Is it safe? Absolutely, beginners can do it. Of course! The bar is light. As of 2024,
AI apps count your reps. Let me know in the comments, and feel free to ask your coach.
~~~
"""

import re
from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.text import Span

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH

_SPEECH = re.compile(
    r"\bas an? (?:ai\b|artificial intelligence|(?:large )?language model)[^.,;!?\n]{0,30}"
    r"|\bi(?:['’]m| am) (?:just )?an? (?:ai\b|(?:large )?language model)"
    r"|\b(?:certainly|sure|sure thing|of course|absolutely|great question|got it)[!,.]"
    r" (?:i['’]d be happy to|i can help|here(?:['’]s| is| are))"
    r"|^here(?:['’]s| is| are) (?:the|a|an|your) (?:revised|updated|rewritten|improved"
    r"|polished|corrected|edited|expanded|complete|requested|markdown|draft)\b"
    r"|\bi hope (?:this|that) (?:\w+ )?(?:helps|was helpful|is helpful|meets)\b"
    r"|\blet me know if (?:you(?:['’]d| would) like|you (?:need|want|have any)|there(?:['’]s"
    r"| is) anything)\b[^.!?\n]{0,40}|\bfeel free to (?:ask|reach out|let me know) (?:me|if|for)\b"
    r"|\bwould you like me to\b|\bis there anything else (?:i|you)\b"
    r"|\bi(?:['’]m| am) (?:sorry|unable to|not able to)[,]? (?:but i|to (?:browse|provide|access))"
    r"|\bi (?:can(?:no|['’])t|do(?: not|n['’]t)) (?:browse|provide (?:medical|real.time)"
    r"|have access to (?:real|current|the internet))"
    r"|\b(?:my|its?) (?:knowledge|training)(?: data)? (?:cut-?off|only goes|ends|was)"
    r"|\b(?:knowledge|training) cut-?off\b"
    r"|\bas of my (?:last|latest|most recent|knowledge|training)(?: (?:update|training|cut-?off"
    r"|knowledge))*|\bregenerate response\b|\bmy training data\b",
    re.MULTILINE,
)
_OPENERS = (
    *("as an ai", "as a language", "as a large language", "as an artificial", " an ai"),
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
        "language model",
    ),
    *(
        "i'm sorry",
        "i am sorry",
        "unable to",
        "i cannot",
        "i can't",
        "i can’t",
        "i don't",
    ),
    *(
        "i don’t",
        "i do not",
        "cutoff",
        "cut-off",
        "as of my",
        "regenerate resp",
        "training data",
    ),
    *("only goes", "not able to"),
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
        for match in _SPEECH.finditer(lowered):
            span = page.prose.match(match)
            yield Finding(span, f"a chat model speaks here: '{page.source[span]}'")
    if any(mark in text for mark in _MARKS):
        for match in _MARK.finditer(text):
            span = Span(*match.span())
            yield Finding(span, f"a mark of a chat window: '{match[0]}'")
