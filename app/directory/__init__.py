"""The directory: who hosts, houses, hires, cares or helps, where, and with how many places."""
