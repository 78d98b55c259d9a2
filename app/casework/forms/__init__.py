"""What a counsellor may send: one module per part of a page, put together in `pages`."""
