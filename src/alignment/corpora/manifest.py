"""The `datapackage.json` of a corpus: what it is, where it comes from, and what its table holds."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from alignment import i18n
from alignment.errors import CorpusError
from alignment.models.base import Text

MANIFEST = "datapackage.json"
FieldType = Literal["string", "integer", "boolean", "date", "list"]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Constraints(_Strict):
    """What a cell must keep."""

    required: bool = False
    enum: tuple[str, ...] | None = None
    pattern: str | None = None


class Column(_Strict):
    """One column of the table. `references` names the corpus whose ids its cells are."""

    name: str
    type: FieldType = "string"
    description: str = ""
    delimiter: str = "|"
    references: str | None = None
    constraints: Constraints = Constraints()


class TableSchema(_Strict):
    """The columns in their order, and the one that identifies a row."""

    fields: tuple[Column, ...]
    primary_key: Literal["id"] = Field(default="id", alias="primaryKey")


class Resource(_Strict):
    """The table file of a corpus."""

    name: str
    path: Literal["entries.csv"]
    format: Literal["csv"] = "csv"
    encoding: Literal["utf-8"] = "utf-8"
    hash: str
    table: TableSchema = Field(alias="schema")

    @property
    def sha256(self) -> str:
        """The hex digits of the sealed hash."""
        return self.hash.removeprefix("sha256:")


class Origin(_Strict):
    """Where facts come from. `path` is an address where there is one, `act` the legal act."""

    title: str
    path: str | None = None
    act: str | None = None


class Licence(_Strict):
    """Terms under which the corpus is passed on."""

    name: str
    title: str = ""


class Manifest(_Strict):
    """A `datapackage.json`, Frictionless in style; `edition` and `editionDate` are ours."""

    name: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    title: Text
    description: Text
    edition: str
    edition_date: dt.date = Field(alias="editionDate")
    sources: tuple[Origin, ...] = Field(min_length=1)
    licenses: tuple[Licence, ...] = Field(min_length=1)
    resources: tuple[Resource] = Field(description="exactly one table")

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the table."""
        return self.resources[0].table.fields


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the corpus in `folder`. Raises CorpusError with file, line and column or key."""
    path = folder / MANIFEST
    try:
        return Manifest.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError) as error:
        raise _wrong(str(path), "unreadable", error) from error
    except json.JSONDecodeError as error:
        raise _wrong(f"{path}:{error.lineno}:{error.colno}", "not_json", error.msg) from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        key = ".".join(map(str, first["loc"]))
        raise _wrong(f"{path}: {key}", "bad_manifest", first["msg"]) from error


def _wrong(where: str, key: str, reason: object) -> CorpusError:
    return CorpusError(i18n.both(f"corpora.{key}", reason=reason), i18n.both("corpora.mend_manifest"), where)
