"""One writer a format: what is shared of the directory, streamed as bytes."""
