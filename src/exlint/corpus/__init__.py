"""What is kept of each page, and all pages together."""

from exlint.corpus.corpus import Corpus, Entry

__all__ = ["Corpus", "Entry"]
