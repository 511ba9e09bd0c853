"""Names of exercises: when two name the same one."""

import pytest

from exlint.pagetype.naming import compare

SAME = [
    ("squat", "Squat"),
    ("push-ups", "Push Up"),
    ("pushup", "Push-Ups"),
    ("push up", "Pushup"),
    ("The standing curl exercise", "Dumbbell Standing Curl"),
    ("running on a treadmill", "Treadmill Run (Distance)"),
    ("wide flies", "Wide Fly"),
    ("bear crawl", "Bear Crawl (Time)"),
    ("bear crawl (time)", "Bear Crawl (Time)"),
    ("row with bent knees", "Row Bent Knees"),
    ("seated machine dip", "Seated Dip"),
]
OTHER = [
    ("one arm row", "Single Arm Row", ("one",)),
    ("assisted pull-up", "Pull-Up", ("assisted",)),
    ("side crunch (wall)", "Wall Side Crunch", ("(wall)",)),
    ("squat hold", "Squat", ("hold",)),
    ("prowler push", "Sled Push", ("prowler",)),
    ("narrower row", "Narrow Row", ("narrower",)),
]


@pytest.mark.parametrize(("name", "title"), SAME)
def test_one_name_in_many_ways(name: str, title: str) -> None:
    assert compare(name, title, ["machine"]).foreign == ()


@pytest.mark.parametrize(("name", "title", "foreign"), OTHER)
def test_another_name(name: str, title: str, foreign: tuple[str, ...]) -> None:
    likeness = compare(name, title, ["sled", "prowler"])
    assert likeness.foreign == foreign
    assert likeness.is_alike


@pytest.mark.parametrize(
    ("name", "title", "absent"),
    [
        ("curl", "Spider Curl", ("spider",)),
        ("crawl", "Bear Crawl (Time)", ("bear",)),
        ("curl", "Machine Curl", ()),
        ("wide version", "Wide Push-Up", ()),
        ("push-up", "Pushup with Clap", ("clap",)),
    ],
)
def test_a_shorter_name(name: str, title: str, absent: tuple[str, ...]) -> None:
    likeness = compare(name, title, ["machine"])
    assert (likeness.foreign, likeness.absent) == ((), absent)


@pytest.mark.parametrize("name", ["", "barbell row", "it", "lighter bell of the set"])
def test_a_name_for_something_else(name: str) -> None:
    assert not compare(name, "Squat").is_alike
