"""V4L2 devices: which there are, in which modes, and what is wrong with them."""
