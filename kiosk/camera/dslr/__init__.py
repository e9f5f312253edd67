"""DSLRs, through libgphoto2."""
