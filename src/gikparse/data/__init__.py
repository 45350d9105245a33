"""Facts of the domain as data: forms, indicators, section topics, titles, units, word lists."""
