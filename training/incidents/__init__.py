"""How the weights and the word rarities of gathering/incidents were made."""
