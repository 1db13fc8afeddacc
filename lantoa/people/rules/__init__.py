"""Rules about people: one module a rule."""
