"""Word documents: order, merged cells, automatic numbers, changes, text boxes."""

import pytest
from writing import W, docx, numbering

from gikparse import UsageError
from gikparse.readers import read
from gikparse.readers.numerals import style_of_css, write_number
from gikparse.source import Span


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def item(text: str, depth: int = 0, list_id: int = 1) -> str:
    return p(
        r(text),
        properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>',
    )


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(r(text))}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def lines(body: str, **parts: str) -> list[str]:
    return read(docx(body, **parts)).source.text.splitlines()


def test_paragraphs_and_tables_keep_their_order() -> None:
    body = p(r("一、"), r("总体情况")) + table(cell("a") + cell("1")) + p(r("二、其他"))
    assert lines(body) == ["一、总体情况", "| a | 1 |", "二、其他"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p(r("甲"), "<w:r><w:br/></w:r>", r("乙")), ["甲", "乙"]),
        (p(r("甲"), "<w:r><w:tab/></w:r>", r("乙")), ["甲 乙"]),
        (p(r(" "), r("　")), []),
        (p(f"<w:hyperlink>{r('甲')}</w:hyperlink>", f"<w:smartTag>{r('乙')}</w:smartTag>"), ["甲乙"]),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{p(r('甲'))}</w:sdtContent></w:sdt>", ["甲"]),
        (p(r("1"), "<w:r><w:noBreakHyphen/></w:r>", r("2")), ["1-2"]),
        (p('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', r("是")), ["□是"]),
        (p("<w:r><w:instrText>PAGE</w:instrText></w:r>", r("甲")), ["甲"]),
        (p(f"<w:r><w:ruby><w:rt>{r('jia')}</w:rt><w:rubyBase>{r('家')}</w:rubyBase></w:ruby></w:r>"), ["家"]),
    ],
)  # fmt: skip
def test_runs(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


# --- tables


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([cell("a", '<w:gridSpan w:val="2"/>') + cell("b"), cell("c") + cell("d") + cell("e")],
         ["| a |  | b |", "| c | d | e |"]),
        ([cell("a", '<w:vMerge w:val="restart"/>') + cell("b"), cell("", "<w:vMerge/>") + cell("c")],
         ["| a | b |", "|  | c |"]),
        ([cell("a") + cell("b"), '<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell("c")],
         ["| a | b |", "|  | c |"]),
        ([cell("a") + cell("b"), "<w:trPr><w:del/></w:trPr>" + cell("c") + cell("d")],
         ["| a | b |"]),
        (["<w:tc>" + p(r("三、本年度")) + p(r("办理结果")) + "</w:tc>" + cell("1")],
         ["| 三、本年度办理结果 | 1 |"]),
        ([cell("a") + "<w:tc>" + table(cell("1") + cell("2")) + "<w:p/></w:tc>"], ["| a | 1 2 |"]),
        ([cell("一个框"), cell("不是表格")], ["一个框", "不是表格"]),
    ],
)  # fmt: skip
def test_tables(rows: list[str], expected: list[str]) -> None:
    assert lines(table(*rows)) == expected


# --- automatic numbers


def test_headings_get_their_numbers_back() -> None:
    body = (
        item("总体情况") + item("主动公开", 1) + item("依申请公开", 1)
        + item("主动公开政府信息情况") + item("网站", 1) + item("清单", 2)
    )  # fmt: skip
    assert lines(body, numbers=numbering()) == [
        "一、总体情况", "（一）主动公开", "（二）依申请公开", "二、主动公开政府信息情况", "（一）网站", "1.清单",
    ]  # fmt: skip


def test_an_empty_paragraph_takes_no_number() -> None:
    assert lines(item("甲") + item("") + item("乙"), numbers=numbering()) == ["一、甲", "二、乙"]


def test_a_number_before_a_year_keeps_its_distance() -> None:
    assert lines(item("2023年", 2), numbers=numbering()) == ["1. 2023年"]


