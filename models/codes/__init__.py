"""The coded lists of the domain (domain/rules §5): a code is stored, its French label is shown."""
