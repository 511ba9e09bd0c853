"""Rules of the group `corpus`."""
