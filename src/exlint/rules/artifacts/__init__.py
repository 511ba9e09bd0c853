"""Rules of the group `artifacts`."""
