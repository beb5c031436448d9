"""What we look for: rule files loaded, validated and compiled."""

from alignment.rules.load import forget, load, using
from alignment.rules.model import BoundRule, PartName, Rule, RuleSet

__all__ = ["BoundRule", "PartName", "Rule", "RuleSet", "forget", "load", "using"]
