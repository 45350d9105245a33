"""What reading the tables reports."""

from __future__ import annotations

from gikparse.diagnostics.diagnostic import Kind, Severity

UNKNOWN_LABEL = Kind(
    code="GIK201",
    name="unknown-label",
    severity=Severity.WARNING,
    message="the form has no row or column {label}; its values were not read",
    chinese="表格式样中没有“{label}”这一行或列，其数值未读取",
)

MISSING_ROW = Kind(
    code="GIK202",
    name="missing-row",
    severity=Severity.WARNING,
    message="the table lacks {count} row(s) of its form here: {label}",
    chinese="此处缺少表格式样中的{count}行：{label}",
)

AMBIGUOUS_CELL = Kind(
    code="GIK203",
    name="ambiguous-cell",
    severity=Severity.WARNING,
    message="the figures of {label} cannot be told apart or placed under their columns: {columns}",
    chinese="“{label}”一行的数值无法断开或无法对应到列：{columns}",
)

MISSING_COLUMN = Kind(
    code="GIK204",
    name="missing-column",
    severity=Severity.WARNING,
    message="the table lacks {count} column(s) of its form: {label}",
    chinese="表中缺少{count}列：{label}",
)

MISSPELT_LABEL = Kind(
    code="GIK205",
    name="misspelt-label",
    severity=Severity.INFO,
    message="the label {label} was read as {meant}",
    chinese="“{label}”按“{meant}”读取",
)

TORN_LABEL = Kind(
    code="GIK206",
    name="torn-label",
    severity=Severity.WARNING,
    message="{count} piece(s) of labels were torn apart on the page and could not be put together: {label}",
    chinese="有{count}处行列名称被页面拆散，无法拼合，未能读取：{label}",
)

CUT_TABLE = Kind(
    code="GIK207",
    name="cut-table",
    severity=Severity.INFO,
    message="the text ends inside this table; {count} row(s) of its form do not follow: {label}",
    chinese="文本在此表中间结束，其后{count}行未见：{label}",
)

UNREAD_HEADS = Kind(
    code="GIK208",
    name="unread-heads",
    severity=Severity.WARNING,
    message="none of the {count} columns of this table could be told from its heads: {label}",
    chinese="无法从表头辨认本表的{count}列：{label}",
)
