"""MHTML: a page as a browser saves it."""

from packed import SAVED, read


def test_mhtml_gives_its_page():
    (raw,) = read(SAVED)
    assert (raw.data.strip(), raw.encoding, raw.url, raw.format) == (
        b"<p>Caf\xe9</p>",
        "iso-8859-1",
        "http://x/1",
        "html",
    )
