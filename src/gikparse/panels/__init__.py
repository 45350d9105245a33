"""Panels: agency by year by indicator, which years are covered, and pictures of both."""

from gikparse.panels.figures import Mark, PanelFigure, Series
from gikparse.panels.making import panel
from gikparse.panels.wide import Panel, PanelRow

__all__ = ["Mark", "Panel", "PanelFigure", "PanelRow", "Series", "panel"]
