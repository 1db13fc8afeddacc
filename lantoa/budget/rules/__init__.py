"""Rules of the money: one module a rule."""
