"""Rules of the ledger, one module a rule."""
