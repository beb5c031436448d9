"""What every value of the house shares: frozen, strict about its fields, bilingual where people read it."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Lang = Literal["id", "en"]


class Frozen(BaseModel):
    """A value that is made once and never changed; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(Frozen):
    """Words for people, in Indonesian (`id`) and English (`en`)."""

    id: str
    en: str

    def in_language(self, lang: Lang) -> str:
        """The words in `lang`, "id" or "en"."""
        return self.id if lang == "id" else self.en
