from copydesk.language import Analysis, TaggedSpan
from copydesk.training.evaluate import entity_scores, quote_scores


def test_entities_are_counted_in_scope_and_not_where_ignored():
    text = "Ann met Bo in Oslo. Italians left."
    record = {
        "text": text,
        "source": "wire",
        "scope": [0, 20],
        "ignore": [[8, 10]],
        "entities": [
            {"start": 0, "end": 3, "type": "PER"},
            {"start": 14, "end": 18, "type": "LOC"},
            {"start": 20, "end": 28, "type": "MISC"},
        ],
    }
    names = ((0, 3, "PER"), (8, 10, "PER"), (14, 18, "ORG"), (20, 28, "LOC"))
    analysis = Analysis(text, (), (), tuple(TaggedSpan(*n, 1.0) for n in names))
    scores = entity_scores([(record, analysis)])
    assert scores["wire"] == scores["ALL"] == {"predicted": 2, "gold": 2, "right": 1}


def test_contents_are_compared_without_marks_exactly_and_by_overlap():
    text = "“It is very late,” Ann said. Bo thinks that all the trains have left."
    gold = [
        {"start": 0, "end": 18, "kind": "direct"},
        {"start": 39, "end": 69, "kind": "indirect"},
    ]
    found = ((0, 18), (44, 69))
    attributions = tuple(TaggedSpan(*f, "content", 1.0) for f in found)
    analysis = Analysis(text, (), (), (), attributions)
    scores = quote_scores([({"text": text, "quotes": gold}, analysis)])
    assert scores["all, exact"] == {"predicted": 2, "gold": 2, "right": 1}
    assert scores["all, overlap"] == {"predicted": 2, "gold": 2, "right": 2}
    assert scores["direct, exact"] == {"predicted": 1, "gold": 1, "right": 1}
