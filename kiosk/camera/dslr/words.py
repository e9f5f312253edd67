"""What staff read about a DSLR: what is wrong, and what to do."""

from __future__ import annotations

NOT_FOUND = "No DSLR is found{at}. Turn it on, check its cable and battery."
NO_LIVE_PICTURE = (
    "{model} has no live picture over USB. Set another source for the live picture, and "
    'still = "dslr" for the shots.'
)
NO_PICTURES = "{model} sends no live picture that can be read. Turn it off and on again."
RAW_ONLY = "The DSLR made a RAW file only. Set its image quality to JPEG."
TOO_LARGE = "The DSLR's file has more than 64 MB. Set its image quality to JPEG."
FOREIGN = "The DSLR gave a picture that somebody took by its own button. Leave that button alone."
AMBIGUOUS = "Somebody pressed the DSLR's own button during the shot. Leave that button alone."


def did_not_open(model: str, reason: str) -> str:
    return (
        f"{model} can't be opened ({reason}). Close other programs that use it (on a desktop, "
        "gvfs does), or turn it off and on again."
    )


def missed(reason: str) -> str:
    return (
        f"The DSLR did not take the shot ({reason}). Perhaps it found no focus: set the lens to "
        "manual focus, and look at the camera's own screen."
    )


def lost(model: str, reason: str) -> str:
    return f"{model} does not answer any more ({reason}). Check its cable, power and card."
