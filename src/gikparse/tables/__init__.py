"""Tables: from a zone of the text to rows and cells."""
