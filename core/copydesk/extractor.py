"""Raw documents in, articles out."""

import datetime as dt
import time
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager

from msgspec.structs import replace

from copydesk.article import Article, DateClue, DateOrigin, Failure
from copydesk.cleaning import CleanOptions, Draft, clean
from copydesk.dates import document_dates, find_dates
from copydesk.entities import find_entities
from copydesk.errors import CopydeskError, ExtractionError
from copydesk.language import Tagger, analyse, load_tagger
from copydesk.options import Options, Part
from copydesk.quotes import find_quotes
from copydesk.reading import RawDocument, raw_document

_DAY = len("2015-08-05")


class Extractor:
    """Makes articles from raw documents; holds the model, which is loaded when first needed."""

    def __init__(self, options: Options | None = None) -> None:
        self.options = options or Options()
        self.seconds: dict[str, float] = {}
        """What each stage has taken so far; the caller may clear it."""
        self._loaded: Tagger | None = None

    def prepare(self) -> None:
        """Load the model now rather than with the first document. Raises `CopydeskError`."""
        self._tagger()

    def extract(self, raw: RawDocument) -> tuple[Article, ...]:
        """The articles of one raw document: one, but for a dump that holds several.

        Raises `ExtractionError`, and another `CopydeskError` where the model cannot be loaded.
        """
        self.prepare()
        with self._stage("cleaning"):
            drafts = clean(raw, CleanOptions(self.options.explain, self.options.verbatim))
        return tuple(self._annotated(draft) for draft in drafts)

    def extract_many(
        self, raws: Iterable[RawDocument | Failure]
    ) -> Generator[Article | Failure, None, None]:
        """Articles in input order, with a `Failure` in the place of each document that has none.

        A `Failure` that the reading stage put among the documents is passed on.
        """
        for raw in raws:
            if isinstance(raw, Failure):
                yield raw
                continue
            try:
                yield from self.extract(raw)
            except ExtractionError as fault:
                yield fault.failure(raw.id)

    def _annotated(self, draft: Draft) -> Article:
        with self._stage("dates"):
            article = _dated(draft, self.options)
        with self._stage("language"):
            analysis = analyse(article.text, self._tagger())
        with self._stage("entities"):
            found = find_entities(article, analysis) if self._names_needed() else ()
            article = replace(article, entities=found)
        with self._stage("quotes"):
            if Part.QUOTES in self.options.only:
                article = replace(article, quotes=find_quotes(article, analysis))
        with self._stage("dates"):
            article = self._with_dates(article, draft.region)
        if Part.ENTITIES not in self.options.only:
            article = _without_entities(article)
        return article

    def _with_dates(self, article: Article, region: str | None) -> Article:
        if Part.DATES not in self.options.only:
            return article
        anchor = _anchor(article, self.options)
        language = _locale(article.language, region)
        found = find_dates(article.text, anchor=anchor, language=language, url=article.url)
        return replace(article, dates=found)

    def _names_needed(self) -> bool:
        return not self.options.only.isdisjoint({Part.ENTITIES, Part.QUOTES})

    def _tagger(self) -> Tagger | None:
        if self._names_needed() and self._loaded is None:
            self._loaded = load_tagger(self.options.model)
        return self._loaded

    @contextmanager
    def _stage(self, name: str) -> Iterator[None]:
        """The per-document border: whatever goes wrong inside becomes an `ExtractionError`."""
        begin = time.perf_counter()
        try:
            yield
        except Exception as fault:
            raise ExtractionError(name, fault) from fault
        finally:
            spent = time.perf_counter() - begin
            self.seconds[name] = self.seconds.get(name, 0.0) + spent


def _dated(draft: Draft, options: Options) -> Article:
    article = draft.article
    if article.language is None and options.language:
        article = replace(article, language=options.language)
    told = article.published
    language = _locale(article.language, draft.region)
    if told and told.origin is DateOrigin.BYLINE:
        return _reread(article, draft.clues, language)
    if told and (told.origin is not DateOrigin.GIVEN or _day(told.value)):
        return article
    clues = (DateClue(told.value, told.origin), *draft.clues) if told else draft.clues
    found = document_dates(clues, article.text, language=language, url=article.url)
    modified = article.modified or found.modified
    article = replace(article, published=found.published, modified=modified)
    if told and found.published is None:
        complaint = f"published: {told.value!r} is not a date"
        article = replace(article, warnings=(*article.warnings, complaint))
    return article


def _reread(article: Article, clues: Sequence[DateClue], language: str | None) -> Article:
    """With the line that dates the page read in full: what is a change in it, its time of day,
    its day and month in the order of the place. Only a reading that accounts for the day found
    before is believed.
    """
    told, changed = article.published, article.modified
    assert told is not None
    if changed:
        clues = (*clues, DateClue(changed.value, changed.origin))
    found = document_dates(clues, article.text, language=language, url=article.url)
    same_line = found.published and (found.published.text or "?") in (told.text or "")
    if same_line or told.day in {date.day for date in found if date}:
        return replace(article, published=found.published, modified=changed or found.modified)
    return article


def _locale(language: str | None, region: str | None) -> str | None:
    """The language with the region whose way of writing dates counts."""
    return f"{language}-{region}" if language and region and "-" not in language else language


def _anchor(article: Article, options: Options) -> dt.date | None:
    value = article.published.value if article.published else options.published
    return _day(value) if value else None


def _day(value: str) -> dt.date | None:
    """The day of an ISO 8601 date or moment; None for anything else."""
    try:
        return dt.date.fromisoformat(value[:_DAY])
    except ValueError:
        return None


def _without_entities(article: Article) -> Article:
    """Without the list, a speaker's entity id would point at nothing."""
    quotes = tuple(
        replace(q, speaker=replace(q.speaker, entity=None)) if q.speaker else q
        for q in article.quotes
    )
    return replace(article, entities=(), quotes=quotes)


def extract(
    raw: str | bytes | RawDocument,
    *,
    url: str | None = None,
    published: str | None = None,
    options: Options | None = None,
) -> Article:
    """One article from one raw document: HTML or plain text, told apart by content.

    `published` is ISO 8601 and believed before anything the page says. Raises `ExtractionError`,
    also where the document holds several articles: `Extractor.extract` returns them all.
    """
    if not isinstance(raw, RawDocument):
        raw = raw_document(raw, url=url, published=published)
    found = Extractor(options).extract(raw)
    if len(found) != 1:
        several = CopydeskError(f"{len(found)} articles in one document: use Extractor.extract")
        raise ExtractionError("cleaning", several)
    return found[0]
