"""Raw article dumps in, clean articles out, with the entities, the quotes and the dates."""
