"""The page model is learned from pages whose article is known."""

import gzip
import json

import numpy as np
import pytest

from copydesk.cleaning.features import NAMES
from copydesk.cleaning.training.logistic import as_table, logistic
from copydesk.cleaning.training.pages import TOKEN, Examples, covered, read_pages, shingles

ARTICLE = "The harbour bridge closes on Monday for two years. Ferries run every ten minutes."
PAGE = (
    "<html><body><ul><li><a href=/a>Home</a></ul>"
    "<p>The harbour bridge closes on Monday for two years.</p><p>Share this with friends</p>"
    "<p>Ferries run every ten minutes.</p></body></html>"
)


@pytest.mark.parametrize(
    ("piece", "share"),
    [
        ("The harbour bridge closes on Monday", 1.0),
        ("Share this with your friends", 0.0),
        ("Harbour news: The harbour bridge closes", 4 / 6),
        ("Every ten minutes", 0.0),
    ],
)
def test_share_of_a_piece_in_the_article(piece, share):
    known = shingles(TOKEN.findall(ARTICLE))
    assert covered(piece, known, {ARTICLE}) == pytest.approx(share)


def test_pages_are_read_with_labels_and_weights(tmp_path):
    whole = {"id": "a", "url": "https://news.velden.example/x", "html": PAGE, "gold_text": ARTICLE}
    part = {"id": "b", "html": PAGE, "with": ["Ferries run"], "without": ["Share this"]}
    path = tmp_path / "pages.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, (whole, part))).encode()))
    first, second = read_pages(path)
    assert first.site == "velden.example"
    assert first.is_body.tolist() == [0, 1, 0, 1]
    assert (first.weights > 0).all()
    assert second.is_body.tolist() == [0, 0, 0, 1]
    assert (second.weights > 0).tolist() == [False, False, True, True]


def test_regression_finds_the_feature_that_tells():
    noise = np.random.default_rng(1).normal(size=(400, len(NAMES)))
    telling = noise[:, NAMES.index("stop")]
    model = logistic(Examples(noise, (telling > 0).astype(float), np.ones(400)))
    assert np.argmax(np.abs(model.weights)) == NAMES.index("stop")
    assert ((model.score(noise) > 0) == (telling > 0)).mean() > 0.95
    assert list(as_table(model)) == [*NAMES, "bias"]
