"""Where the network does not reach: communes far from any open offer of a kind."""
