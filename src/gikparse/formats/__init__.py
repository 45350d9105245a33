"""A report in other forms: JSON, and the JSON Schema that describes it."""
