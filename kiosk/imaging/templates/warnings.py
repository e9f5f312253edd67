"""What a booth can print, and a designer would rather not have printed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import combinations

import numpy as np
from PIL import ImageCms

from kiosk.domain.contrast import contrast
from kiosk.domain.errors import TemplateError
from kiosk.domain.templates import Colour, QrBox, Slot, Template, Text, TextFields
from kiosk.imaging.lettering import Letterer, LineBox
from kiosk.imaging.qr import require_room
from kiosk.imaging.templates.findings import Finding
from kiosk.imaging.templates.geometry import Geometry, Mask
from kiosk.imaging.templates.holes import find_holes
from kiosk.imaging.templates.pictures import profile_of

SAFE_ZONE = 36
"""px, 3 mm: printers trim, and no two of them alike."""

LONG_EVENT = "Pernikahan Anindya & Bagaskara Wicaksono"  # 40 letters
LONG_LINK = "https://" + "photobooth.".ljust(46, "x") + "/p/" + "x" * 22  # 79 letters
LONG = TextFields(event=LONG_EVENT, date="28.08.2028", code="mWQ8_M")
CODE_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
EVERY_LETTER = TextFields(event=LONG_EVENT, date="0123456789.", code=CODE_LETTERS)

LEAST_CONTRAST = 3.0
"""Of words to what is below them: WCAG 2.2, 1.4.3, for large type."""

OVERLAP_PX = 200
"""Less is the margin of slots that were found as holes close to each other."""

LEAST_SEEN = 0.05
NEARLY, WHOLLY = 0.85, 0.999
"""A slot that covers this much of a hole was meant to cover all of it."""


def warnings_of(geometry: Geometry, letterer: Letterer) -> Iterator[Finding]:
    for where, what, remedy in _all(geometry, letterer):
        yield Finding(geometry.template.folder / "template.toml", where, what, remedy)


Warned = Iterator[tuple[str, str, str]]


def _all(geometry: Geometry, letterer: Letterer) -> Warned:
    yield from _of_code(geometry.template)
    for number, text in enumerate(geometry.template.texts):
        line = geometry.lines[number]
        if line is not None:
            key = f"texts[{number}]"
            yield from _of_line(key, text, line, geometry.template)
            yield from _of_letters(key, text, letterer)
            yield from _of_contrast(key, text, line, geometry)
    yield from _of_collisions(geometry)
    yield from _of_slots(geometry)
    yield from _of_holes(geometry)
    yield from _of_colours(geometry.template)


def _of_code(template: Template) -> Warned:
    box = template.qr
    if box is None:
        return
    if _is_near_edge(_edges(box), template):
        yield "qr", f"comes within {SAFE_ZONE} px of the edge", "move it inwards: printers trim"
    try:
        require_room(box, LONG_LINK)
    except TemplateError as error:
        least = str(error).rpartition("must be ")[2]
        yield "qr.size", f"{box.size} is too small for long links", f"{least} px takes all"


def _of_line(key: str, text: Text, line: LineBox, template: Template) -> Warned:
    filled = text.filled(LONG)
    said = f"with an event of {len(LONG_EVENT)} letters" if "{event}" in text.text else "as it is"
    edges = (line.left, line.top, line.right, line.bottom)
    if line.words != filled:
        yield key, f"is cut short {said}", "make size smaller or max_width larger"
    if _is_out(edges, template):
        yield key, f"runs off the paper {said}", "give it a max_width, or a smaller size"
    elif _is_near_edge(edges, template):
        remedy = "move it inwards, or give it a max_width: printers trim"
        yield key, f"comes within {SAFE_ZONE} px of the edge {said}", remedy


def _of_letters(key: str, text: Text, letterer: Letterer) -> Warned:
    needed = text.filled(EVERY_LETTER) + ("…" if text.max_width else "")
    missing = letterer.missing(text, needed)
    if missing:
        remedy = "they would print as boxes: use another font"
        yield key, f"its font has no {' '.join(missing)}", remedy


def _of_contrast(key: str, text: Text, line: LineBox, geometry: Geometry) -> Warned:
    area = np.s_[max(0, line.top) : max(0, line.bottom), max(0, line.left) : max(0, line.right)]
    below = geometry.ground[area].reshape(-1, 3)
    if not len(below):
        return
    shots = np.logical_or.reduce(geometry.shapes) & geometry.seen
    if shots[area].mean() > LEAST_SEEN:
        remedy = "put something into the overlay below it, or move it off the shot"
        yield key, "stands on a shot, whose colours nobody knows", remedy
        return
    seen = contrast(text.colour, Colour(*(int(part) for part in np.median(below, 0)[::-1])))
    if seen < LEAST_CONTRAST:
        remedy = f"{LEAST_CONTRAST:.0f} is the least that is read with ease: change color"
        yield f"{key}.color", f"its contrast is {seen:.1f} to 1", remedy


def _of_collisions(geometry: Geometry) -> Warned:
    """Of words with words, and with the code, which is drawn last."""
    for (one, first), (other, second) in combinations(_boxes(geometry).items(), 2):
        lower = min(first[3] - first[1], second[3] - second[1])
        across = min(first[2], second[2]) - max(first[0], second[0])
        down = min(first[3], second[3]) - max(first[1], second[1])
        if across > 0 and down > lower / 4:  # long letters may reach between those above them
            yield one, f"runs into {other} with long words", "move one, or give it a max_width"


def _of_slots(geometry: Geometry) -> Warned:
    seen = geometry.seen
    for number, shape in enumerate(geometry.shapes):
        if np.count_nonzero(shape & seen) < LEAST_SEEN * np.count_nonzero(shape):
            remedy = "make a hole in the overlay there, or move the slot"
            yield f"slots[{number}]", "shows no shot: the overlay hides it", remedy
    for one, other in combinations(range(len(geometry.shapes)), 2):
        if np.count_nonzero(geometry.shapes[one] & geometry.shapes[other] & seen) > OVERLAP_PX:
            remedy = "the later one lies on top: move them apart if that is not meant"
            yield f"slots[{other}]", f"overlaps slots[{one}]", remedy


def _of_holes(geometry: Geometry) -> Warned:
    if geometry.alpha is None:
        return
    covered = np.logical_or.reduce(geometry.shapes)
    for hole in find_holes(geometry.alpha):
        share = _share_covered(hole, covered, geometry)
        place = f"the hole of {hole.width} × {hole.height} at {hole.x}, {hole.y}"
        if share == 0 and _is_for_a_shot(hole, geometry):
            yield "slots", f"none lies behind {place}", "add one, or leave out all to find them"
        elif NEARLY < share < WHOLLY:
            remedy = "make it larger, so that no background shines through, or leave out all slots"
            yield "slots", f"{share:.1%} of {place} is covered", remedy


def _is_for_a_shot(hole: Slot, geometry: Geometry) -> bool:
    """Not so a gap through which the background is meant to be seen: such are small, or reach the
    picture's edge, or have words or the code in them."""
    template = geometry.template
    smallest = min(slot.width * slot.height for slot in template.slots)
    edges = (hole.x, hole.y, hole.x + hole.width, hole.y + hole.height)
    return (
        2 * hole.width * hole.height >= smallest
        and not _is_beyond(edges, template, 1)
        and not any(_meet(edges, box) for box in _boxes(geometry).values())
    )


