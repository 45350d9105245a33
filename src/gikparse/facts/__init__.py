"""Figures in sentences: quantities, the indicators that they state, and breakdowns."""
