"""Rules of what coverage may claim and show, one module a rule."""
