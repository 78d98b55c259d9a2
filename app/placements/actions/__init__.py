"""Verbs on requests and stays; none authorises nor commits."""
