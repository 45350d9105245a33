"""Readers: from the bytes of a file to text. Only text files are read."""

from gikparse.readers.text import Decoded, read_text

__all__ = ["Decoded", "read_text"]
