"""Where staff are in their rooms, and what they have put together there and not asked for yet."""
