"""What reading a file reports: how bytes became text, and what of the file is not in it."""

from __future__ import annotations

from gikparse.diagnostics.diagnostic import Kind, Severity

UNDECODABLE = Kind(
    code="GIK020",
    name="undecodable-bytes",
    severity=Severity.ERROR,
    message="bytes that are not {encoding} stand in {count} place(s) and were replaced by \ufffd",
    chinese="有{count}处字节不是有效的{encoding}编码，已替换为\ufffd",
)

UNCERTAIN_ENCODING = Kind(
    code="GIK021",
    name="uncertain-encoding",
    severity=Severity.WARNING,
    message="the file does not say its encoding; it was read as {encoding}, and could be {other}",
    chinese="文件未标明编码，按{encoding}读取，也可能是{other}",
)

MOJIBAKE = Kind(
    code="GIK022",
    name="repaired-mojibake",
    severity=Severity.WARNING,
    message="the text was {real} that some program read as {wrong}; it was turned back",
    chinese="文本原为{real}编码，曾被误作{wrong}读取，已还原",
)

LOST_MOJIBAKE = Kind(
    code="GIK023",
    name="damaged-mojibake",
    severity=Severity.ERROR,
    message="the text was {real} that some program read as {wrong}; in {count} place(s) it cannot be"
    " turned back, and \ufffd stands for what is lost",
    chinese="文本原为{real}编码，曾被误作{wrong}读取，有{count}处无法还原，以\ufffd代替",
)

LEFT_OUT = Kind(
    code="GIK024",
    name="page-parts-left-out",
    severity=Severity.INFO,
    message="{count} part(s) of the page that are no report were left out, {characters} characters: {sample}",
    chinese="网页中有{count}个非年报部分未读入，共{characters}字：{sample}",
)

NO_REPORT = Kind(
    code="GIK025",
    name="no-report-found",
    severity=Severity.WARNING,
    message="nothing in this file looks like an annual report",
    chinese="文件中未找到年度报告的内容",
)

RUNNING_HEADS = Kind(
    code="GIK026",
    name="running-heads-left-out",
    severity=Severity.INFO,
    message="page numbers and running heads were left out, {count} line(s): {sample}",
    chinese="页码和页眉页脚未读入，共{count}行：{sample}",
)

NO_TEXT_LAYER = Kind(
    code="GIK027",
    name="pages-without-text",
    severity=Severity.ERROR,
    message="{pages} of {total} pages hold no text, as scans do: recognise their text first",
    chinese="共{total}页，其中{pages}页没有文字（可能为扫描件），需先作文字识别",
)

TRACKED_CHANGES = Kind(
    code="GIK028",
    name="tracked-changes",
    severity=Severity.INFO,
    message="the document holds {count} deletion(s) or move(s) that nobody has accepted, taken as accepted here",
    chinese="文档中有{count}处未接受的删除或移动修订，按已接受处理",
)

PICTURES = Kind(
    code="GIK029",
    name="pictures-not-read",
    severity=Severity.INFO,
    message="what {count} picture(s) show was not read",
    chinese="含有{count}幅图片，图中内容未读取",
)

CUT_FILE = Kind(
    code="GIK030",
    name="damaged-file",
    severity=Severity.ERROR,
    message="the file is damaged ({cause}); what is left of it was read",
    chinese="文件已损坏（{cause}），仅读取了其余部分",
)

HIDDEN_TEXT = Kind(
    code="GIK031",
    name="hidden-text",
    severity=Severity.INFO,
    message="text that the page or document does not show was left out in {count} place(s): {sample}",
    chinese="有{count}处隐藏文字未读入：{sample}",
)
