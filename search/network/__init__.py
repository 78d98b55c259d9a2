"""The network as the map, its table and its totals read it: one filter for all three."""
