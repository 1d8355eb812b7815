"""Runs a notebook from its first cell to its last, and leaves its pictures: notebook.py NOTEBOOK FOLDER."""

import base64
import pathlib
import sys

import nbclient
import nbformat

notebook, folder = map(pathlib.Path, sys.argv[1:])
cells = nbformat.read(notebook, as_version=4)
assert not any(cell.get("outputs") for cell in cells.cells), f"{notebook.name} is kept without outputs"
nbclient.NotebookClient(cells, timeout=600, kernel_name="python3").execute()
pictures = 0
for cell in cells.cells:
    for output in cell.get("outputs", []):
        png = output.get("data", {}).get("image/png")
        if png:
            pictures += 1
            (folder / f"picture-{pictures}.png").write_bytes(base64.b64decode(png))
assert pictures >= 4, f"{pictures} pictures"
nbformat.write(cells, folder / notebook.name)
print(f"python: {notebook.name} ran, {pictures} pictures in {folder}")
