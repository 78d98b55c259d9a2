"""What may fit whom, why, and in which order: pure decisions, shared by the capabilities above."""
