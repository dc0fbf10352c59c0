"""Lines around the article that may say when it was published."""

import re
from collections.abc import Sequence

from copydesk.cleaning.credits import CREDIT_AT_END
from copydesk.cleaning.readings import squeezed
from copydesk.cleaning.verdicts import Verdict

LONGEST = 120
"""Characters of such a line."""

PARAGRAPH = 80
"""Characters from which a piece of body is a paragraph."""

BELOW, ABOVE = 25, 10
"""Pieces below and above the headline that are near it."""

MOST = 12

DATED = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d[./-]\d\d?[./-]\d\d(?!\d)")

POSTED = re.compile(
    r"(?:this (?:entry|post|article|page) was (?:posted|written|published|created|filed)"
    r"|dieser (?:beitrag|artikel|eintrag) wurde|cet(?:te)? (?:article|entrée|billet) a été"
    r"|esta entrada (?:fue|se)|quest[oa] (?:articolo|voce) è stat[oa]"
    r"|est[ea] (?:artigo|entrada) foi"
    r"|dit bericht (?:is|werd)|эта запись была)",
    re.I,
)
"""Sentences below an article that date it, however long: "This entry was posted on …"."""

NO_DATE = frozenset(("copyright", "comments", "read-also"))


def lines_near_headline(judged: Sequence[Verdict], titles: Sequence[str]) -> list[str]:
    """Give the dated lines around the headline that are no body, those below it first."""
    start = _first_paragraph(judged)
    forms = {squeezed(title) for title in titles}
    heads = [
        at for at, verdict in enumerate(judged[:start]) if squeezed(verdict.piece.text) in forms
    ]
    head = heads[-1] if heads else max(0, start - BELOW // 2)
    below = judged[head + 1 : min(start + 4, head + BELOW)]
    above = judged[max(0, head - ABOVE) : head][::-1]
    return [verdict.piece.text for verdict in (*below, *above) if _may_date(verdict)]


def lines_elsewhere(judged: Sequence[Verdict]) -> list[str]:
    """Give the dated lines in and after the article that are no body, then those before it."""
    start = next((at for at, verdict in enumerate(judged) if verdict.is_body), 0)
    order = (*judged[start:], *judged[:start][::-1])
    return [verdict.piece.text for verdict in order if _may_date(verdict)][:MOST]


def _first_paragraph(judged: Sequence[Verdict]) -> int:
    paragraphs = (at for at, v in enumerate(judged) if v.is_body and len(v.piece.text) >= PARAGRAPH)
    return next(paragraphs, len(judged))


def _uncredited(text: str) -> str:
    """Cut off a picture's credit: "(Foto: A. Moss, 15.01.2022)" dates the picture."""
    credit = CREDIT_AT_END.search(text, max(0, len(text) - LONGEST))
    return text[: credit.start()] if credit else text


def _may_date(verdict: Verdict) -> bool:
    text = verdict.piece.text
    return (
        (len(text) <= LONGEST or POSTED.match(text) is not None)
        and DATED.search(_uncredited(text)) is not None
        and (not verdict.is_body or len(text) < PARAGRAPH)
        and verdict.reason not in NO_DATE
    )
