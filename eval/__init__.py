"""Yardsticks: one module per data set, each with `measure(folder, options)`; run as `python -m eval`."""
