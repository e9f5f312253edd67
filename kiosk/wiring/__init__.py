"""What `app.py` puts the booth together from, one file for each side of it."""
