"""PDFs through Typst: values are never markup, equal in means equal out."""

from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest
import typst as engine

from alongside.adapters import qr, typst

AT = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
TEMPLATE = """
#let given = json(bytes(sys.inputs.data))
#set document(title: given.title)
#set text(font: "Atkinson Hyperlegible Next", lang: "en")
= #given.title
#given.words
"""


@pytest.fixture
def render(tmp_path):
    template = tmp_path / "letter.typ"
    template.write_text(TEMPLATE)

    def rendered(words, at=AT):
        return typst.render(template, {"title": "A letter", "words": words}, at=at)

    return rendered


def _text(pdf: bytes) -> str:
    import pymupdf

    return "".join(page.get_text() for page in pymupdf.open(stream=pdf))


def test_a_letter_is_tagged_and_has_our_own_font(render):
    with pikepdf.open(BytesIO(render("Good morning"))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert pdf.open_metadata()["pdfuaid:part"] == "1"
        fonts = {str(font.BaseFont) for font in pdf.pages[0].Resources.Font.values()}
        assert all("AtkinsonHyperlegibleNext" in font for font in fonts)


def test_equal_values_and_moment_give_equal_bytes(render):
    assert render("The same") == render("The same")
    assert render("The same") != render("Another")
    assert render("The same") != render("The same", at=AT.replace(year=2027))


def test_what_a_person_typed_is_never_a_command(render):
    words = '#panic("gone") $x$ *bold* = Heading " \\ #read("letter.typ")'
    assert "#panic(" in _text(render(words))


def test_a_sign_without_a_glyph_is_printed_as_a_box(render):
    shown = _text(render("Słońce 😀 إدريس 中\ufffe ok"))
    assert "Słońce □" in shown
    assert "ok" in shown


def test_text_in_many_unknown_signs_is_printed_all_the_same(render):
    unknown = [chr(0x4E00 + number) for number in range(60)]
    assert "end" in _text(render("".join(unknown) + " end"))
    assert "end" in _text(render(" and ".join(unknown) + " end"))


def test_a_fault_in_a_template_is_not_hidden(tmp_path):
    template = tmp_path / "broken.typ"
    template.write_text('#image(bytes("<svg xmlns=\'http://www.w3.org/2000/svg\'/>"), format: "svg")')
    with pytest.raises(engine.TypstError):
        typst.render(template, {}, at=AT)


def test_a_code_is_an_svg():
    assert qr.svg("https://example.org/talk").lstrip().startswith("<?xml")
