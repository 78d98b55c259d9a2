"""What is kept of a search: the words that name nobody, and the last searches of an account."""
