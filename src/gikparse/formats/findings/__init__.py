"""Findings of the linter for other programs: JSON, SARIF, GitHub's annotations, CSV.

A writer takes the outcome of a run and the language of messages, `zh` or `en`, and yields
the lines of its output without their ends.
"""
