"""The site that pages make up: its addresses, its anchors, where links lead."""

from exlint.site.address import read_routes, split_address
from exlint.site.anchors import SLUG_STYLES, Anchors, SlugStyle, anchors_of
from exlint.site.detect import Base, detect_base, detect_base_url
from exlint.site.resolve import Kind, Resolution, Site
from exlint.site.wikilinks import is_wiki_link

__all__ = [
    "SLUG_STYLES",
    "Anchors",
    "Base",
    "Kind",
    "Resolution",
    "Site",
    "SlugStyle",
    "anchors_of",
    "detect_base",
    "detect_base_url",
    "is_wiki_link",
    "read_routes",
    "split_address",
]
