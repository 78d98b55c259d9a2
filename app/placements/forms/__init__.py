"""What a counsellor writes down of a request or of a stay."""