def test_a_style_numbers_its_paragraphs() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="sub"><w:basedOn w:val="base"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="loop"><w:basedOn w:val="loop"/></w:style>'
    )
    body = "".join(
        p(r(text), properties=f'<w:pStyle w:val="{style}"/>')
        for text, style in (("甲", "base"), ("乙", "sub"), ("丙", "loop"), ("丁", "base"))
    ) + p(r("戊"), properties='<w:pStyle w:val="base"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    found = lines(body, numbers=numbering(), styles=styles)
    assert found == ["一、甲", "（一）乙", "丙", "二、丁", "戊"]


def test_an_instance_can_start_again_and_elsewhere() -> None:
    numbers = numbering().replace(
        "</w:numbering>",
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>',
    )
    body = item("甲") + item("乙", 0, 2) + item("丙", 0, 2) + item("丁")
    assert lines(body, numbers=numbers) == ["一、甲", "五、乙", "六、丙", "七、丁"]


@pytest.mark.parametrize(
    ("style", "text", "expected"),
    [
        ("japaneseCounting", "%1、", "十一、甲"),
        ("decimalEnclosedCircle", "%1", "⑪甲"),
        ("decimalFullWidth", "%1．", "１１．甲"),
        ("lowerLetter", "%1)", "k)甲"),
        ("bullet", "●", "甲"),
        ("unheardOf", "第%1条", "第11条甲"),
    ],
)
def test_lists_count_in_many_ways(style: str, text: str, expected: str) -> None:
    assert lines(item("甲") * 11, numbers=numbering([(style, text)]))[-1] == expected


@pytest.mark.parametrize(
    ("number", "style", "written"),
    [
        (10, "chineseCounting", "十"),
        (19, "japaneseCounting", "十九"),
        (110, "chineseCountingThousand", "一百一十"),
        (1005, "chineseCountingThousand", "一千〇五"),
        (12, "chineseLegalSimplified", "拾贰"),
        (12, "ideographDigital", "一二"),
        (51, "decimalEnclosedCircle", "51"),
        (3, "ideographTraditional", "丙"),
        (7, "decimalZero", "07"),
        (0, "chineseCounting", "0"),
        (4, "upperRoman", "IV"),
    ],
)
def test_numerals(number: int, style: str, written: str) -> None:
    assert write_number(number, style) == written


def test_css_has_names_of_its_own() -> None:
    assert style_of_css("cjk-ideographic") == "chineseCounting"
    assert style_of_css("square") is None


# --- what does not show


def test_changes_are_taken_as_accepted_and_told() -> None:
    body = p(
        r("公开"),
        f"<w:del><w:r><w:delText>10</w:delText></w:r>{r('条旧')}</w:del>",
        f"<w:ins>{r('12')}</w:ins>",
        f"<w:moveFrom>{r('份')}</w:moveFrom>",
        f"<w:moveTo>{r('条')}</w:moveTo>",
    )
    document = read(docx(body))
    assert document.source.text == "公开12条\n"
    (found,) = document.diagnostics
    assert found.code == "GIK028"
    assert "2 deletion(s)" in found.message


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    body = p(r("全年"), properties="<w:rPr><w:del/></w:rPr>") + p(r("公开12条"))
    assert lines(body) == ["全年公开12条"]


def test_hidden_text_is_left_out_and_told() -> None:
    document = read(docx(p(r("甲"), r("密", "<w:vanish/>"), r("乙", '<w:vanish w:val="0"/>'))))
    assert document.source.text == "甲乙\n"
    assert document.omitted == ("密",)
    assert [found.code for found in document.diagnostics] == ["GIK031"]


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = f"<w:txbxContent>{p(r('框内'))}</w:txbxContent>"
    drawing = (
        f'<mc:AlternateContent xmlns:mc="{mc}"><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert lines(p(r("段落"), f"<w:r>{drawing}</w:r>") + p(r("后文"))) == ["段落", "框内", "后文"]


def test_pictures_are_told() -> None:
    picture = '<w:r><w:drawing><a:blip xmlns:a="x"/></w:drawing></w:r>'
    document = read(docx(p(r("图1"), picture)))
    assert [found.code for found in document.diagnostics] == ["GIK029"]


def test_strict_documents_are_read() -> None:
    data = docx(p(r("甲")))
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f'<w:document xmlns:w="{strict}"><w:body>{p(r("甲"))}</w:body></w:document>'
    assert read(data).source.text == read(docx_of(body)).source.text == "甲\n"


def docx_of(document: str) -> bytes:
    import io
    import zipfile

    file = io.BytesIO(docx(""))
    made = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, document if name == "word/document.xml" else old.read(name))
    return made.getvalue()


@pytest.mark.parametrize(
    ("document", "cause"),
    [
        ("<w:document", "word/document.xml: "),
        (f"<w:document {W}/>", "word/document.xml has no body"),
    ],
)
def test_a_broken_document_is_an_error_that_names_it(document: str, cause: str) -> None:
    with pytest.raises(
        UsageError, match=r"^年报 is a Word document that cannot be read: "
    ) as caught:
        read(docx_of(document), name="年报")
    assert cause in str(caught.value)


def test_places_are_paragraphs_and_cells() -> None:
    source = read(docx(p(r("甲")) + p() + p(r("乙")) + table(cell("a") + cell("12")))).source
    second, figure = source.text.index("乙"), source.text.index("12")
    assert str(source.locate(Span(second, second + 1))) == "paragraph 3"
    assert str(source.locate(Span(figure, figure + 2))) == "table 1, row 1, column 2"
