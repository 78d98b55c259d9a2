"""The sheet handed to the person: where to go, when, whom to ask for; it says nothing of why."""
