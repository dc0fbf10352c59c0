"""XML, read as a stream: no entities, no network, nothing kept of what has been read."""

from collections.abc import Iterator
from html import escape

from lxml import etree

from copydesk.errors import ReadError
from copydesk.reading.source import Source


def elements(source: Source, names: tuple[str, ...]) -> Iterator[etree._Element]:
    """Each element of these local names, whole; it is gone once the next one is asked for.

    Raises `ReadError`.
    """
    wanted = tuple(f"{{*}}{name}" for name in names)
    try:
        for _, element in etree.iterparse(
            source.stream,
            tag=wanted,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        ):
            yield element
            element.clear()
            while (before := element.getprevious()) is not None:
                before.getparent().remove(before)
    except etree.XMLSyntaxError as fault:
        raise ReadError(f"not well-formed XML: {fault}") from fault


def local_name(element: etree._Element) -> str:
    """An element's name without its namespace."""
    return str(etree.QName(element).localname)


def first(element: etree._Element, *paths: str) -> str | None:
    """The text of the first of these paths that has any, white space made one."""
    for path in paths:
        for found in element.iterfind(path):
            if text := " ".join("".join(found.itertext()).split()):
                return text
    return None


def page(body: str, *, title: str | None, authors: list[str], summary: str | None = None) -> bytes:
    """A small HTML page around an article's body, with what is known of it in its head."""
    metas = [("author", name) for name in authors]
    if summary:
        metas.append(("description", summary))
    head = "".join(f'<meta name="{name}" content="{escape(text)}">' for name, text in metas)
    heading = escape(title or "")
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title>{heading}</title>{head}</head>'
        f"<body><article><h1>{heading}</h1>{body}</article></body></html>"
    ).encode("utf-8", "replace")
