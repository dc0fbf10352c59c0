"""MHTML: a page as a browser saves it, in one file with its pictures."""

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage
from typing import cast

from copydesk.errors import ReadError
from copydesk.reading.document import RawDocument
from copydesk.reading.rules import ReadRules
from copydesk.reading.source import Source, whole

_WITH_PICTURES = 4  # times the size of a page alone


def mhtml_documents(source: Source, rules: ReadRules) -> Iterator[RawDocument]:
    """The page in an MHTML file. Raises `ReadError` where there is none."""
    content = whole(source, _WITH_PICTURES * rules.largest)
    message = email.message_from_bytes(content, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            page = cast("EmailMessage", part)
            location = page["Content-Location"] or message["Snapshot-Content-Location"]
            yield RawDocument(
                id=source.name,
                data=cast("bytes", page.get_payload(decode=True)),
                format="html",
                path=source.path,
                encoding=page.get_content_charset(),
                url=str(location).strip() if location else None,
            )
            return
    raise ReadError("an MHTML file without a page in it")


def is_mhtml(head: bytes) -> bool:
    """Whether the first bytes are the header of a mail in parts that belong together."""
    header = head.replace(b"\r\n", b"\n").partition(b"\n\n")[0].lower()
    return b"mime-version:" in header and b"multipart/related" in header
