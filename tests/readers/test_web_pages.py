"""Web pages: the report in them, its tables, and what is left out."""

import pytest
from writing import example, to_html

from gikparse.readers import Document, read
from gikparse.readers.limits import Job
from gikparse.readers.nesting import require_shallow
from gikparse.source import Span

REPORT = (
    "<h1>汀溪县2023年政府信息公开工作年度报告</h1><p>一、总体情况</p>"
    "<p>全年公开信息12条，答复申请3件。</p><p>二、主动公开政府信息情况</p><p>无</p>"
)
TRADITIONAL = (
    "<h1>汀溪縣2023年政府信息公開工作年度報告</h1><p>一、總體情況</p>"
    "<p>全年公開信息12條，答復申請3件。</p><p>二、主動公開政府信息情況</p><p>無</p>"
)


def page(body: str, head: str = "") -> Document:
    return read(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode())


def lines(body: str) -> list[str]:
    return page(body).source.text.splitlines()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p><span>一、</span><span>&nbsp;</span><b>概述</b></p>", ["一、 概述"]),
        ("<p>一、概述<br>2023年，<br/>无。</p>", ["一、概述", "2023年，", "无。"]),
        ("<p>全年公开\n    信息 12\n条</p>", ["全年公开信息 12条"]),
        ("<p>well\nknown</p>", ["well known"]),
        ("<div>一、概述<p>无</div>其他", ["一、概述", "无", "其他"]),
        ("<p>《印发&lt;条例&gt;的通知》&amp;</p>", ["《印发<条例>的通知》&"]),
        ("<p>國<ruby>家<rp>(</rp><rt>jiā</rt><rp>)</rp></ruby></p>", ["國家"]),
        ("<p>甲<script>乙</script><!-- 丙 --><style>丁</style>戊</p>", ["甲戊"]),
        ("<pre>一、概述\n无\n</pre>", ["一、概述", "无"]),
        ("一、概述\n无\n<table><tr><td>a<td>1</table>\n二、其他", ["一、概述", "无", "| a | 1 |", "二、其他"]),
        ("<ol><li>甲</li><li>乙</li></ol><ul><li>丙</li></ul>", ["1.甲", "2.乙", "丙"]),
        ('<ol start=3 style="list-style-type: cjk-ideographic"><li>甲<li>乙</ol>', ["三、甲", "四、乙"]),
        ('<ol style="list-style: none"><li>甲</ol>', ["甲"]),
        ("<ol><li>（一）甲</li><li>（二）乙</li></ol>", ["（一）甲", "（二）乙"]),
    ],
)  # fmt: skip
def test_paragraphs(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("<tr><td>a<td>b<tr><td>c<td>d", ["| a | b |", "| c | d |"]),
        ("<tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr>", ["| a | b |", "|  | c |"]),
        ("<tr><td colspan=2>a</td><td>b</td></tr><tr><td>c<td>d<td>e", ["| a |  | b |", "| c | d | e |"]),
        ("<tr><td rowspan=0>a</td><td>b</td></tr><tr><td>c<tr><td>d", ["| a | b |", "|  | c |", "|  | d |"]),
        ("<tr><td rowspan=3>a<td>b</tr><tr></tr><tr><td>c", ["| a | b |", "|  | c |"]),
        ("<tr><td>本年新<br>制作数量</td><td><p>1</p><p>2</p></td></tr>", ["| 本年新制作数量 | 1 2 |"]),
        ("<tr><td>a|b</td><td>&nbsp;</td></tr>", ["| a¦b |  |"]),
        ("<thead><tr><th>a<th>b</thead><tbody><tr><td>1<td>2</tbody><tfoot><tr><td>3<td>4", ["| a | b |", "| 1 | 2 |", "| 3 | 4 |"]),
        ("<caption>表一</caption><tr><td>a<td>b", ["表一", "| a | b |"]),
        ("<tr><td>项目情况说明文字<td><table><tr><td>1<td>2</table>", ["| 项目情况说明文字 | 1 2 |"]),
        ("<tr><td colspan=bad>a<td rowspan=-1>b", ["| a | b |"]),
        ("<tr><td>只有一列</td></tr><tr><td>的表格</td></tr>", ["只有一列", "的表格"]),
    ],
)  # fmt: skip
def test_tables(table: str, expected: list[str]) -> None:
    assert lines(f"<table>{table}</table>") == expected


def test_a_table_that_lays_out_the_page_is_none() -> None:
    inner = "<table><tr><td>规章<td>3<tr><td>规范性文件<td>4</table>"
    body = f"<table><tr><td>栏目</td><td>{REPORT}{inner}</td></tr></table>"
    found = lines(body)
    assert "二、主动公开政府信息情况" in found
    assert found[-2:] == ["| 规章 | 3 |", "| 规范性文件 | 4 |"]


