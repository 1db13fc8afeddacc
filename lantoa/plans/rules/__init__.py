"""Rules of plans, one module a rule."""
