"""What a person may ask of the directory, and send to it."""
