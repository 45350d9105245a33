"""The tidy tables of many documents on disk: how they come there, and how they are read again."""
