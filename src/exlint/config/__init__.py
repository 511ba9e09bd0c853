"""Configuration: TOML files to a frozen `Config`."""

from exlint.config.load import NAMES, find_config, load_config, parse_config
from exlint.config.nearest import Configs
from exlint.config.settings import Config, Links, Markdown
from exlint.config.words import SEVERITIES

__all__ = [
    "NAMES",
    "SEVERITIES",
    "Config",
    "Configs",
    "Links",
    "Markdown",
    "find_config",
    "load_config",
    "parse_config",
]
