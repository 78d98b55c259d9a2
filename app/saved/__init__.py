"""Searches that somebody keeps: named, opened again, watched for what appears."""
