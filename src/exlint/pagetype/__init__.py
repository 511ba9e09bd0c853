"""A page type, compiled from its schema: fields, layout, patterns, vocabulary."""
