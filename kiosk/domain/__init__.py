"""What the booth is, as plain values and pure functions: no Qt, no I/O, no clock, no randomness."""
