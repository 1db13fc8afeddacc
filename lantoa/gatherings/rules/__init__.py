"""Rules of gatherings: one module a rule."""
