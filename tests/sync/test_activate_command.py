"""``kiosk activate`` says what is wrong with a key, and leaves the booth as it was."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from kiosk.local.booth_files import BoothFiles
from kiosk.local.world import Addresses
from tests.sync.local_cloud import LocalCloud, running
from tests.sync.makers import Maker, revoke

MAKER = Maker()


def activate(
    folder: Path, key: str, *, url: str, public_key: str
) -> subprocess.CompletedProcess[str]:
    booth = BoothFiles(folder)
    booth.write(Addresses(None, (), None), camera="0")
    text = booth.settings.read_text().replace("http://127.0.0.1:9", url)
    booth.settings.write_text(text.replace("A" * 43, public_key))
    who = ("--name", "Ani", "--email", "ani@example.id")
    return subprocess.run(
        booth.command("activate", "--license-key", key, *who),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (Maker().licence(), "this licence key is forged: its signature is not ours"),
        (MAKER.licence(expires="2026-01-02"), "this licence expired on 2026-01-02"),
        ("PB1.hello", "this is not a licence key: it has to read PB1.….…"),
    ],
    ids=["forged", "expired", "mistyped"],
)
def test_a_bad_key_is_refused_with_its_reason_before_anybody_is_asked(
    tmp_path: Path, key: str, said: str
) -> None:
    nobody = "http://127.0.0.1:9"
    done = activate(tmp_path, key, url=nobody, public_key=MAKER.public_key)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"kiosk: {said}\n")


def test_a_revoked_key_is_refused_by_the_cloud_with_day_and_reason(tmp_path: Path) -> None:
    data = tmp_path / "cloud"
    with running(data) as cloud:
        revoke(cloud, data, "sold twice")
        ready = cloud.ready
        done = activate(
            tmp_path, ready.license_key, url=cloud.url, public_key=ready.license_public_key
        )
    assert (done.returncode, done.stdout) == (1, "")
    assert "This licence was revoked on " in done.stderr
    assert done.stderr.endswith(": sold twice\n")


def test_a_good_key_activates_the_booth(tmp_path: Path, cloud: LocalCloud) -> None:
    ready = cloud.ready
    done = activate(tmp_path, ready.license_key, url=cloud.url, public_key=ready.license_public_key)
    assert done.returncode == 0, done.stderr
    assert "is activated; the licence (pro) is valid to " in done.stdout
