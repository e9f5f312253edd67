"""PINs: kept so that a thief learns nothing, and the tries so that a restart forgives nothing."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.clock import RandomKeys
from kiosk.domain.staff import Role
from kiosk.domain.tries import Tries
from kiosk.store.mirror import Mirror, open_mirror
from kiosk.store.models import AuditEntry, StaffRow
from kiosk.store.staff import PinRefused
from tests.store.sample import NOW, opened


def test_a_pin_opens_for_whom_it_belongs_to_and_for_nobody_else(mirror: Mirror) -> None:
    assert not mirror.staff.any()
    sari = mirror.staff.set_pin("Sari", Role.OWNER, "4711", NOW)
    budi = mirror.staff.set_pin("Budi", Role.STAFF, "08154711", NOW)
    assert mirror.staff.any()
    assert mirror.staff.check("4711") == sari
    assert mirror.staff.check("08154711") == budi
    assert mirror.staff.check("4712") is None
    assert mirror.staff.check("") is None
    assert mirror.staff.members() == (budi, sari)


def test_nothing_on_disk_holds_a_pin(mirror: Mirror, tmp_path: Path) -> None:
    mirror.staff.set_pin("Sari", Role.OWNER, "47110815", NOW)
    mirror.staff.set_pin("Budi", Role.OWNER, "47110816", NOW)
    kept = [row.pin_hash for row in StaffRow.select()]
    assert all(hash_.startswith("scrypt$16384$8$1$") for hash_ in kept)
    assert len({hash_.split("$")[4] for hash_ in kept}) == 2
    mirror.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    assert b"4711081" not in (tmp_path / "kiosk.db").read_bytes()


@pytest.mark.parametrize("pin", ["123", "123456789", "12a4", "", "١٢٣٤", " 1234", "1234\n"])
def test_what_the_pad_cannot_enter_is_no_pin(mirror: Mirror, pin: str) -> None:
    with pytest.raises(PinRefused, match="4 to 8 digits"):
        mirror.staff.set_pin("Sari", Role.OWNER, pin, NOW)
    assert not mirror.staff.any()


def test_two_members_cannot_have_one_pin(mirror: Mirror) -> None:
    mirror.staff.set_pin("Sari", Role.OWNER, "4711", NOW)
    with pytest.raises(PinRefused, match="different one"):
        mirror.staff.set_pin("Budi", Role.STAFF, "4711", NOW)
    assert [member.name for member in mirror.staff.members()] == ["Sari"]


def test_a_member_keeps_the_id_under_a_new_pin_and_the_old_one_is_dead(mirror: Mirror) -> None:
    before = mirror.staff.set_pin("Sari", Role.STAFF, "4711", NOW)
    after = mirror.staff.set_pin("Sari", Role.OWNER, "0815", NOW)
    assert (after.id, after.role) == (before.id, Role.OWNER)
    assert mirror.staff.check("4711") is None
    assert mirror.staff.set_pin("Sari", Role.OWNER, "0815", NOW) == after


def test_who_leaves_gets_in_no_more(mirror: Mirror) -> None:
    mirror.staff.set_pin("Sari", Role.OWNER, "4711", NOW)
    assert mirror.staff.remove("Sari", NOW)
    assert not mirror.staff.remove("Sari", NOW)
    assert mirror.staff.check("4711") is None


def test_wrong_tries_are_counted_across_a_restart_until_a_right_one(tmp_path: Path) -> None:
    late = NOW + timedelta(minutes=5)
    with opened(tmp_path) as mirror:
        sari = mirror.staff.set_pin("Sari", Role.OWNER, "4711", NOW)
        assert mirror.staff.tries() == Tries()
        mirror.staff.record(None, NOW)
        mirror.staff.record(None, late)
    with closing(open_mirror(tmp_path, RandomKeys().new_id)) as again:
        assert again.staff.tries() == Tries(2, late)
        again.staff.record(sari, late)
        assert again.staff.tries() == Tries()
        said = sorted((row.who, row.what) for row in AuditEntry.select())
    assert said == [
        ("Sari", "PIN accepted"),
        ("Sari", "PIN set"),
        ("nobody", "PIN refused"),
        ("nobody", "PIN refused"),
    ]


def test_a_pin_set_at_the_command_line_undoes_the_lock(mirror: Mirror) -> None:
    mirror.staff.record(None, NOW)
    mirror.staff.set_pin("Sari", Role.OWNER, "4711", NOW)
    assert mirror.staff.tries() == Tries()
