"""The data model: what an article is, and so what the JSON looks like.

Every offset counts Unicode code points of `Article.text` and is half open; the text that a
record claims always equals that slice.
"""

from enum import StrEnum
from typing import Any, Literal, NamedTuple

from msgspec import UNSET, Struct, UnsetType, field

SCHEMA_VERSION = 1


class Span(Struct, frozen=True, kw_only=True):
    """A stretch of the article's text."""

    start: int
    end: int


class Mention(Struct, frozen=True, kw_only=True):
    """One place in the text where something is named."""

    start: int
    end: int
    text: str


class Phrase(Struct, frozen=True, kw_only=True):
    """A stretch of the text that plays a part beside another: a person's role, a quote's cue."""

    text: str
    start: int
    end: int


class EntityType(StrEnum):
    """CoNLL's four kinds of name."""

    PER = "PER"
    ORG = "ORG"
    LOC = "LOC"
    MISC = "MISC"
    """Nationalities, events, works, laws, products."""


class Entity(Struct, frozen=True, kw_only=True):
    """A person, organisation, place or other named thing, once, with all its mentions."""

    id: str
    """Unique within the article: `e1`, `e2`, … in the order of first mention."""
    name: str
    """The fullest good form that the text has."""
    type: EntityType
    role: Phrase | None = None
    """The office or description that the text gives: "Russian Foreign Minister"."""
    aliases: tuple[str, ...] = ()
    """The other forms, in order of appearance; spellings that only a caption has come last."""
    in_title: bool = False
    mentions: tuple[Mention, ...] = ()
    """In text order; pronouns are not among them."""


class QuoteKind(StrEnum):
    """How somebody's words are given."""

    DIRECT = "direct"
    """Inside quotation marks."""
    INDIRECT = "indirect"
    """Reported in the writer's words."""
    MIXED = "mixed"
    """A paraphrase with quoted words in it."""


class Speaker(Struct, frozen=True, kw_only=True):
    """Who said a quote: the words that name the speaker, and whom they stand for."""

    text: str
    start: int
    end: int
    entity: str | None = None
    """The id of the entity that the words belong to."""
    name: str | None = None
    """The resolved name or description; None where there is no safe answer."""

    @property
    def label(self) -> str:
        """What the speaker is called where an article is shown."""
        return self.name or self.text


class Quote(Struct, frozen=True, kw_only=True):
    """One quotation. A split one ("A," she said. "B.") has several spans."""

    text: str
    """The spans' texts, joined by a space."""
    spans: tuple[Span, ...]
    """Each piece, quotation marks included."""
    kind: QuoteKind
    speaker: Speaker | None = None
    cue: Phrase | None = None
    """The words that report: "stated", "according to"."""


class DateType(StrEnum):
    """TIMEX3's four types of temporal expression."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Date(Struct, frozen=True, kw_only=True):
    """A temporal expression in the sense of TIMEX3 (ISO-TimeML)."""

    text: str
    start: int
    end: int
    type: DateType
    value: str
    """TIMEX3 value: `2015-08-05`, `2015-W32`, `P3D`, `PRESENT_REF`, `XXXX-WXX-3`."""
    mod: str | None = None
    """TIMEX3 modifier: `START`, `MID`, `END`, `APPROX`, `LESS_THAN`, …"""


class DateOrigin(StrEnum):
    """Where a document's own date was found."""

    GIVEN = "given"
    METADATA = "metadata"
    URL = "url"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    TEXT = "text"


class DocumentDate(Struct, frozen=True, kw_only=True):
    """When a document was published or modified."""

    value: str
    """ISO 8601: a day (`2015-08-05`), or a moment where the page gives one."""
    origin: DateOrigin = field(name="from")
    text: str | None = None
    """The words on the page, where they differ from the value."""

    @property
    def day(self) -> str:
        """The day alone: `2015-08-05`."""
        return self.value[: len("2015-08-05")]


class Dateline(Struct, frozen=True, kw_only=True):
    """The line that opens a news-agency story: "WASHINGTON (Sputnik) —"."""

    place: str | None = None
    agency: str | None = None
    date: str | None = None
    """As it stands in the dateline: "Aug 5"."""


class BlockKind(StrEnum):
    """What a block of the body is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    BLOCKQUOTE = "blockquote"
    TABLE = "table"
    CODE = "code"


class Block(Struct, frozen=True, kw_only=True):
    """A block of the body. The blocks tile the text: between two of them is white space only."""

    kind: BlockKind
    start: int
    end: int


class Caption(Struct, frozen=True, kw_only=True):
    """The words under a picture, with the credit apart."""

    text: str
    credit: str | None = None


class Removed(Struct, frozen=True, kw_only=True):
    """A piece of the page that is not part of the body, and why."""

    text: str
    reason: str


class Source(Struct, frozen=True, kw_only=True):
    """The raw document that an article was made from."""

    path: str | None = None
    format: Literal["html", "text"]
    bytes: int
    encoding: str
    sha256: str


class Article(Struct, frozen=True, kw_only=True):
    """A clean article with what was found in it."""

    schema: int = SCHEMA_VERSION
    id: str
    source: Source
    url: str | None = None
    title: str | None = None
    summary: str | None = None
    """The standfirst or description."""
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()
    dateline: Dateline | None = None
    published: DocumentDate | None = None
    modified: DocumentDate | None = None
    language: str | None = None
    """ISO 639-1."""
    text: str
    """The body; paragraphs are separated by a blank line."""
    blocks: tuple[Block, ...] = ()
    captions: tuple[Caption, ...] = ()
    related: tuple[str, ...] = ()
    """Headlines of other stories that the page links to."""
    entities: tuple[Entity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    dates: tuple[Date, ...] = ()
    removed: tuple[Removed, ...] | UnsetType = UNSET
    """With --explain only."""
    warnings: tuple[str, ...] = ()
    duplicate_of: str | UnsetType = UNSET
    """In a batch: the id of the first article with the same story."""
    extra: dict[str, Any] | UnsetType = UNSET
    """Unknown keys of a JSON Lines input, carried through."""


class ErrorInfo(Struct, frozen=True, kw_only=True):
    """What went wrong with a document."""

    stage: str
    """reading, cleaning, language, entities, quotes, dates or writing; worker, where the process
    that worked on it ran out of time or died."""
    type: str
    message: str


class Failure(Struct, frozen=True, kw_only=True):
    """Stands in the place of an article that could not be made."""

    id: str
    error: ErrorInfo


class DateClue(NamedTuple):
    """A line of the page's furniture that may hold the document's own date.

    Cleaning collects the lines; the dates stage reads them.
    """

    text: str
    origin: DateOrigin
