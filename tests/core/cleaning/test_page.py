"""What is left of a page's tree for the readings of it."""

from copydesk.cleaning.page import lightened, parse

PAGE = """<body><p>One<svg><path/></svg> two<script>x</script> three</p>
<script type="application/ld+json">{}</script><style>p{}</style><p>Four</p></body>"""


def test_scripts_and_drawings_leave_the_tree_and_the_words_around_them_stay():
    tree = parse(PAGE)
    scripts = lightened(tree)
    assert [p.text for p in tree.iter("p")] == ["One two three", "Four"]
    assert [script.text for script in scripts] == ["x", "{}"]
    assert not list(tree.iter("svg", "style"))


def test_linked_data_stays_in_the_tree():
    tree = parse(PAGE)
    lightened(tree)
    assert [script.get("type") for script in tree.iter("script")] == ["application/ld+json"]
