"""Pass 1 on a Dask cluster that is there already.

https://distributed.dask.org/en/stable/api.html#distributed.Client.get_executor
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from exlint import __version__
from exlint.errors import UserError
from exlint.workers import Crew

_PATIENCE = 10
"""Seconds to wait for the scheduler."""


@contextmanager
def cluster(address: str) -> Iterator[Crew]:
    """Hire the workers of a Dask scheduler: for one that dies, others stand in.

    Raises:
        UserError: there is no such scheduler, or exlint is not on its workers.
    """
    try:
        from distributed import Client
        from distributed.comm.addressing import parse_address
        from distributed.comm.registry import get_backend
    except ImportError as error:
        raise UserError("--engine dask: pip install 'exlint[dask]'") from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL + 1)
    try:
        get_backend(parse_address(address)[0])
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        reason = str(error).partition("\n")[0]
        raise UserError(f"--scheduler: {address}: {reason}") from error
    try:
        threads = sum(client.nthreads().values())
        if not threads:
            raise UserError(f"--scheduler: {address}: has no workers")
        _check(client.run(_version, on_error="return"))
        yield Crew(client.get_executor(pure=False), threads)
    finally:
        client.close()


def _version() -> str:
    return __version__


def _check(versions: dict[str, object]) -> None:
    """Check that the workers do what this process would do.

    Raises:
        UserError: one has another exlint, or none.
    """
    for worker, version in versions.items():
        if version != __version__:
            there = version if isinstance(version, str) else "not importable"
            message = f"exlint is {there}, here it is {__version__}"
            raise UserError(f"--scheduler: worker {worker}: {message}")
