"""Many documents: what they are, where they come from, and the processes that parse them."""
