"""Matching: which offers fit a plan, why, and in which order."""
