"""Words that coordinators add to the vocabulary of the search, and who accepts them."""
