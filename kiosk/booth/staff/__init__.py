"""The staff's side of the touchscreen: the gate, and the printers behind it."""
