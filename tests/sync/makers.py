"""A maker of licences, and one who takes them back."""

from __future__ import annotations

import base64
import json
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.local.programs import PROJECT, node
from tests.sync.local_cloud import LocalCloud

REVOKE = PROJECT / "cloud" / "packages" / "photobooth-core" / "bin" / "revoke-license.ts"


@dataclass(frozen=True)
class Maker:
    """Signs whatever it is given."""

    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)

    @property
    def public_key(self) -> str:
        return b64(self.key.public_key().public_bytes_raw())

    def sign(self, prefix: str, payload: object) -> str:
        text = f"{prefix}.{b64(json.dumps(payload).encode())}"
        return f"{text}.{b64(self.key.sign(text.encode()))}"

    def licence(self, **changes: str) -> str:
        fields = {"id": "lic-1", "type": "pro", "issued": "2026-01-01", "expires": "2099-12-31"}
        return self.sign("PB1", fields | changes)

    def revocation(self, **changes: str) -> str:
        fields = {"id": "lic-1", "reason": "not paid", "revoked": "2026-08-01"}
        return self.sign("PBR1", fields | changes)


def b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def revoke(cloud: LocalCloud, data: Path, reason: str) -> str:
    """Takes back the licence that the cloud in ``data`` came with; the signed text."""
    secrets = json.loads((data / "secrets.json").read_text())
    keys = data / "license-keys.json"
    keys.touch(mode=0o600)
    names = ("private_key", "public_key")
    keys.write_text(json.dumps({name: secrets[f"license_{name}"] for name in names}))
    which = ("--license", cloud.ready.license_key, "--reason", reason, "--api", cloud.url)
    done = subprocess.run(
        (*(node(), str(REVOKE), "--keys", str(keys)), *which),
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout.strip()
