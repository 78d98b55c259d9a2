"""One reader a format: each turns lines or objects of its own into partners."""
