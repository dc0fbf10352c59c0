"""Feeds and agency XML: stories with their full text, and no entity resolved."""

import socket
import time
from pathlib import Path

import pytest
from packed import ATOM, NEWSML, NITF, RSS, read


def test_feed_items_come_out_with_their_full_text():
    rain, empty = read(RSS)
    assert (rain.id, rain.url, rain.title) == ("-#1", "http://x/1", "Rain & snow")
    assert rain.published == "2020-03-04T10:00:00+01:00"
    assert b"<p>Rain fell in <b>Oslo</b>.</p>" in rain.data
    assert b"Short." not in rain.data
    assert empty.error.message == "an item without a text"
    (snow,) = read(ATOM)
    assert (snow.url, snow.published) == ("http://x/2", "2020-03-05T08:00:00Z")
    assert b"<p>Snow fell.</p>" in snow.data
    assert b'content="Ann Lee"' in snow.data


@pytest.mark.parametrize("before", ["<!DOCTYPE rss [<!ENTITY x 'y'>]>", "<?a?><!-- b -->"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_feed_is_known_whatever_stands_before_its_root(before: str, encoding: str):
    text = RSS.decode().partition("?>")[2] if RSS.startswith(b"<?xml") else RSS.decode()
    rain, _ = read(f"{before}\n{text}".encode(encoding))
    assert (rain.id, rain.title) == ("-#1", "Rain & snow")


@pytest.mark.parametrize(
    "start", [b"<?a?>", b"<!-- -->", b"<!DOCTYPE a>", b"<?a?> ", b"\n", b"<!DOCTYPE a [b]>", b"<?"]
)
def test_no_beginning_of_a_page_takes_long_to_look_at(start: bytes):
    begin = time.process_time()
    (page,) = read(start * (1_000_000 // len(start)) + b"x")
    assert page.format == "auto"
    assert time.process_time() - begin < 5


def test_agency_xml_gives_its_stories():
    (rain,) = read(NITF)
    assert (rain.id, rain.title, rain.published) == ("-", "Rain over Oslo", "2020-03-04")
    assert b"<p>Rain fell.</p><h2>Later</h2><p>It &lt;stopped&gt;.</p>" in rain.data
    assert b"cloud" not in rain.data
    assert b'content="Ann Lee"' in rain.data
    snow, hail = read(NEWSML)
    assert (snow.id, snow.title, snow.published) == ("-#1", "Snow", "2020-03-05T08:00:00Z")
    assert b"<p>Snow fell.</p>" in snow.data
    assert b"<p>Hail fell.</p><p>And more.</p>" in hail.data


def test_xml_entities_are_not_expanded(tmp_path: Path):
    (tmp_path / "secret").write_text("SECRET")
    entity = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{tmp_path}/secret"><!ENTITY y "LAUGH">]>'
    feed = RSS.replace(b"<rss ", entity.encode() + b"<rss ", 1).replace(b"Short.", b"&x;&y;&y;")
    feed = feed.replace(b"<p>Rain fell in <b>Oslo</b>.</p>", b"")
    texts = [getattr(item, "data", b"") for item in read(feed, input_format="feed")]
    assert not any(b"SECRET" in text or b"LAUGH" in text for text in texts)


def test_broken_xml_is_a_failure_after_what_was_well():
    first, last = read(RSS[: RSS.index(b"<item><title>Empty")] + b"<item><oops></item>")
    assert first.title == "Rain & snow"
    assert "not well-formed" in last.error.message


def test_xml_that_names_a_place_on_the_network_is_read_without_going_there():
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        place = f"http://127.0.0.1:{server.getsockname()[1]}/x.dtd"
        kinds = f'<!DOCTYPE rss SYSTEM "{place}" [<!ENTITY % x SYSTEM "{place}"> %x;]>'
        feed = RSS.replace(b"<rss ", kinds.encode() + b"<rss ", 1)
        rain, _ = read(feed, input_format="feed")
        with pytest.raises(TimeoutError):
            server.accept()
    assert rain.title == "Rain & snow"


def test_entities_made_of_entities_blow_nothing_up():
    lines = ['<!ENTITY l0 "ha">']
    lines += [f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12)]
    feed = RSS.replace(b"<rss ", f"<!DOCTYPE rss [{''.join(lines)}]><rss ".encode(), 1)
    items = read(feed.replace(b"Short.", b"&l11;"), input_format="feed")
    assert all(len(getattr(item, "data", b"")) < 10_000 for item in items)
