"""Rule-based policy alignment checker for Indonesian development plans."""

__version__ = "0.1.0"
