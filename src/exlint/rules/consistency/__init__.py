"""Rules of the group `consistency`."""
