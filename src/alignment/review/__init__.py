"""Working with findings: what was waived, what a baseline knew already, what changed between two drafts."""
