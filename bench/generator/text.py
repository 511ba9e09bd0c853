"""The text of a page: an exercise in the layout of the built-in type `exercise`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from random import Random
from typing import Any

from bench.generator.exercises import Exercise
from bench.generator.phrases import article, listed, slug, some, words, write


def page(exercise: Exercise, related: Iterable[Exercise], random: Random) -> str:
    """Return the page of an exercise."""
    return "\n\n".join(
        (
            f"# {exercise.name}",
            "## Quick answer",
            _summary(exercise, random),
            "\n".join(f"- **{key}:** {value}" for key, value in _facts(exercise)),
            "---",
            "## How to perform",
            "\n".join(
                f"{n}. {step}" for n, step in enumerate(_steps(exercise, random), 1)
            ),
            "## Pro tips",
            _bullets("tips", exercise, random),
            "## Common mistakes",
            _bullets("mistakes", exercise, random),
            "## FAQ",
            *_questions(exercise, random),
            "## Related exercises",
            "\n".join(_links(exercise, related)) + "\n",
        )
    )


def hub(title: str, exercises: Sequence[Exercise], group: str) -> str:
    """Return a page that lists exercises, grouped by their equipment or body part."""
    groups: dict[str, list[Exercise]] = {}
    for one in exercises:
        key = one.equipment if group == "Equipment" else one.body_part
        groups.setdefault(key, []).append(one)
    parts = [
        f"# {title} Exercises",
        "## Quick answer",
        "Each of these has a page of its own with steps, tips and common questions.",
        "---",
        f"## All {title} Exercises by {group}",
    ]
    for key, ones in sorted(groups.items()):
        count = "1 exercise" if len(ones) == 1 else f"{len(ones)} exercises"
        parts.append(f"### {key} ({count})")
        parts.append(
            "\n".join(
                f"- **{one.name}** — {one.difficulty} | Target: {one.target}"
                for one in ones
            )
        )
    return "\n\n".join(parts) + "\n"


def _slots(exercise: Exercise) -> dict[str, str]:
    equipment = words()["equipment"][exercise.equipment]
    return {
        "name": exercise.name,
        "it": equipment["it"],
        "with": equipment["with"],
        "muscle": exercise.target.lower(),
        "also": listed([muscle.lower() for muscle in exercise.secondaries]),
        "ofMuscle": words()["muscles"][exercise.target]["of"],
        "ofPart": words()["bodyParts"][exercise.body_part],
        "part": exercise.body_part.lower(),
        "difficulty": exercise.difficulty,
        "category": exercise.category.lower(),
    }


def _summary(exercise: Exercise, random: Random) -> str:
    data, slots = words(), _slots(exercise)
    return " ".join(
        (
            write(random.choice(data["opening"]), slots, random),
            write(random.choice(data["why"]), slots, random),
            "{difficulty} {ofPart} exercise using {with}.".format_map(slots),
            "Targets {muscle}, also works {also}.".format_map(slots),
        )
    )


def _facts(exercise: Exercise) -> tuple[tuple[str, str], ...]:
    return (
        ("Body Part", exercise.body_part),
        ("Equipment", exercise.equipment),
        ("Target Muscle", exercise.target),
        ("Secondary Muscles", ", ".join(exercise.secondaries)),
        ("Difficulty", exercise.difficulty),
        ("Category", exercise.category),
    )


def _steps(exercise: Exercise, random: Random) -> Iterator[str]:
    data, slots = words(), _slots(exercise)
    family = data["families"][exercise.family]
    texts = [
        *some(data["setup"], 1, 2, random),
        f"{data['stances'][exercise.stance]}.",
        random.choice(data["brace"]),
        f"{random.choice(family['there'])}.",
        *some(data["hold"], 0, 1, random),
        f"{random.choice(family['back'])}.",
        random.choice(data["close"]),
    ]
    for text in texts:
        yield write(text, slots, random)


def _bullets(kind: str, exercise: Exercise, random: Random) -> str:
    slots = _slots(exercise)
    texts = some(words()[kind], 3, 4, random)
    return "\n".join(f"- {write(text, slots, random)}" for text in texts)


def _questions(exercise: Exercise, random: Random) -> Iterator[str]:
    data, slots = words(), _slots(exercise)
    for question, answer in some(data["faq"], 2, 3, random):
        yield f"### {write(question, slots, random)}"
        yield write(answer, slots, random)
    yield f"### What muscles does the {exercise.name} work?"
    yield (
        "The {name} primarily targets the {muscle}, with secondary activation in the "
        f"{{also}}. It's classified as {article(slots['category'])} exercise for the "
        "{part}."
    ).format_map(slots)
    yield f"### Is the {exercise.name} good for beginners?"
    yield " ".join((_rating(slots), *_advice(exercise, data, slots, random)))


def _rating(slots: dict[str, str]) -> str:
    text = {
        "Beginner": "Yes, the {name} is rated as a beginner-level exercise. It's a "
        "great starting point for building {ofMuscle} strength.",
        "Intermediate": "The {name} is rated as intermediate.",
        "Advanced": "The {name} is an advanced exercise.",
    }
    return text[slots["difficulty"]].format_map(slots)


def _advice(
    exercise: Exercise, data: Any, slots: dict[str, str], random: Random
) -> Iterator[str]:
    for text in some(data["next"][exercise.difficulty], 1, 2, random):
        yield write(text, slots, random)


def _links(exercise: Exercise, related: Iterable[Exercise]) -> Iterator[str]:
    data, base = words(), words()["baseUrl"]
    for other in related:
        yield f"- [{other.name}]({base}/{other.path.removesuffix('.md')})"
    part = data["bodyParts"][exercise.body_part].title()
    muscle = data["muscles"][exercise.target]
    text = muscle.get("link") or muscle["of"].title()
    yield f"- [More {part} Exercises]({base}/exercises/{slug(exercise.body_part)})"
    yield (
        f"- [More {exercise.equipment} Exercises]"
        f"({base}/exercises/equipment/{slug(exercise.equipment)})"
    )
    yield (
        f"- [More {text} Exercises]({base}/exercises/muscle/{slug(exercise.target)})"
    )
