"""Pages of invented exercises, as many as are asked for, with known defects."""
