"""What is sold and how it is paid."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, field_validator, model_validator

from kiosk.config.fields import Copies, Rupiah, Section, Text, Word
from kiosk.domain.receipt_device import receipt_device


def _receipt_device(text: str) -> str:
    receipt_device(text)
    return text


class PaymentSection(Section):
    """``methods`` in the order in which a guest sees them. ``paid_late``: what becomes of a QRIS
    payment that comes after its guest has left."""

    methods: Annotated[
        tuple[Literal["qris", "cash", "voucher", "free"], ...], Field(min_length=1)
    ] = ("qris",)
    paid_late: Literal["owe", "refund"] = "owe"

    @field_validator("methods")
    @classmethod
    def _methods_agree(cls, methods: tuple[str, ...]) -> tuple[str, ...]:
        if len(set(methods)) < len(methods):
            raise ValueError("must name each way to pay once")
        if "free" in methods and len(methods) > 1:
            raise ValueError("must be free alone or without it: nobody pays where it is free")
        return methods


class BillAcceptorSection(Section):
    """``device`` is a serial port; ``pulse_value`` is rupiah for a pulse, and ``most`` the highest
    bill in rupiah."""

    device: Annotated[str, Field(strict=True, pattern=r"^/dev/[^\s]+$")]
    pulse_value: Annotated[int, Field(strict=True, ge=1, le=100_000)] = 1_000
    most: Annotated[int, Field(strict=True, ge=1_000, le=1_000_000)] = 100_000


class ReceiptsSection(Section):
    """``device``: see ``kiosk.domain.receipt_device``; ``width`` is the paper's in letters: 32 on
    58 mm, 42 or 48 on 80 mm. ``operator`` stands at the top, the name first."""

    device: Annotated[str, Field(strict=True), AfterValidator(_receipt_device)]
    width: Literal[32, 42, 48] = 32
    operator: Annotated[tuple[Text, ...], Field(max_length=6)] = ()


class PackageSection(Section):
    """``price`` in whole rupiah, for all copies; ``template`` is a folder's name. A guest may have
    up to ``most_copies``, each beyond ``copies`` for ``extra_copy`` rupiah. One that is not
    ``offered`` is kept for another day."""

    key: Word
    name: Text
    template: Word
    price: Rupiah
    copies: Copies = 1
    extra_copy: Rupiah = 0
    most_copies: Copies | None = None
    offered: Annotated[bool, Field(strict=True)] = True

    @model_validator(mode="after")
    def _copies_agree(self) -> PackageSection:
        if self.most_copies is not None and self.most_copies < self.copies:
            raise ValueError(f"most_copies must be {self.copies} or more, as copies is")
        if self.extra_copy and self.most_copies is None:
            raise ValueError("extra_copy is the price of a copy more: most_copies says how many")
        return self
