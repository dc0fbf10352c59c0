"""Bytes of every kind become text with valid code points, or a clear error."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.cleaning import CleanOptions, clean
from copydesk.cleaning.decode import decode
from copydesk.cleaning.detect import looks_like_html, refuse_binary
from copydesk.errors import CopydeskError, NotAnArticleError, ReadError
from copydesk.reading.document import RawDocument

GERMAN = "Der Größte fährt über die Straße, sagte Frau Müßig. Öl wird teurer."


def read(data: bytes, encoding: str | None = None) -> str:
    return decode(RawDocument(id="x", data=data, encoding=encoding))[0]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(GERMAN.encode(), id="utf-8"),
        pytest.param(b"\xef\xbb\xbf" + GERMAN.encode(), id="utf-8 with a mark"),
        pytest.param(GERMAN.encode("utf-16"), id="utf-16 with a mark"),
        pytest.param(GERMAN.encode("utf-16-le"), id="utf-16 little-endian without a mark"),
        pytest.param(GERMAN.encode("utf-16-be"), id="utf-16 big-endian without a mark"),
        pytest.param(GERMAN.encode("utf-32"), id="utf-32 with a mark"),
        pytest.param(GERMAN.encode("latin-1"), id="latin-1 undeclared"),
    ],
)
def test_german_is_read_in_any_encoding(data):
    assert read(data) == GERMAN


@pytest.mark.parametrize(
    ("label", "codec", "words"),
    [
        ("iso-8859-1", "cp1252", "“Über uns” – 5 €"),
        ("windows-1251", "cp1251", "Сегодня в Москве идёт снег"),
        ("Shift_JIS", "cp932", "東京で会議が開かれた"),
        ("gb2312", "gb18030", "北京今天下雨。"),
        ("euc-kr", "cp949", "서울에 비가 온다"),
    ],
)
def test_the_page_s_own_declaration_is_followed(label, codec, words):
    page = f'<html><head><meta charset="{label}"></head><body>{words}</body></html>'
    assert words in read(page.encode(codec))


def test_utf8_is_read_as_utf8_whatever_the_page_declares():
    page = f'<meta charset="iso-8859-1">{GERMAN}'
    assert read(page.encode(), "latin-1") == page


def test_a_stray_windows_byte_does_not_spoil_a_utf8_text():
    data = ("é ü ö ä ß " * 40).encode() + b"5 \x80 " + "ñ".encode()
    assert read(data).endswith("5 € ñ")


def test_unknown_labels_are_passed_over():
    assert read(b'<meta charset="no-such-thing">caf\xe9 au lait, d\xe9j\xe0 vu') is not None


def test_controls_and_nul_go_and_line_ends_become_one():
    assert read(b"a\x00b\x07c\r\nd\re\x0cf") == "abc\nd\ne\nf"


def test_lone_surrogates_become_replacement_characters():
    assert read("a\ud800b".encode("utf-8", "surrogatepass")) == "a\ufffdb"


def test_mojibake_is_left_alone():
    assert read("GrÃ¶ÃŸe".encode()) == "GrÃ¶ÃŸe"


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"%PDF-1.7\n%\xe2\xe3",
        b"PK\x03\x04\x14\x00",
        b"\x1f\x8b\x08\x00",
        b"RIFF\x24\x00\x00\x00WEBPVP8 ",
        bytes(range(32)) * 20,
    ],
)
def test_files_of_another_kind_are_refused(data):
    with pytest.raises(NotAnArticleError, match="not an article but"):
        refuse_binary(data)


@pytest.mark.parametrize("size", [200, 1000, 100_000])
@pytest.mark.parametrize("seed", range(20))
def test_noise_is_refused(size, seed):
    with pytest.raises(NotAnArticleError, match="binary data"):
        refuse_binary(random.Random(seed).randbytes(size))


RUSSIAN = "Мост закрыт с понедельника, сообщила администрация.\nДвижение восстановят в мае.\n"
JAPANESE = "橋は月曜日から通行止めになる、と市が発表した。\n工事は五月まで続く。\n"
CHINESE = "大桥周一起封闭，市政府表示。\n工程将持续到五月。\n"
KOREAN = "다리는 월요일부터 통제된다고 시가 밝혔다.\n"
ENGLISH = "The bridge was closed on Monday 🌧, the council said.\n"


@pytest.mark.parametrize("text", [RUSSIAN, JAPANESE, CHINESE, KOREAN, ENGLISH])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "utf-32"])
def test_text_of_two_bytes_a_letter_is_read_without_a_mark_too(text, encoding):
    data = text.encode(encoding)
    refuse_binary(data)
    assert decode(RawDocument(id="x", data=data)) == (text, encoding)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
        (CHINESE, "gb18030"),
        (CHINESE, "hz"),
        (KOREAN, "cp949"),
        ("Le café fermé à l’été\x85\x93\x94", "latin1"),
    ],
)
def test_text_in_an_old_encoding_is_no_binary(text, encoding):
    refuse_binary(text.replace("’", "'").encode(encoding))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"N\bNA\bAM\bME\bE of it", "NAME of it", id="printed twice"),
        pytest.param(b"_\bt_\bh_\be bridge", "the bridge", id="underlined"),
        pytest.param("é\bét\bté".encode(), "été", id="accents printed twice"),
        pytest.param(b"\x1b[1mBridge\x1b[0m shut\n" * 3, "Bridge shut\n" * 3, id="colours"),
        pytest.param(b"\x01a12\x02\nIt shut.\n\x03\x04", "a12\nIt shut.\n", id="a wire's marks"),
        pytest.param(b"Shut.\f\nOpen.\f\n", "Shut.\n\nOpen.\n\n", id="form feeds"),
        pytest.param(b"Shut.\r\n" + b"\x1a" * 100, "Shut.\n", id="filled up"),
    ],
)
def test_old_texts_are_read(data, expected):
    refuse_binary(data)
    assert read(data) == expected


@pytest.mark.parametrize("data", [b"", b" \n\t ", "\u00a0\ufeff".encode()])
def test_emptiness_is_an_error(data):
    with pytest.raises(ReadError, match="white space"):
        clean(RawDocument(id="x", data=data))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!DOCTYPE html><html>", True),
        ("<?xml version='1.0'?>\n<html xmlns='x'>", True),
        ("<p>Rain is <b>due</b> today.</p>", True),
        ("Rain is due.\n<p>It is wet.<br>Very.</p>", True),
        ("If a < b and b > c then <what>?", False),
        ("Use the <p> tag for paragraphs. " + "Plain words follow here. " * 100, False),
        ("Rain is due on Monday.", False),
    ],
)
def test_html_is_told_from_text_by_content(text, expected):
    assert looks_like_html(text) is expected


@pytest.mark.parametrize("text", ["One.\n\nTwo\nlines.\n", "  a\r\nb\x00 \n", "", "no end"])
def test_verbatim_keeps_text_to_the_character(text):
    (draft,) = clean(RawDocument(id="x", data=text.encode()), CleanOptions(verbatim=True))
    assert draft.article.text == text
    assert " ".join(text[b.start : b.end] for b in draft.article.blocks).split() == text.split()


@given(st.binary(max_size=400))
def test_any_bytes_give_valid_text_or_an_error_of_ours(data):
    try:
        text, _ = decode(RawDocument(id="x", data=data))
        refuse_binary(data)
    except CopydeskError:
        return
    text.encode()


@pytest.mark.parametrize("start", ["<!--a-->", "<?xml a>", " ", "<!--", "<!--a--> "])
def test_no_beginning_of_a_document_takes_long_to_tell(start: str):
    begin = time.process_time()
    assert not looks_like_html(start * (60_000 // len(start)))
    assert looks_like_html("<!--a--><?xml a>\n" * 1000 + "<html>")
    assert time.process_time() - begin < 5
