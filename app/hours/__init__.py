"""Opening hours: the OpenStreetMap syntax, and the simple form that writes it."""
