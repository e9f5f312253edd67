"""The API's own document, narrowed to what one booth has: else chance would only ever find 404s.

Requests alone are narrowed; what answers must look like stays as the document says.
"""

from __future__ import annotations

import copy
from typing import Any

from tests.cloud.booth_world import BoothWorld

Document = dict[str, Any]


def narrowed(document: Document, world: BoothWorld, license_key: str) -> Document:
    told = copy.deepcopy(document)
    schemas = told["components"]["schemas"]
    for name in ("ReportedPayment", "NewPhoto", "NewPrinter"):
        _only(schemas[name], customer_id=[world.who.customer_id])
    photo = schemas["NewPhoto"]["properties"]
    for key in (photo["r2_key"], photo["shots"]["items"]):
        key["pattern"] = key["pattern"].replace("^" + UUID, f"^{world.who.customer_id}")
    _only(schemas["NewBooth"], license_key=[license_key])
    holder = {"name": ["Ani"], "email": ["ani@example.id"], "phone": [None]}
    _only(schemas["NewCustomer"], license_key=[license_key], **holder)
    # What QRIS takes is a setting, which the document cannot know.
    schemas["ReportedPayment"]["properties"]["amount"] |= {"minimum": 1, "maximum": 10_000_000}

    _path_ids(
        told["paths"],
        {
            "/api/payments/": [row["id"] for row in world.payments],
            "/api/photos/": [world.photo["id"]],
            "/api/customers/": [world.who.customer_id],
        },
    )
    _events(schemas["SyncRequest"])
    _news(schemas["XenditWebhook"], world)
    return told


UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"


def _only(schema: Document, **values: list[Any]) -> None:
    for field, allowed in values.items():
        schema["properties"][field] = {"enum": allowed}


def _path_ids(paths: Document, ids: dict[str, list[object]]) -> None:
    for path, operations in paths.items():
        for operation in operations.values():
            for parameter in operation.get("parameters", []):
                if parameter["in"] == "path":
                    (known,) = (ids[start] for start in ids if path.startswith(start))
                    parameter["schema"] = {"enum": known}


def _events(request: Document) -> None:
    """Any object is a body that is answered; most of them should be one that can be applied."""
    event = request["properties"]["events"]["items"]
    kinds = {"photo": "NewPhoto", "printer": "NewPrinter", "payment": "ReportedPayment"}
    told = [
        {
            **event,
            "properties": {**event["properties"], "kind": {"enum": [kind]}, "body": _ref(name)},
        }
        for kind, name in kinds.items()
    ]
    request["properties"]["events"]["items"] = {"anyOf": [*told, event]}


def _news(webhook: Document, world: BoothWorld) -> None:
    report = {
        "type": "object",
        "properties": {
            "payment_request_id": {"enum": [world.payments[0]["xendit_payment_id"]]},
            "reference_id": {"enum": [row["id"] for row in world.payments]},
            "status": {"enum": ["SUCCEEDED", "FAILED", "EXPIRED", "PENDING"]},
            "currency": {"enum": ["IDR"]},
            "request_amount": {"enum": [35_000]},
        },
        "required": ["payment_request_id", "reference_id", "status", "currency", "request_amount"],
    }
    known = {"enum": ["payment.capture", "payment.failure", "payment_request.expiry"]}
    anything = copy.deepcopy(webhook)
    likely = copy.deepcopy(webhook)
    likely["properties"] |= {"event": known, "data": report}
    webhook.clear()
    webhook["anyOf"] = [likely, anything]


def _ref(name: str) -> Document:
    return {"$ref": f"#/components/schemas/{name}"}
