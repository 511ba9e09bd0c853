"""Lists that stand beside a fact."""

from __future__ import annotations

from typing import Any

from tests.infer.support import inferred

MUSCLES = ("arms", "legs", "back", "chest", "calves")


def place(*, repeats: bool) -> dict[str, Any]:
    """The place of the list, as it is inferred from forty pages."""
    pages = {}
    for n in range(40):
        main, *others = (MUSCLES[(n + k * (n // 5 % 4 + 1)) % 5] for k in range(3))
        listed = [main, *others] if repeats else others
        text = f"- **Main:** {main}\n- **Also:** {', '.join(listed)}"
        pages[f"moves/move-{n}.md"] = f"# Move {n}\n\n{text}\n\n## Steps\n\n1. Lift.\n"
    (kind,) = inferred(pages).types
    return dict(kind.schema["properties"]["also"]["x-markdown"])


def test_a_list_that_never_repeats_the_fact_is_beside_it() -> None:
    assert place(repeats=False) == {"fact": "Also", "split": ",", "beside": "main"}


def test_a_list_that_repeats_it_is_not() -> None:
    assert "beside" not in place(repeats=True)
