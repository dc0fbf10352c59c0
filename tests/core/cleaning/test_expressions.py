"""The rewritten expressions find what trafilatura's own find."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from lxml.etree import XPath

from copydesk.cleaning.expressions import REGULAR_EXPRESSIONS, quicker, rewritten
from copydesk.cleaning.page import parse

OWN = """
import json, sys
from importlib import import_module
from lxml.etree import XPath
from trafilatura import xpaths
lists = [found for found in vars(xpaths).values() if isinstance(found, list)]
lists.append([import_module("trafilatura.baseline").BASIC_CLEAN_XPATH])
print(json.dumps([one.path for found in lists for one in found if isinstance(one, XPath)]))
"""

ODD = """
<html><body><div class="post"><p>One.</p></div><main id="main-content"><div class="post">Two.
<div class="post">Three.</div></div>
<section class="comment-list" id="comments">
<ol class="Comments"><li>Four.</li></ol></section></main>
<div id="cookie-banner"><p class=" hidden">Five.</p></div>
<div class="footer"><div class="elementor-share-buttons">Six.</div></div>
<aside id="infinite-scroll"><h1>Seven</h1></aside>
<div id="infinitescroll"></div><span class="byline" id="">Eight</span>
<article class="article-body"><header>Nine</header></article><article>Ten</article>
<div style="display:none" id="reply-1">Eleven</div><p class="newsletter">Twelve</p></body></html>
"""


@pytest.fixture(scope="module")
def own_paths():
    """Trafilatura's paths in a process in which nobody has rewritten them."""
    run = subprocess.run([sys.executable, "-c", OWN], capture_output=True, check=True)
    return json.loads(run.stdout)


def trees():
    pages = sorted((Path(__file__).parents[2] / "data" / "pages").glob("*.html"))
    return [parse(ODD), *(parse(page.read_text("utf-8", "replace")) for page in pages)]


def test_every_expression_finds_the_same_elements_in_the_same_order(own_paths):
    found = 0
    for tree in trees():
        for path in own_paths:
            own = XPath(path, namespaces=REGULAR_EXPRESSIONS)
            expected = list(own(tree))
            assert list(quicker(own)(tree)) == expected, path
            found += len(expected)
    assert found > 100


def test_most_expressions_are_rewritten(own_paths):
    assert sum(rewritten(path) != path for path in own_paths) > len(own_paths) / 2


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (".//*[self::div or self::p][@id='a']", "(.//div|.//p)[@id='a']"),
        (
            "(.//*[self::div][re:test(@class, 'a|b')])[1]",
            "((.//div)[(@class) and re:test(@class, 'a|b')])[1]",
        ),
        (".//*[self::div or self::p][@id='a'][1]", ".//*[self::div or self::p][@id='a'][1]"),
        (".//*[re:test(@class, 'a*')]", ".//*[re:test(@class, 'a*')]"),
        (
            ".//*[re:test(@id|@class, 'a', 'i')]",
            ".//*[(@id|@class) and re:test(@id|@class, 'a', 'i')]",
        ),
    ],
    ids=["tags", "first of all", "first of its siblings", "test that blank passes", "flags"],
)
def test_a_path_is_rewritten_only_where_that_changes_nothing(path, expected):
    assert rewritten(path) == expected


def test_a_page_of_very_many_elements_takes_no_longer():
    own = XPath(".//*[self::div or self::p][@id='a']")
    tree = parse("<body>" + "<div>One</div><p>Two</p>" * 40_000 + "</body>")
    seconds = []
    for find in (own, quicker(own)):
        begin = time.process_time()
        find(tree)
        seconds.append(time.process_time() - begin)
    assert seconds[1] < 3 * seconds[0]
