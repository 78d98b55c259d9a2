"""Measures Maillage at national volume: a generated country, and how long it takes to answer."""
