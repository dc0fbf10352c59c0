"""Threads of forums: each post is body, who posted it is not."""

import pytest

from copydesk.cleaning import clean
from copydesk.reading.document import RawDocument

POSTS = (
    "My old van has started to whine above sixty. Any ideas before I go to a garage?",
    "Sounds like the input bearing to me, mine did the same at 140,000 kilometres.",
    "Can confirm. It was the bearing, and the clutch was done at the same time.",
)
QUOTE = "Drive it with the radio off and listen."


def text_of(posts, head="", below=""):
    body = f"<h1>Whining noise</h1>{''.join(posts)}{below}"
    raw = RawDocument(id="x", data=f"<head>{head}</head>{body}".encode(), format="html")
    (draft,) = clean(raw)
    return draft.article.text


def phpbb(at, words):
    return (
        f'<div class="post"><dl class="postprofile"><dt>Ann {at}</dt><dd>Posts: 4{at}1</dd></dl>'
        f'<div class="postbody"><h3>Re: Whining noise</h3><p class="author">by Ann » 6 May 2019</p>'
        f'<div class="content">{words}</div><div class="signature">Still rolling along.</div></div>'
    )


def xenforo(at, words):
    return (
        f'<article class="message message--post"><h4 class="message-name">Ann {at}</h4>'
        f'<h5>Well-known member</h5><div class="bbWrapper">{words}</div><a href="#">Reply</a>'
    )


def invision(at, words):
    return (
        f'<article class="ipsComment"><h3>Ann {at}</h3><li>41 posts</li>'
        f'<div data-role="commentContent" class="ipsType_richText"><p>{words}</p></div></article>'
    )


def simple_machines(at, words):
    return (
        f'<div class="post"><h4>Ann {at}</h4><div class="inner" id="msg_{at}">{words}</div></div>'
    )


def microdata(at, words):
    kind = "Comment" if at else "DiscussionForumPosting"
    return (
        f'<div itemscope itemtype="http://schema.org/{kind}"><b>Ann {at}</b>'
        f'<div itemprop="text"><p>{words}</p></div><div>{at} Likes</div></div>'
    )


PROGRAMS = (phpbb, xenforo, invision, simple_machines, microdata)


@pytest.mark.parametrize("program", PROGRAMS)
def test_the_posts_of_a_thread_are_its_body(program):
    posts = [program(at, words) for at, words in enumerate(POSTS)]
    assert text_of(posts) == "\n\n".join(POSTS)


def test_what_a_post_quotes_of_another_is_left_out():
    quote = f"<blockquote><div><cite>Ann wrote:</cite>{QUOTE}</div></blockquote>"
    posts = [phpbb(0, POSTS[0]), phpbb(1, quote + POSTS[1]), phpbb(2, POSTS[2])]
    assert text_of(posts) == "\n\n".join(POSTS)


def test_a_quotation_from_elsewhere_stays_in_a_post():
    posts = [xenforo(0, POSTS[0]), xenforo(1, f"{POSTS[1]}<blockquote>{QUOTE}</blockquote>")]
    assert QUOTE in text_of(posts)


def test_comments_below_an_article_make_no_thread():
    paragraph = "<p>The council has decided on Tuesday that the ferry will stop here again.</p>"
    article = f"<article>{paragraph}{paragraph.replace('Tuesday', 'Friday') * 4}</article>"
    comments = [xenforo(at, words) for at, words in enumerate(POSTS)]
    assert "council" in text_of([article, *comments])
    script = '{"@type":"NewsArticle","headline":"Whining noise"}'
    head = f'<script type="application/ld+json">{script}</script>'
    assert "council" in text_of([article[: len(paragraph) + 20], *comments], head)
