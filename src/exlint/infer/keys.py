"""The keys of a type's facts: where each stands, and how it is written."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from exlint.infer.names import Use, aliases, commonest, spellings
from exlint.infer.observe import DATA, KEYS, Part, PartKind, Sight
from exlint.infer.sections import Outline
from exlint.light import dataclass

_AT_HOME = 0.9
"""The share of a fact's pages that must have it in one section."""
_USED: Mapping[PartKind, float] = {
    "front-matter": 0.1,
    "sidecar": 0.1,
    "fence": 0.1,
    "row": 0.2,
    "definition": 0.2,
    "fact": 0.3,  # any list may begin its items in bold
}
"""The share of pages that must have a key for it to be a property."""
_FEWEST = 3


@dataclass(frozen=True)
class KeyDraft:
    """A key that pages of a type share."""

    kind: PartKind
    names: tuple[str, ...]
    pages: frozenset[str]
    section: str = ""
    """The key of the section that holds it on nearly all pages."""


def find_keys(pages: Sequence[Sight], sections: Outline) -> tuple[KeyDraft, ...]:
    """Find the keys that pages of a type share, in the order they are written."""
    users: dict[tuple[PartKind, str], dict[str, Part]] = defaultdict(dict)
    for sight in pages:
        for part in sight.parts:
            if part.kind in KEYS:
                users[part.kind, part.key].setdefault(sight.path, part)
    drafts: list[KeyDraft] = []
    for kind in KEYS:
        found = {key: parts for (own, key), parts in users.items() if own == kind}
        drafts += _of_kind(kind, found, len(pages), sections)
    return tuple(drafts)


def _of_kind(
    kind: PartKind, found: dict[str, dict[str, Part]], total: int, sections: Outline
) -> list[KeyDraft]:
    uses = [Use(key, frozenset(parts)) for key, parts in found.items()]
    others = aliases(uses, {}) if kind not in DATA else {}
    merged: dict[str, list[tuple[str, Part]]] = defaultdict(list)
    for key, parts in found.items():
        merged[others.get(key, key)] += parts.items()
    drafts = []
    for parts_ in merged.values():
        if len(parts_) < max(_FEWEST, _USED[kind] * total):
            continue
        labels = [part.label for _, part in parts_]
        first = commonest(labels)
        names = (first, *(name for name in spellings(labels) if name != first))
        pages = frozenset(path for path, _ in parts_)
        drafts.append(KeyDraft(kind, names, pages, _home(kind, parts_, sections)))
    return drafts


def _home(kind: PartKind, parts: Sequence[tuple[str, Part]], sections: Outline) -> str:
    if kind != "fact":
        return ""
    homes = Counter(sections.key_of(part.within) for _, part in parts)
    home, number = homes.most_common(1)[0]
    return home if number >= _AT_HOME * len(parts) else ""
