"""The rows of an HTML table, with the rows and columns that its cells span."""

from __future__ import annotations

from html.parser import HTMLParser

from alignment.reading.tables import Span

_MOST_SPAN = 200


def html_rows(html: str) -> list[list[Span]]:
    """The cells of each row that has any."""
    parser = _Rows()
    parser.feed(html)
    parser.close()
    return [row for row in parser.rows if row]


class _Rows(HTMLParser):
    """Collects the cells of each row."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[Span]] = []
        self._cell: list[str] | None = None
        self._spans = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self._close()
            self.rows.append([])
        elif tag in ("td", "th"):
            self._close()
            if not self.rows:
                self.rows.append([])
            given = dict(attrs)
            self._spans = _span(given.get("rowspan")), _span(given.get("colspan"))
            self._cell = []
        elif tag in ("br", "p", "div", "li") and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._close()

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)

    def _close(self) -> None:
        if self._cell is not None:
            lines = (" ".join(line.split()) for line in "".join(self._cell).split("\n"))
            self.rows[-1].append(Span(*self._spans, "\n".join(line for line in lines if line)))
            self._cell = None


def _span(value: str | None) -> int:
    return min(max(int(value), 1), _MOST_SPAN) if value and value.strip().isdecimal() else 1
