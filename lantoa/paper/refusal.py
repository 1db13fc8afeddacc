"""What a reader says when it cannot read."""


class Unreadable(Exception):
    """The file cannot be read; str() is one Vietnamese sentence that says why and what to do."""
