"""What needs attention in the network: lists to work through, one row for one thing to do."""
