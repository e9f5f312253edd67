"""What staff read, made from what the booth knows."""
