"""Rules of questions: one module a rule."""
