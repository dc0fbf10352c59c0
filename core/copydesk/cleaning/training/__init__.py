"""How the model that tells a page's article from the rest was learned; no part of cleaning."""
