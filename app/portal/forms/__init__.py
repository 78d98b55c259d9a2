"""What a partner may send, and what is written down for one that telephoned."""
