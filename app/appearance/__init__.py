"""Light or dark pages: as the system says, unless the person chose."""
