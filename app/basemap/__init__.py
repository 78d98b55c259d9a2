"""Our own base map: no tile is ever asked of another host."""
