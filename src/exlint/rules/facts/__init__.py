"""Rules of the group `facts`."""
