"""The statistics forms that the annual reports have used."""

from __future__ import annotations

from enum import Enum


class Form(Enum):
    """A generation of the statistics form, named after the year that brought it in.

    A report's form is read off the labels of its tables, never off its year: old
    forms are used late.

    Example:
        >>> Form("F2021")
        <Form.F2021: 'F2021'>
        >>> [form.name for form in Form]
        ['F2014', 'F2019', 'F2021', 'LOCAL']
    """

    #: One list of 65 rows for the data of 2014 to 2018: 国办发〔2014〕32号.
    F2014 = "F2014"
    #: Six sections and their tables for the data of 2019 and 2020: 国办公开办函〔2019〕60号.
    F2019 = "F2019"
    #: Six sections and their tables for the data of 2021 on: 国办公开办函〔2021〕30号.
    F2021 = "F2021"
    #: The tables of provinces and cities, mostly for the data of 2008 to 2013; no national
    #: document prescribes them.
    LOCAL = "LOCAL"
