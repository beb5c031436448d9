"""Official tables that a user holds, made into corpora of the user's own data folder.

Each verb takes a CSV or XLSX file, finds its columns by the words of the header, writes a corpus under
`<data>/corpora/<name>/` and returns that folder; `corpora.load` lays it over what ships. The accepted header words
stand in `COLUMNS` of each module and in `corpora/README.md`.
"""

from alignment.corpora.importing.nomenclature import nomenclature
from alignment.corpora.importing.regulations import regulations
from alignment.corpora.importing.rpjmn import rpjmn
from alignment.corpora.importing.sdg import sdg

__all__ = ["nomenclature", "regulations", "rpjmn", "sdg"]
