"""CUPS queues, jobs and media: the only package that imports cups."""

from kiosk.printing.cups_printers import CupsPrinters

__all__ = ["CupsPrinters"]
