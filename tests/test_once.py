"""What is read off an object is read once."""

from __future__ import annotations

import pytest

from exlint.once import Once, cached_property


class Reader(Once):
    def __init__(self) -> None:
        self.times = 0

    @cached_property
    def number(self) -> int:
        """The number."""
        self.times += 1
        return self.times

    @cached_property
    def broken(self) -> int:
        self.times += 1
        raise ValueError("broken")


def test_a_property_is_read_once_for_each_object() -> None:
    one, other = Reader(), Reader()
    other.times = 5
    assert [one.number, one.number, other.number] == [1, 1, 6]


def test_a_property_that_fails_is_read_again() -> None:
    reader = Reader()
    for times in (1, 2):
        with pytest.raises(ValueError, match="broken"):
            reader.broken  # noqa: B018
        assert reader.times == times


def test_a_class_has_the_documentation_of_a_property() -> None:
    assert Reader.number.__doc__ == "The number."


def test_a_function_reads_once_for_each_object() -> None:
    def read(reader: Reader) -> list[Reader]:
        return [reader]

    one, other = Reader(), Reader()
    assert one.once(read) is one.once(read)
    assert one.once(read) == [one]
    assert other.once(read) == [other]
