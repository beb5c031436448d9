"""What we point to: pillars, goals, regulations, the nomenclature, national priorities, regions.

Each corpus is a folder of `corpora/` with a `datapackage.json` (source, licence, edition, schema) and an `entries.csv`.
"""

from alignment.corpora.corpus import Corpus
from alignment.corpora.loading import edition, load, load_folder, names

__all__ = ["Corpus", "edition", "load", "load_folder", "names"]
