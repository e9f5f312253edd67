"""The staff's screens: their view models, their words, and where staff are among them."""
