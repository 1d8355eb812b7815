"""Finding the program, and starting it."""

import os
import pathlib
import shutil
import subprocess
import sys
import sysconfig


class Error(Exception):
    """The program could not finish; the message is what it said.

    `status` is its exit status: 1 if something got in the way (files, an interrupt).
    """

    def __init__(self, said, status):
        super().__init__(said.strip() or f"safsim ended with exit status {status}")
        self.status = status


class ScenarioError(Error):
    """The command or the scenario is wrong: every mistake, with its line and what was probably meant."""


def program():
    """The path of the program: `$SAFSIM`, the one of this wheel, or that on the path."""
    asked = os.environ.get("SAFSIM")
    if asked:
        return asked
    name = "safsim.exe" if os.name == "nt" else "safsim"
    schemes = [sysconfig.get_path("scripts")]
    try:
        schemes.append(sysconfig.get_path("scripts", sysconfig.get_preferred_scheme("user")))
    except KeyError:
        pass  # There is no such scheme here.
    schemes.append(str(pathlib.Path(sys.executable).parent))
    for folder in schemes:
        path = pathlib.Path(folder or "") / name
        if path.is_file():
            return str(path)
    found = shutil.which("safsim")
    if found:
        return found
    raise Error(
        "the program safsim is not there: `pip install --force-reinstall safsim` brings it, or name it in the "
        "environment variable SAFSIM",
        1,
    )


def start(words, text=None):
    """Starts the program with these words; what it printed. A text goes to its standard input."""
    command = [program(), *map(str, words)]
    try:
        done = subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8", check=False)
    except OSError as why:
        raise Error(f"{command[0]} cannot be started: {why}", 1) from why
    if done.returncode:
        kind = ScenarioError if done.returncode == 2 else Error
        raise kind(done.stderr, done.returncode)
    return done.stdout


def version():
    """What the program says of itself: its version, and the number of the model."""
    return start(["--version"]).strip()
