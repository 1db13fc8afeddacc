"""Rules of the stations, one module a rule."""
