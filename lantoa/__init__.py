"""Lan Tỏa: law in, message out, proof back."""
