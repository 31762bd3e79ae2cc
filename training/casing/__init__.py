"""How words are written inside of sentences, counted: the table that text in capitals is brought back by."""
