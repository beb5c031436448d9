"""Fixtures that several rooms share."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("tests", suppress_health_check=[HealthCheck.too_slow])  # the load of a machine is no fault
settings.load_profile("tests")
_DATA = tempfile.mkdtemp(prefix="alignment-tests-")
os.environ["ALIGNMENT_DATA"] = _DATA  # a developer's own imports change no test
atexit.register(shutil.rmtree, _DATA, ignore_errors=True)
ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents, reference data and cases that may stand beside the checkout."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the folder of real documents (../shared) is not there")
    return folder