def _share_covered(hole: Slot, covered: Mask, geometry: Geometry) -> float:
    corners = hole.corners()
    left, top = (max(0, int(min(c[axis] for c in corners))) for axis in (0, 1))
    right, bottom = (int(max(c[axis] for c in corners)) + 1 for axis in (0, 1))
    area = np.s_[top:bottom, left:right]
    return float(covered[area][geometry.seen[area]].mean())


def _of_colours(template: Template) -> Warned:
    for key, file in (("overlay", template.overlay), ("backdrop", template.backdrop)):
        profile = profile_of(file) if file else None
        name = _name_of(profile) if profile else "sRGB"
        if "srgb" not in name.lower():
            remedy = "export it in sRGB, or its colours will be off"
            yield key, f"has the colour profile {name!r}, which is not used", remedy


def _name_of(profile: bytes) -> str:
    try:
        return ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(profile))).strip()
    except (OSError, ImageCms.PyCMSError):
        return "unreadable"


Edges = tuple[int, int, int, int]


def _edges(box: QrBox) -> Edges:
    return box.x, box.y, box.x + box.size, box.y + box.size


def _boxes(geometry: Geometry) -> dict[str, Edges]:
    """Of words and code, by their keys."""
    boxes = {
        f"texts[{number}]": (line.left, line.top, line.right, line.bottom)
        for number, line in enumerate(geometry.lines)
        if line is not None
    }
    qr = geometry.template.qr
    return boxes | {"qr": _edges(qr)} if qr else boxes


def _meet(one: Edges, other: Edges) -> bool:
    across = min(one[2], other[2]) > max(one[0], other[0])
    return across and min(one[3], other[3]) > max(one[1], other[1])


def _is_near_edge(edges: Edges, template: Template) -> bool:
    return _is_beyond(edges, template, SAFE_ZONE)


def _is_out(edges: Edges, template: Template) -> bool:
    return _is_beyond(edges, template, 0)


def _is_beyond(edges: Edges, template: Template, inset: int) -> bool:
    left, top, right, bottom = edges
    wide, high = template.width - inset, template.height - inset
    return left < inset or top < inset or right > wide or bottom > high
