"""The words of one language that report speech, loaded from its file in `cues/`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LANGUAGES = ("de", "en", "es", "fr", "it", "pt", "ru")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word sets in lower case; a phrase is a tuple of words."""

    verbs: frozenset[str]
    """Every form of the verbs of speech."""
    nouns: frozenset[str]
    """What stands for something said: "statement", "tweet"."""
    according: tuple[tuple[str, ...], ...]
    """What names a source before it: "according to"."""
    according_begins: frozenset[str]
    """The first words of these."""
    pronouns: dict[str, str]
    """Pronoun to gender: m, f, n(euter), p(lural) or other."""
    deeds: frozenset[str]
    """Of the verbs, those that also tell of doing: alone they report no speech."""
    decrees: frozenset[str]
    """What is decided, not said, by whoever passes or signs it: "resolution", "deal"."""
    topics: frozenset[str]
    """What is followed by a topic where no clause follows: "discussed"."""
    prompts: frozenset[str]
    """What opens a sentence and tells what somebody was asked: "Asked whether"."""
    negations: frozenset[str]
    spoken: frozenset[str]
    """What reports speech alone: the other verbs, and the nouns."""
    replies: frozenset[str]
    """What says that the speaker before is answered: "replied", "shot back"."""
    lone: frozenset[str]
    """Words that say nothing by themselves: pronouns, "that"."""
    determiners: frozenset[str]
    prepositions: frozenset[str]
    subordinators: frozenset[str]
    auxiliaries: frozenset[str]
    """Words that may stand between a subject and its verb, adverbs included."""
    articles: frozenset[str]
    definite: frozenset[str]
    """Words that point back: "the", "this"."""
    bodies: frozenset[str]
    """What an organisation may be called after its name: "the company"."""
    epithets: frozenset[str]
    """What one person may be called instead of a name: "the rookie", "a nurse"."""
    titles: dict[str, frozenset[str]]
    """Abbreviated title to what its bearer is called later: "Det." to "detective"."""
    dashes: bool
    """Whether a dash may open dialogue."""
    times: frozenset[str]
    """Words that say when, and so end a name: "Monday"."""

    def bounds_a_phrase(self, word: str) -> bool:
        """Whether a word, in lower case, cannot stand inside a name with its office."""
        return any(
            word in words
            for words in (self.verbs, self.auxiliaries, self.subordinators, self.prepositions)
        )


@cache
def load_lexicon(language: str | None) -> Lexicon:
    """The words of a language; English where there is no file for it."""
    name = language if language in LANGUAGES else "en"
    raw = tomllib.loads((files("copydesk.quotes") / "cues" / f"{name}.toml").read_text("utf-8"))

    def words(key: str) -> frozenset[str]:
        return frozenset(raw.get(key, "").split())

    according = tuple(tuple(phrase.replace("'", " ' ").split()) for phrase in raw["according"])
    return Lexicon(
        verbs=words("verbs"),
        nouns=words("nouns"),
        according=according,
        according_begins=frozenset(phrase[0] for phrase in according),
        pronouns={w: gender for gender, ws in raw["pronouns"].items() for w in ws.split()},
        deeds=words("deeds"),
        decrees=words("decrees"),
        topics=words("topics"),
        prompts=words("prompts"),
        negations=words("negations"),
        spoken=(words("verbs") - words("deeds")) | words("nouns"),
        replies=words("replies"),
        lone=words("definite").union(*(ws.split() for ws in raw["pronouns"].values())),
        determiners=words("determiners"),
        prepositions=words("prepositions"),
        subordinators=words("subordinators"),
        auxiliaries=words("auxiliaries"),
        articles=words("articles"),
        definite=words("definite"),
        bodies=words("bodies"),
        epithets=words("epithets"),
        titles={t: frozenset(nouns.split()) for t, nouns in raw.get("titles", {}).items()},
        dashes=raw.get("dashes", False),
        times=words("times"),
    )
