"""What can go wrong, drawn once.

KioskError
├── ConfigError            kiosk.toml or an argument is wrong; the message names the place
├── SettingRefused         what staff would set is outside of what the settings take
├── CameraUnavailable      no frame can be had now
├── PrintingUnavailable    CUPS does not answer now; nothing is known about its queues or jobs
├── PrintRefused           CUPS answered and said no; nothing was accepted for printing
│   └── QueueFull          no for now: the queue holds as many jobs as CUPS allows
├── ProfileUnusable        an ICC profile is missing or not for RGB printing; names file and cause
├── AcceptorUnavailable    the bill acceptor does not answer; bills in it may not be counted
├── ReceiptUnavailable     the receipt printer takes nothing now; a receipt may be half printed
├── StoreUnusable          the database is damaged, locked for too long, or may not be written
├── TemplateError          a template folder is unusable; the message names file and cause
├── LookUnusable           a .cube file is damaged or missing; names file, line and cause
├── FilmsFailed            no films came of a session: they are an extra, and are not tried again
├── LicenceInvalid         forged, expired, revoked or not a licence key; the message says which
├── CloudUnreachable       no answer, or one that may differ next time (5xx, 429)
└── CloudRefused           the cloud understood and said no; carries the status and the reason
"""

from __future__ import annotations


class KioskError(Exception):
    """Base of every error that the booth raises on purpose."""


class ConfigError(KioskError):
    pass


class SettingRefused(KioskError):
    pass


class CameraUnavailable(KioskError):
    pass


class PrintingUnavailable(KioskError):
    pass


class PrintRefused(KioskError):
    pass


class QueueFull(PrintRefused):
    pass


class ProfileUnusable(KioskError):
    pass


class AcceptorUnavailable(KioskError):
    pass


class NoStick(KioskError):
    """No USB stick is plugged in that could be written to."""


class StickFull(KioskError):
    """There is no room on the USB stick."""


class ReceiptUnavailable(KioskError):
    pass


class StoreUnusable(KioskError):
    pass


class TemplateError(KioskError):
    pass


class LookUnusable(KioskError):
    pass


class FilmsFailed(KioskError):
    pass


class LicenceInvalid(KioskError):
    pass


class CloudUnreachable(KioskError):
    pass


class CloudRefused(KioskError):
    def __init__(self, status: int, detail: str) -> None:
        super().__init__(f"{status}: {detail}")
        self.status = status
        self.detail = detail
