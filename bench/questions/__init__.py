"""What is asked: dozens of places, words and plans, read from the generated country."""
