"""All sections of ``kiosk.toml`` together."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.config.booth import (
    BoothSection,
    PaceSection,
    ScreenSection,
    SessionSection,
    SoundSection,
    ThemeSection,
)
from kiosk.config.fields import Section
from kiosk.config.money import BillAcceptorSection, PackageSection, PaymentSection, ReceiptsSection
from kiosk.config.picture import (
    CameraSection,
    MotionSection,
    PictureSection,
    PrintingSection,
    RetentionSection,
)


class CloudSection(Section):
    """``license_public_key`` is 32 raw bytes in base64url, as the operator was given it."""

    url: Annotated[str, Field(strict=True, pattern=r"^https?://[^\s]+$")]
    license_public_key: Annotated[str, Field(strict=True, pattern=r"^[A-Za-z0-9_-]{43}$")]


class Config(Section):
    booth: BoothSection = BoothSection()
    camera: CameraSection
    picture: PictureSection = PictureSection()
    motion: MotionSection = MotionSection()
    session: SessionSection = SessionSection()
    printing: PrintingSection = PrintingSection()
    payment: PaymentSection = PaymentSection()
    cloud: CloudSection
    screen: ScreenSection = ScreenSection()
    theme: ThemeSection = ThemeSection()
    sound: SoundSection = SoundSection()
    receipts: ReceiptsSection | None = None
    bill_acceptor: BillAcceptorSection | None = None
    pace: PaceSection = PaceSection()
    retention: RetentionSection = RetentionSection()
    packages: Annotated[tuple[PackageSection, ...], Field(min_length=1, max_length=6)]

    @model_validator(mode="after")
    def _keys_are_unique(self) -> Config:
        keys = [package.key for package in self.packages]
        if len(set(keys)) < len(keys):
            raise ValueError("each package needs a key of its own")
        return self

    @model_validator(mode="after")
    def _something_is_offered(self) -> Config:
        if not any(package.offered for package in self.packages):
            raise PydanticCustomError("none_offered", "one of the packages has to be offered")
        return self

    @model_validator(mode="after")
    def _bills_are_cash(self) -> Config:
        """In free mode the acceptor waits for the next day on which it is needed."""
        methods = self.payment.methods
        if self.bill_acceptor is not None and not {"cash", "free"} & set(methods):
            raise ValueError('[bill_acceptor] needs "cash" in payment.methods')
        return self
