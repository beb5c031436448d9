"""The parts of a citation: kinds and issuers, numbers, titles, nicknames. `grammar.citations` puts them together."""
