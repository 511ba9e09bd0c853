"""A schema whose sentences name what it does not have is refused."""

from typing import Any

import pytest

from exlint.pagetype.sentence_names import wrong_names
from tests.support import built_in_store

PROPERTIES: dict[str, Any] = {
    "name": {},
    "level": {},
    "groups": {"items": {"properties": {"muscle": {}}}},
}


@pytest.mark.parametrize(
    ("page", "errors"),
    [
        ({"patterns": ["The {name} is {level}."]}, []),
        ({"patterns": ["{count} for your {muscle}"]}, []),
        (
            {"patterns": ["It is {levle}."]},
            ["/x-markdown/patterns/0: no property 'levle': did you mean 'level'?"],
        ),
        (
            {"patterns": ["A.", {"text": "B.", "when": {"levl": 1}, "in": "steps"}]},
            [
                "/x-markdown/patterns/1/in: no property 'steps'",
                "/x-markdown/patterns/1/when: no property 'levl'"
                ": did you mean 'level'?",
            ],
        ),
        (
            {"assertions": [{"text": "{any} is {level}", "in": ["name", "faq"]}]},
            ["/x-markdown/assertions/0/in: no property 'faq'"],
        ),
        (
            {"links": [{"in": "name", "target": "/{naem|slug}"}]},
            ["/x-markdown/links/0: no property 'naem': did you mean 'name'?"],
        ),
    ],
)
def test_names_in_sentences(page: dict[str, Any], errors: list[str]) -> None:
    schema = {"properties": PROPERTIES, "x-markdown": page}
    found = [f"{error.pointer}: {error.message}" for error in wrong_names("a", schema)]
    assert found == errors


@pytest.mark.parametrize("name", ["exercise", "comparison", "hub"])
def test_the_built_in_schemas_name_what_they_have(name: str) -> None:
    file = f"{name}.schema.json"
    assert [*wrong_names(file, built_in_store().documents[file])] == []
