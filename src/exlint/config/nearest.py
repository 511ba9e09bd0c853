"""Which configuration holds for which folder."""

from __future__ import annotations

from exlint.config.load import Rules, find_config, load_config
from exlint.config.settings import Config
from exlint.light import dataclass, field
from exlint.paths import folder_of


@dataclass(frozen=True)
class Configs:
    """The configurations of a run: of each folder, the nearest file's."""

    rules: Rules
    """The names of all rules and groups."""
    only: Config | None = None
    """The configuration that the user names: it holds everywhere."""
    _found: dict[str, Config] = field(default_factory=dict)

    def of(self, folder: str) -> Config:
        """Return the configuration of a folder (absolute).

        Raises:
            UserError: its file is wrong.
        """
        if self.only is not None:
            return self.only
        known = self._found.get(folder)
        if known is None:
            known = self._found[folder] = self._look(folder)
        return known

    def afresh(self) -> Configs:
        """Return the configurations as the files have them now.

        Raises:
            UserError: the file that the user names is wrong.
        """
        if self.only is None or self.only.file is None:
            return Configs(self.rules)
        return Configs(self.rules, load_config(self.only.file, self.rules))

    @property
    def known(self) -> tuple[Config, ...]:
        """The configurations that were asked for."""
        return (self.only,) if self.only else tuple(self._found.values())

    def _look(self, folder: str) -> Config:
        path = find_config(folder)
        if path is not None:
            return load_config(path, self.rules)
        above = folder_of(folder)
        return Config() if above == folder else self.of(above)
