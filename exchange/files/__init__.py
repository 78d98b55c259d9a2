"""Files opened with care: what they are, how they are encoded, and their lines, one by one."""
