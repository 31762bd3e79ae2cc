"""Copies made with known edits out of the texts of a data set, and systems that are to find them."""
