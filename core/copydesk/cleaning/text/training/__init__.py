"""How the weights of the line models are learned. The product imports nothing from here."""
