"""The frame of a report: what stands before its first section and after its last."""
