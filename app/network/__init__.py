"""The network as coordinators see it: map, table, totals, what needs attention, coverage."""
