"""The booth's surroundings on one machine: CUPS, a software printer, the local cloud.

For the demo, end-to-end tests and benches. The product never imports this.
"""

from kiosk.local.cloud_part import CloudReady
from kiosk.local.supervisor import PartFailed, Supervisor
from kiosk.local.world import PrinterAddress, World, WorldPlan

__all__ = ["CloudReady", "PartFailed", "PrinterAddress", "Supervisor", "World", "WorldPlan"]
