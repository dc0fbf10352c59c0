"""The rules, by the kind of expression that they find."""
