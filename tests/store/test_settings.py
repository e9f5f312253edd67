"""What staff set outlives a restart, is judged as the file is, and never stops a booth."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from kiosk.config import Config
from kiosk.domain.settings import Wrong
from kiosk.settings_in_force import in_force, value_of, with_changes
from kiosk.store.mirror import Mirror, open_mirror
from kiosk.store.models import AuditEntry, Setting

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
PACKAGE = {"template": "classic-4x6", "price": 35_000}
FILE = Config.model_validate(
    {
        "booth": {"event": "Pesta Sudut"},
        "camera": {"source": "0"},
        "cloud": {"url": "https://booth.example", "license_public_key": "A" * 43},
        "bill_acceptor": {"device": "/dev/ttyUSB0"},
        "payment": {"methods": ["qris", "cash"]},
        "packages": [
            {"key": "classic", "name": "Foto", **PACKAGE},
            {"key": "strip", "name": "Strip", **PACKAGE},
        ],
    }
)


def test_what_was_set_is_in_force_after_a_restart_with_who_and_what_was_before(
    mirror: Mirror, tmp_path: Path
) -> None:
    mirror.staff.record(None, NOW)  # the count of wrong PINs lies in the same table
    changes = {"booth.event": "Rina & Budi", "payment.methods": ("free",)}
    mirror.settings.change(changes, {"booth.event": "Pesta Sudut"}, "Sari", NOW)
    mirror.settings.change({"booth.event": "Rina"}, {"booth.event": "Rina & Budi"}, "Sari", NOW)
    mirror.close()
    ids = count()
    again = open_mirror(tmp_path, lambda: f"again-{next(ids)}")
    stored = again.settings.all()
    assert [(s.key, s.value, s.version, s.changed_by) for s in stored] == [
        ("booth.event", "Rina", 2, "Sari"),
        ("payment.methods", ["free"], 1, "Sari"),
    ]
    found = in_force(FILE, stored)
    assert found.refused == ()
    assert (found.config.booth.event, found.config.payment.methods) == ("Rina", ("free",))
    written = [json.loads(r.data) for r in AuditEntry.select().where(AuditEntry.who == "Sari")]
    assert [(w["key"], w["before"], w["after"]) for w in written] == [
        ("booth.event", "Pesta Sudut", "Rina & Budi"),
        ("payment.methods", None, ["free"]),
        ("booth.event", "Rina & Budi", "Rina"),
    ]
    again.settings.change({"booth.event": None, "payment.methods": None}, {}, "Sari", NOW)
    assert in_force(FILE, again.settings.all()).config == FILE
    assert again.staff.tries().wrong == 1
    again.close()


def test_what_no_longer_makes_sense_is_left_out_and_told_and_the_rest_holds(
    mirror: Mirror,
) -> None:
    good = {"booth.event": "Rina", "camera.latency_offset_ms": 80}
    mirror.settings.change(good, {}, "Sari", NOW)
    bad = {
        "camera.mirror": "perhaps",
        "camera.still_offset_ms": 900,
        "packages.gone.offered": False,
        "pace.countdown": 1,
        "retention.at": "25:00",
    }
    mirror.settings.change(bad, {}, "Sari", NOW)
    Setting.insert(
        key="retention.days", value="{broken", changed_by="Sari", changed_at=""
    ).execute()
    found = in_force(FILE, mirror.settings.all())
    assert {refusal.key for refusal in found.refused} == {*bad, "retention.days"}
    assert (found.config.booth.event, found.config.camera.latency_offset_ms) == ("Rina", 80)


def test_one_package_is_always_left_and_one_may_take_the_others_place(mirror: Mirror) -> None:
    off = {"packages.classic.offered": False}
    assert with_changes(FILE, (), off, "", "").refused == ()
    mirror.settings.change(off, {}, "Sari", NOW)
    stored = mirror.settings.all()
    (refused,) = with_changes(FILE, stored, {"packages.strip.offered": False}, "", "").refused
    assert refused.wrong is Wrong.NONE_LEFT
    swap = {"packages.classic.offered": True, "packages.strip.offered": False}
    found = with_changes(FILE, stored, swap, "", "")
    assert found.refused == ()
    assert value_of(found.config, "packages.strip.offered") is False


def test_a_refusal_says_what_is_wrong_and_by_how_much() -> None:
    wrong = {"booth.event": "", "retention.days": 0, "payment.methods": ("free", "cash")}
    refused = {r.key: (r.wrong, r.limit) for r in with_changes(FILE, (), wrong, "", "").refused}
    assert refused == {
        "booth.event": (Wrong.EMPTY, 1),
        "retention.days": (Wrong.TOO_SMALL, 1),
        "payment.methods": (Wrong.CONFLICT, None),
    }
