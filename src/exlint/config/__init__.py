"""Configuration: TOML files to a frozen `Config`."""

from exlint.config.load import NAMES, find_config, load_config
from exlint.config.nearest import Configs
from exlint.config.settings import SEVERITIES, Config, Links

__all__ = [
    "NAMES",
    "SEVERITIES",
    "Config",
    "Configs",
    "Links",
    "find_config",
    "load_config",
]
