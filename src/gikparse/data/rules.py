"""What must add up in a table, as data.

A rule names rows, columns or cells and judges nothing: whether it holds in a
document is for the checks to say. Rows are named by their `RowSpec.key`.
"""

from __future__ import annotations

import attrs

from gikparse.data.validation import are_texts


@attrs.frozen(kw_only=True)
class SumRule:
    """Rows that add up to another row, in every column.

    In a table of kind `SINGLE`, whose cells are indicators of their own, the
    names are the ids of cells.

    Example:
        >>> SumRule(total="review", parts=("review.maintained", "review.corrected"))
        SumRule(total='review', parts=('review.maintained', 'review.corrected'),
                optional=(), derived=False, usual=False)
    """

    #: The row that holds the sum.
    total: str
    #: The rows that are added; all of them are needed to tell the sum.
    parts: tuple[str, ...] = ()
    #: Rows that are added where a document has them, and are not missed where it has not.
    optional: tuple[str, ...] = ()
    #: Whether the form leaves the row `total` without a value, so that the rule defines it.
    derived: bool = False
    #: Whether the sum holds in most documents only: it may help to choose between two
    #: readings, but a document that breaks it is not wrong.
    usual: bool = False


@attrs.frozen(kw_only=True)
class ColumnRule:
    """Columns that add up to another column, in every row; columns are named by their key.

    Example:
        >>> from gikparse import Form, catalogue
        >>> requests = catalogue.forms[Form.F2021].table("requests")
        >>> [(rule.total, len(rule.parts)) for rule in requests.rules if isinstance(rule, ColumnRule)]
        [('total', 6)]
    """

    #: The column that holds the sum.
    total: str
    #: The columns that are added.
    parts: tuple[str, ...]


@attrs.frozen(kw_only=True)
class BalanceRule:
    """Rows whose sum equals the sum of other rows, in every column.

    The forms call it 勾稽关系: 第一项加第二项之和，等于第三项加第四项之和.

    Example:
        >>> from gikparse import Form, catalogue
        >>> catalogue.forms[Form.F2021].table("requests").balances
        (BalanceRule(left=('request.received', 'request.carried_in'),
                     right=('request.answered', 'request.carried_out')),)
    """

    #: The rows of one side.
    left: tuple[str, ...] = attrs.field(validator=are_texts)
    #: The rows of the other side.
    right: tuple[str, ...] = attrs.field(validator=are_texts)


@attrs.frozen(kw_only=True)
class AtMostRule:
    """A row that counts a part of another row, and so never exceeds it.

    Example:
        >>> from gikparse import Form, catalogue
        >>> rules = catalogue.forms[Form.F2014].tables[0].rules
        >>> [rule for rule in rules if isinstance(rule, AtMostRule)][0]
        AtMostRule(part='proactive.normative_published', whole='proactive.total')
    """

    #: The row that is a part.
    part: str
    #: The row that it is a part of.
    whole: str


#: Any of the rules that a table can have.
Rule = SumRule | ColumnRule | BalanceRule | AtMostRule
