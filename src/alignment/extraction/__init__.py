"""Document -> programs, and the rows that could not be read.

`programs` is the whole in order, and puts together what is printed twice. What it calls, by what a document holds:

- Tables with pages: `stitch` joins their pieces. It asks `heads` (which rows are the head, which layout that is),
  `answering` (what the cells below show of it), `fitting` (a piece without a head), `transposed` (on its side) and
  `captions` (the lines above); `columns` and `rows` are the values, `layouts` knows the wordings of heads.
- Rows to programs: `tables` chooses one of `codedtables`, `columntables` and `matrixtables`, which share
  `tablereader` (and `indicators`); `levels` says how deep a name without a code stands.
- Tables without pages: `forms` (a row a program) and `exports` (a row an account).
- Sections, lists and sentences: `narrative` hands the `paragraphs` to a `sectionreader`. It asks
  `standing` (what a paragraph can be at its place), `headings`, `announcing` and `listmarks`; a program begins at an
  item (`items`) or a label (`labels`)
  and is an `openprogram` until the next one, then it is `keeping`'s. `naming` parts names from the facts behind them,
  `telling` reads facts from sentences. Programs that sentences name are found by `sentences`, in lists (`enumerating`)
  or by who does them (`acting`); `quickwins` are named elsewhere. `factsheets` are tables that are one program each,
  `wrapping` says where a line goes on.
- Words: `wording` (cells and names), `choices` (what is ticked), `mending` (words that a narrow cell broke).
- Being read: `drafts` and `fields` gather a program; `places` says where it stands.
- Pages that are pictures or turned: `pictured` and `upright` before, `sums` (figures that add up) and `moved` (figures
  in the wrong column) after.
- Left: `loose` (rows that nobody read), `joining` (several files of one plan), `proving` (layouts on their own cases).
"""

from alignment.extraction.programs import extract_programs

__all__ = ["extract_programs"]
