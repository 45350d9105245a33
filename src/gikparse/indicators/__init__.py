"""Indicators: the figures of a report, each with its id, its column and its place."""

from gikparse.indicators.collection import IndicatorSet
from gikparse.indicators.indicator import Indicator, Origin
from gikparse.indicators.rows import IndicatorRow, Provenance

__all__ = ["Indicator", "IndicatorRow", "IndicatorSet", "Origin", "Provenance"]
