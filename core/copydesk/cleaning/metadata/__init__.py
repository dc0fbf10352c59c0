"""What a page says about its article: JSON-LD, meta elements, microdata, its own visible words."""
