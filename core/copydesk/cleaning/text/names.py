"""The people whom a byline names."""

import re
from collections.abc import Iterator

from copydesk.cleaning.text.cues import CATEGORIES, cue_of

_BYLINE = CATEGORIES.index("byline") + 1

_BY = (
    r"(?:(?:story|text|words|written|reported|posted|published|reporting|interview|rédigé|escrito"
    r"|scritto|geschreven|skrevet)\s+)?"
    r"(?:by|von|par|por|di|door|af|av|de|a cura di|autor(?:in|es|a|zy|ka)?|auteurs?|autore"
    r"|opracowała?|author(?:s|\(s\))?(?: of the article)?|автор(?:ы)?|текст|yazan|penulis|oleh"
    r"|szerző|írta|teksti?|tekst|text|작성자|بقلم|מאת|interview(?=\s?[:：]))"
)
# "By Ada Moss", "Autor: Ada Moss", "ByAda Moss" where a tag was lost
_OPENING = re.compile(rf"{_BY}(?:\s*[:：]\s*|\s+|(?<=by)(?-i:(?=[A-Z][a-z]))|$)", re.IGNORECASE)
# "3 May 2024 | 14:07 Uhr | Von Ada Moss", "Posted on May 3, 2024 by Ada Moss"
_INNER = re.compile(
    r"(?:[|·•;–—-]|\d|\b(?:Uhr|ago|[ap]m|[A-Z]{2,4}T))\s*(?i:by|von|par|por|door)\s+(?=[^\W\d_a-z])"
)
# "Editing by …" and all after it
_OTHERS = re.compile(
    r"\b(?:editing|edited|fact[- ]checked|reviewed|translated|photos?|photographs?|photography"
    r"|video|graphics?|illustrations?)\s+by\b.*",
    re.IGNORECASE,
)
_PICTURE_OF = re.compile(
    r"(?:headshot|(?:profile )?picture|photo|image|portrait|profilbild|foto|bild)"
    r"\s(?:of|von|de)\s+",
    re.IGNORECASE,
)
# Words run together where a tag was lost: "Ada MossPublished", but not "Ada McMoss".
_GLUE = re.compile(
    r"(?<=[a-zà-ÿ])(?<!\bMc)(?<!\bMac)(?<!\bDe)(?<!\bDi)(?<!\bDu)(?<!\bLa)(?<!\bLe)(?<!\bVan)"
    r"(?<!\bFitz)(?=[A-ZÀ-Þ][a-zà-ÿ])"
)
_FIGURE = re.compile(r"[\s(|•·–-]{0,4}\d")
_PARTING = re.compile(
    r"\s*(?:[,;|/•·&()]|\s[-–—]\s|\b(?:and|und|et|y|e|en|og|och|i|и|та|with|mit|ve|dan)\b)\s*"
)
_NAME_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_PARTICLES = re.compile(r"de[lrn]?|d[aio]|dos|das|la|le|van|von|zu|al|el|bin|ibn|ben|ter|ten|y|e")
# Words that end a name: what the person is, and for whom.
_AFTER_NAME = re.compile(
    r"the|for|at|in|of|from|staff|desk|team|news\w*|agency|agencies|redaktion|redacción|rédaction"
    r"|redazione|\w*korrespondent(?:in)?|correspondent|reporters?|\w*redakteur(?:in)?|\w*editors?"
    r"|writer|columnist|contributor|journalist(?:in)?|press|times|post|reuters|afp|ap|dpa|associated"
    r"|today|daily|online|business|sports?|politics?|senior|chief|special|guest|global",
    re.IGNORECASE,
)
# "Moss, Ada"
_TURNED = re.compile(
    r"(?P<family>[^\W\d_][\w'’-]*),\s+(?P<given>[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,2})"
)
_LONGEST = 5
"""Words of the longest name."""
_READ = 400
"""Characters of a byline that are read."""
# "记者张三、李四", "文／李四", "홍길동 기자"
_BARE_NAMES = re.compile(
    r"(?:记者|記者|作者|撰文|文|글)\s*[:：/／=]?\s*(?P<names>[\u3400-\u9fff]{2,4}"
    r"(?:[、，\s]\s*[\u3400-\u9fff]{2,4})*)(?![\u3400-\u9fff])"
    r"|(?<![\uac00-\ud7a3])(?P<korean>[\uac00-\ud7a3]{2,4})\s?기자"
)


def names_in(byline: str) -> tuple[str, ...]:
    """The people named in a byline.

    >>> names_in("By Edith Crane and Alfred Munns, Senior Reporter")
    ('Edith Crane', 'Alfred Munns')
    """
    byline = byline[:_READ]
    if bare := bare_names_in(byline):
        return bare
    text = _GLUE.sub(" | ", _OTHERS.sub("", byline))
    text = _PICTURE_OF.sub("", text)
    if inner := _INNER.search(text):
        text = text[inner.end() :]
    return tuple(dict.fromkeys(_people(opened(text) or text)))


def bare_names_in(text: str) -> tuple[str, ...]:
    """The people whom "reporter" names in Chinese, Japanese or Korean."""
    bare = _BARE_NAMES.search(text)
    return tuple(re.split(r"[、，\s]+", bare["names"] or bare["korean"])) if bare else ()


def upright(byline: str) -> str:
    """Names that an archive gives the wrong way round, "Moss, Ada; Reed, Finn", made right."""
    turned = [_TURNED.fullmatch(part) for part in re.split(r"\s*;\s*", byline)]
    if all(turned):
        return "; ".join(f"{found['given']} {found['family']}" for found in turned if found)
    return byline


def opened(byline: str) -> str:
    """What stands behind the "by" that a line opens with; nothing where it does not."""
    opening = _OPENING.match(byline)
    return byline[opening.end() :] if opening else ""


def says_by(text: str) -> bool:
    """Whether a line says that it is a byline."""
    if _OPENING.match(text) or _INNER.search(text) or _BARE_NAMES.search(text):
        return True
    cue = cue_of(text)
    return cue.category == _BYLINE and cue.whole


def _people(text: str) -> Iterator[str]:
    figure = _FIGURE.search(text)
    parts = _PARTING.split(text[: figure.start()] if figure else text)
    for at, part in enumerate(parts):
        # "Ada Moss December 18": the word before a figure is a month
        cut = bool(figure) and at == len(parts) - 1
        if name := _name_at_start(part, cut=cut):
            yield name


def _name_at_start(part: str, *, cut: bool) -> str | None:
    """The name that a part of a byline opens with, two words at the least."""
    if cue_of(part).category not in (0, _BYLINE):
        return None
    words: list[str] = []
    for word in part.split():
        if not _NAME_WORD.fullmatch(word) or _AFTER_NAME.fullmatch(word):
            break
        if (word[0].islower() and not _PARTICLES.fullmatch(word)) or (
            cue_of(word).whole and words[1:]
        ):
            break
        words.append(word)
    if cut and len(words) > 2:
        words.pop()
    half = len(words) // 2
    if half > 1 and words[:half] == words[half:]:  # once as the picture's description
        words = words[:half]
    named = 2 <= len(words) <= _LONGEST and not words[-1][0].islower()
    return " ".join(words) if named else None


def is_person(text: str) -> bool:
    """Whether a whole line is one name, or several with signs or words between them."""
    parts = [part for part in _PARTING.split(text) if part]
    return bool(parts) and all(
        _name_at_start(part, cut=False) == part and not part.isupper() for part in parts
    )
