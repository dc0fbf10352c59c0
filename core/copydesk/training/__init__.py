"""How the shipped encoders were made; not imported by the product, needs `copydesk[train]`."""