# --- the report in the page


def test_navigation_and_footer_are_left_out_and_told() -> None:
    before = "<ul><li><a href=/>首页</a><li><a href=/a>某局召开会议，部署有关工作</a></ul>"
    after = (
        "<div><a href=/b>网站地图</a></div><p>地址：某路9号，邮编：990102，电话：0000-0000000</p>"
    )
    document = page(f"<div>{before}</div><div>{REPORT}</div>{after}")
    assert document.source.text.startswith("汀溪县2023年")
    assert document.source.text.endswith("\n无\n")
    assert "首页" in document.omitted
    assert any("邮编" in text for text in document.omitted)
    (found,) = document.diagnostics
    assert found.code == "GIK024"
    assert "4 part(s)" in found.message


def test_buttons_between_title_and_text_do_not_divide_them() -> None:
    title, _, rest = REPORT.partition("</h1>")
    buttons = "<p>【字体：大 中 小】</p><p>分享到：</p><p><a href=#>打印本页</a></p>"
    text = page(f"{title}</h1>{buttons}{rest}").source.text
    assert text.startswith("汀溪县2023年")
    assert "一、总体情况" in text


def test_a_page_without_a_report_says_so_and_is_read() -> None:
    document = page("<p>关于元旦放假安排的通知</p><p>各单位：现将有关事项通知如下。</p>")
    assert "放假" in document.source.text
    assert [found.code for found in document.diagnostics] == ["GIK025"]


def test_an_empty_page_is_an_empty_text() -> None:
    document = page("<script>load()</script>")
    assert document.source.text == ""
    assert [found.code for found in document.diagnostics] == ["GIK025"]


def test_hidden_text_is_left_out_and_told() -> None:
    document = page(f'<p style="DISPLAY : none">隐藏的话</p>{REPORT}')
    assert "隐藏的话" not in document.source.text
    assert document.omitted == ("隐藏的话",)
    assert [found.code for found in document.diagnostics] == ["GIK031"]


def test_a_report_that_is_hidden_is_read_where_there_is_no_other() -> None:
    document = page(f'<p>点击查看</p><div style="display:none">{REPORT}</div>')
    assert "一、总体情况" in document.source.text


def test_pictures_in_the_report_are_told() -> None:
    document = page(REPORT.replace("<p>无</p>", "<p><img src=表.png></p><p>无。</p>"))
    assert [found.code for found in document.diagnostics] == ["GIK029"]


def test_what_only_the_head_says_is_said_first() -> None:
    head = (
        '<meta name="PubDate" content="2024-01-29 15:08"><meta name="ContentSource" content="县政府办">'
        '<meta name="ArticleTitle" content="汀溪县2023年政府信息公开工作年度报告">'
    )
    text = page(REPORT, head).source.text
    assert text.startswith("发布日期：2024-01-29 15:08\n来源：县政府办\n汀溪县2023年")


def test_the_title_of_the_page_serves_where_the_report_has_none() -> None:
    untitled = REPORT[REPORT.index("<p>") :]
    text = page(
        untitled, "<title>汀溪县2023年政府信息公开工作年度报告_汀溪县门户网站</title>"
    ).source.text
    assert text.startswith("标题：汀溪县2023年政府信息公开工作年度报告\n一、总体情况")


# --- bytes and places


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "gb18030", "big5", "utf-16"])
@pytest.mark.parametrize("declared", ["gb2312", "utf-8", "big5"])
def test_the_bytes_tell_the_encoding_and_not_the_page(encoding: str, declared: str) -> None:
    text = f"<meta charset={declared}>" + (TRADITIONAL if encoding == "big5" else REPORT)
    found = read(text.encode(encoding)).source.text
    assert found == read(text.encode()).source.text
    assert "公" in found


def test_a_character_beyond_the_declared_encoding_ends_nothing() -> None:
    data = f"<meta charset=gb2312><p>朱镕基</p>{REPORT}".encode("gbk")
    assert "镕基\n汀溪县" in read(data).source.text


def test_places_are_lines_of_the_page_and_rows_of_its_tables() -> None:
    body = "<h1>汀溪县2023年政府信息公开工作年度报告</h1>\n\n<p>一、总体情况</p>\n<table>\n<tr><td>规章</td><td>3</td></tr>\n<tr><td>规范性文件\n</td><td>4</td></tr></table>"
    source = read(body.encode()).source
    start = source.text.index("一、")
    assert str(source.locate(Span(start, start + 1))) == "line 3"
    four = source.text.index("4")
    assert str(source.locate(Span(four, four + 1))) == "line 6, table 1, row 2, column 2"


def test_ordinary_pages_are_shallow() -> None:
    require_shallow(to_html(example()) * 20, Job())
