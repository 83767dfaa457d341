"""Imported by the process from which the tests' document workers are forked: what they would each import and compile."""

from __future__ import annotations

import gc
from importlib import import_module
from pathlib import Path

from documents.reading import read_plan

ROOT = Path(__file__).parents[1]

for _name in ("plan_writer", "summary_xlsx", "template"):
    import_module(f"documents.written.{_name}")
for _name in ("hospital-2024.docx", "almaty-2030.xlsx"):
    read_plan((ROOT / "documents" / "plans" / _name).read_bytes(), _name)

gc.collect()
gc.freeze()  # no worker goes through all of that again, nor gets a copy of its pages by doing so
