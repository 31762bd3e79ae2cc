"""Muscle: map and group over many items.  Engines import nothing of ours."""
