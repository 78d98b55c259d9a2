"""What runs on a schedule, and the process that runs it."""
