"""The template languages that pages are written in, and what they leave behind."""

from __future__ import annotations

import pytest

from tests.support import run


def _said(text: str, path: str = "page.md") -> int:
    return len(run({path: text}, rules=["placeholder"]))


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Squat\n---\n\n{% include video.html %} {{ page.title }}\n",
        "---\ntitle: Squat\n---\n\n{% assign reps = 5 %}Do {{ reps }} reps.\n",
        '{% hint style="info" %}\nStand tall.\n{% endhint %}\n',
        "{% tabs %}\nStand tall.\n{% endtabs %}\n",
        "{{< video squat >}} {{% notice %}}Stand tall.{{% /notice %}}\n",
        "# Squat {#squat}\n\n![A squat](squat.png){ width=50% } {: .wide }\n",
        "Do $\\frac{weight}{reps}$ and x^{max} at 80% of it, {ref}`target`.\n",
        ":::tip[Title]\nStand tall.\n:::\n",
        "- [ ] Squat\n- [x] Lunge\n\nLift your [1RM] as [NOTE] says.\n",
        'Search for "[your gym name] hours".\n',
        "Write `{{ name }}` or `%s`.\n\n```\n{{ name }}\n```\n",
    ],
)
def test_what_a_generator_or_an_author_means_is_fine(text: str) -> None:
    assert _said(text) == 0


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Squat\n---\n\nThe {{ name }} is good.\n",
        "The {{ exercise.name }} is good.\n",
        "The {{name is good.\n",
        "{% if easy %}Easy.\n",
        "The ${name} is good.\n",
        "The {equipment} is good.\n",
        "Do {0} reps.\n",
        "Do %d reps.\n",
        "Do %(reps)s reps.\n",
        "The %NAME% is good.\n",
        "The <%= name %> is good.\n",
        "The <EXERCISE_NAME> is good.\n",
        "The [EXERCISE NAME] is good.\n",
        "The [insert name here] is good.\n",
        "The __EXERCISE_NAME__ is good.\n",
        "[More](/exercises/{slug})\n",
    ],
)
def test_what_was_not_filled_in_is_found(text: str) -> None:
    assert _said(text) == 1


def test_expressions_of_mdx_are_fine() -> None:
    assert _said("Do {reps} reps.\n", "page.mdx") == 0
