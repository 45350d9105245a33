"""A run of the linter over files: settings, waivers, known findings, and what comes out."""
