"""Rules of displays: one module a rule."""
