"""The past of a record in French: what changed, when, by whom."""
