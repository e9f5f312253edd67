"""Typed settings from ``kiosk.toml``. A wrong one is an error that names file, line and key."""

from kiosk.config.fields import MOST_COPIES as MOST_COPIES
from kiosk.config.file import load_config as load_config
from kiosk.config.money import ReceiptsSection as ReceiptsSection
from kiosk.config.picture import CameraSection as CameraSection
from kiosk.config.whole import Config as Config
