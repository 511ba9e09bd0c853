"""`python -m exlint`: the same as the `exlint` command."""

import sys

from exlint.cli import program

if __name__ == "__main__":
    sys.exit(program())
