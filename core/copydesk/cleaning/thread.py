"""Threads of forums and of questions with answers: the posts are the body."""

import re
from collections.abc import Sequence

import numpy as np
from lxml.html import HtmlElement

from copydesk.article import BlockKind
from copydesk.cleaning.features import Flags
from copydesk.cleaning.lists import words
from copydesk.cleaning.pieces import Piece

CLASSES = words("markup.txt", "post")
ROLES = words("markup.txt", "post-role")
TYPES = words("markup.txt", "post-type")
NUMBERED = re.compile(r"(?:post_message_|msg_|pid_)\d+")
"""The id of a post's words."""

QUOTING = re.compile(
    r".{0,60}?\b(?:wrote|said|schrieb|hat geschrieben|a écrit|escribió|ha scritto|написал\(?а?\)?)"
    r"\s?:",
    re.I | re.S,
)
"""Ann wrote: …"""

LEAST = 2
"""Posts in a thread."""

MOSTLY = 0.5
"""Share of the page's running text in the posts of a thread; fewer are comments on an article."""


def posts_of(pieces: Sequence[Piece], running: Flags) -> Flags | None:
    """Tell for each piece whether a post says it, in a thread; None on any other page.

    `running` tells which pieces are running text. What a post quotes of another is left out.
    """
    known: dict[HtmlElement, HtmlElement | None] = {}
    posts = [_post(piece.element, known) for piece in pieces]
    size = np.array([len(piece.text) for piece in pieces]) * running
    inside = np.array([at is not None for at in posts])
    if len(set(posts) - {None}) < LEAST or size[inside].sum() < MOSTLY * size.sum():
        return None
    return np.asarray(inside & [not _is_quoted(piece) for piece in pieces])


def _post(element: HtmlElement, known: dict[HtmlElement, HtmlElement | None]) -> HtmlElement | None:
    """Give the element with the words of a post that one is in; fill in what is known so far."""
    path = []
    found = None
    for around in (element, *element.iterancestors()):
        if around in known:
            found = known[around]
            break
        path.append(around)
        if _holds_post(around):
            found = around
            break
    known.update(dict.fromkeys(path, found))
    return found


def _holds_post(element: HtmlElement) -> bool:
    named = (element.get("class") or "").lower().split()
    role = element.get("data-role") or element.get("component") or ""
    if not CLASSES.isdisjoint(named) or role.lower() in ROLES:
        return True
    if NUMBERED.fullmatch(element.get("id") or ""):
        return True
    if "content" in named:
        return any("postbody" in (e.get("class") or "").split() for e in element.iterancestors())
    return element.get("itemprop") == "text" and _is_posted(element)


def _is_posted(text: HtmlElement) -> bool:
    scope = next((e for e in text.iterancestors() if e.get("itemtype")), None)
    return scope is not None and (scope.get("itemtype") or "").lower().rsplit("/", 1)[-1] in TYPES


def _is_quoted(piece: Piece) -> bool:
    """Tell what a post repeats of another, and the line that says whose words they are."""
    if QUOTING.fullmatch(piece.text):
        return True
    return piece.kind is BlockKind.BLOCKQUOTE and QUOTING.match(piece.text) is not None
