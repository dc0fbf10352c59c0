"""What a run has done so far."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import msgspec

from copydesk.article import Failure
from copydesk.batch.outcome import Outcome
from copydesk.reading import Found


@dataclass(slots=True)
class Report:
    """The counts of a run; they grow while it goes on."""

    documents: int = 0
    """Raw documents come upon, those left alone included."""
    files: int = 0
    """Input files that are done with."""
    articles: int = 0
    """Articles written."""
    duplicates: int = 0
    """Articles that tell the story of an earlier one."""
    skipped: int = 0
    """Documents left alone: an earlier run had dealt with them."""
    failed: int = 0
    """Documents that failed, now or in an earlier run."""
    causes: Counter[str] = field(default_factory=Counter)
    """How often each `stage: error` came up in this run."""
    examples: dict[str, Failure] = field(default_factory=dict)
    """The first failure of each of these causes."""
    words: int = 0
    seconds: float = 0.0
    """Wall time."""
    stages: dict[str, float] = field(default_factory=dict)
    """Seconds spent in each stage, over all workers."""
    passed_by: list[str] = field(default_factory=list)
    """Folders of the input that hold another run's results, and were not read."""
    interrupted: bool = False

    @property
    def done(self) -> int:
        """Documents whose articles are there."""
        return self.documents - self.failed

    @property
    def failed_before(self) -> int:
        """Documents that failed in an earlier run, and were left alone in this one."""
        return self.failed - self.causes.total()

    @property
    def rate(self) -> float:
        """Documents worked on, a second."""
        return (self.documents - self.skipped) / self.seconds if self.seconds else 0.0

    def add(self, outcome: Outcome, *, written: int) -> None:
        """Count a document that was worked on, and the articles of it that were written."""
        self.documents += 1
        self.articles += written
        self.words += sum(article.words for article in outcome.articles)
        for stage, seconds in outcome.stages.items():
            self.add_seconds(stage, seconds)
        if outcome.failure:
            cause = f"{outcome.failure.error.stage}: {outcome.failure.error.type}"
            self.failed += 1
            self.causes[cause] += 1
            self.examples.setdefault(cause, outcome.failure)

    def add_report(self, other: "Report") -> None:
        """Count what was done elsewhere."""
        self.documents += other.documents
        self.articles += other.articles
        self.failed += other.failed
        self.causes += other.causes
        self.examples = other.examples | self.examples
        self.words += other.words
        for stage, seconds in other.stages.items():
            self.add_seconds(stage, seconds)

    def add_seconds(self, stage: str, seconds: float) -> None:
        """Count time that a stage took."""
        self.stages[stage] = self.stages.get(stage, 0.0) + seconds

    def add_skipped(self, done: int, failed: int) -> None:
        """Count documents that an earlier run had dealt with."""
        self.documents += done + failed
        self.skipped += done + failed
        self.failed += failed

    def to_read(self, files: Iterable[Found]) -> Iterator[Found]:
        """The files, without the folders that are passed by, which are noted."""
        for found in files:
            if not found.passed_by:
                yield found
            elif found.name not in self.passed_by:
                self.passed_by.append(found.name)

    def by_time(self) -> list[tuple[str, float]]:
        """The stages with their seconds, the slowest first."""
        return sorted(self.stages.items(), key=lambda stage: -stage[1])

    def json(self) -> bytes:
        """The report as an indented JSON object."""
        shown = {
            "documents": self.documents,
            "articles": self.articles,
            "duplicates": self.duplicates,
            "skipped": self.skipped,
            "failed": self.failed,
            "causes": dict(self.causes.most_common()),
            "passed_by": self.passed_by,
            "words": self.words,
            "seconds": round(self.seconds, 3),
            "documents_per_second": round(self.rate, 3),
            "seconds_per_stage": {k: round(v, 3) for k, v in self.by_time()},
            "interrupted": self.interrupted,
        }
        return msgspec.json.format(msgspec.json.encode(shown), indent=2) + b"\n"
