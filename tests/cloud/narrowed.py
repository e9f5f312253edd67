"""The API's own document, narrowed to what one booth has: else chance would only ever find 404s.

Requests alone are narrowed; what answers must look like stays as the document says.
"""

from __future__ import annotations

import copy
from typing import Any

from tests.cloud.booth_world import MADE, BoothWorld

Document = dict[str, Any]

LATER = "2026-12-30T10:00:00.000Z"


def narrowed(document: Document, world: BoothWorld, license_key: str) -> Document:
    told = copy.deepcopy(document)
    schemas = told["components"]["schemas"]
    for name in ("NewPayment", "NewPhoto", "NewPrinter", "NewPrice"):
        _only(schemas[name], customer_id=[world.who.customer_id])
    photo = schemas["NewPhoto"]["properties"]
    for key in (photo["r2_key"], photo["shots"]["items"], photo["films"]["items"]):
        key["pattern"] = key["pattern"].replace("^" + UUID, f"^{world.who.customer_id}")
    _only(schemas["NewBooth"], license_key=[license_key])
    holder: dict[str, list[Any]] = {"name": ["Ani"], "email": ["ani@example.id"], "phone": [None]}
    _only(schemas["NewCustomer"], license_key=[license_key], **holder)
    _only(schemas["SignedRevocation"], revocation=[world.revocation])
    # That a price begins before it ends is said in words alone.
    _only(schemas["NewPrice"], valid_from=[None, MADE], valid_to=[None, LATER])
    _sales(schemas["NewPayment"])

    _path_ids(
        told["paths"],
        {
            "/api/payments/{id}/simulate": [world.unpaid["id"]],
            "/api/payments/{id}/refund": [world.refunding["id"]],
            "/api/payments/": [row["id"] for row in world.payments],
            "/api/photos/": [world.photo["id"]],
            "/api/customers/": [world.who.customer_id],
        },
    )
    _queries(
        told["paths"]["/api/report"]["get"],
        {"from": [MADE], "to": [LATER], "booth": [world.who.booth_id, "all"]},
    )
    _events(schemas["SyncRequest"])
    _news(schemas["XenditWebhook"], world)
    return told


UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"


def _only(schema: Document, **values: list[Any]) -> None:
    for field, allowed in values.items():
        schema["properties"][field] = {"enum": allowed}


def _sales(payment: Document) -> None:
    """What the document says in words: what QRIS takes is a setting, and only one method has a
    voucher.
    """
    fields = payment["properties"]
    fields["amount"] |= {"minimum": 1, "maximum": 10_000_000}
    by_voucher = fields | {"method": {"enum": ["voucher"]}}
    by_voucher["voucher"] = {**fields["voucher"], "type": "string"}
    otherwise = fields | {"method": {"enum": ["qris", "cash"]}, "voucher": {"enum": [None]}}
    with_voucher = {**payment, "properties": by_voucher}
    with_voucher["required"] = [*payment["required"], "voucher"]
    without = {**payment, "properties": otherwise}
    payment.clear()
    payment["anyOf"] = [with_voucher, without]


def _path_ids(paths: Document, ids: dict[str, list[object]]) -> None:
    for path, operations in paths.items():
        for operation in operations.values():
            for parameter in operation.get("parameters", []):
                if parameter["in"] == "path":
                    known = next(ids[start] for start in ids if path.startswith(start))
                    parameter["schema"] = {"enum": known}


def _queries(operation: Document, values: dict[str, list[object]]) -> None:
    for parameter in operation["parameters"]:
        if parameter["in"] == "query":
            parameter["schema"] = {"enum": values[parameter["name"]]}


def _events(request: Document) -> None:
    """Any object is a body that is answered; most of them should be one that can be applied."""
    event = request["properties"]["events"]["items"]
    kinds = {"photo": "NewPhoto", "printer": "NewPrinter", "price": "NewPrice"}
    kinds |= {"payment": "NewPayment"}
    told = [
        {
            **event,
            "properties": {**event["properties"], "kind": {"enum": [kind]}, "body": _ref(name)},
        }
        for kind, name in kinds.items()
    ]
    request["properties"]["events"]["items"] = {"anyOf": [*told, event]}


def _news(webhook: Document, world: BoothWorld) -> None:
    """Of our payments as they are, and of anything else: what does not fit a payment is refused."""
    fields = webhook["properties"]
    paid = ["payment.capture", "payment.failure", "payment_request.expiry"]
    back = ["refund.succeeded", "refund.failed"]
    reports = [_report(row) for row in world.payments if row["xendit_payment_id"]]
    other = {**fields["event"], "not": {"enum": [*paid, *back]}}
    shapes = [
        {**webhook, "required": ["event", "data"], "properties": {"event": {"enum": events}} | data}
        for events, data in (
            (paid, {"data": {"anyOf": reports}}),
            (back, {"data": _refund(world.refunding)}),
        )
    ]
    shapes.append({**webhook, "properties": {**fields, "event": other}})
    webhook.clear()
    webhook["anyOf"] = shapes


def _report(payment: dict[str, object]) -> Document:
    fields = {
        "payment_request_id": {"enum": [payment["xendit_payment_id"]]},
        "reference_id": {"enum": [payment["id"]]},
        "status": {"enum": ["SUCCEEDED", "FAILED", "EXPIRED", "PENDING"]},
        "currency": {"enum": ["IDR"]},
        "request_amount": {"enum": [payment["amount"]]},
    }
    return {"type": "object", "properties": fields, "required": [*fields]}


def _refund(payment: dict[str, object]) -> Document:
    fields = {
        "id": {"enum": [payment["xendit_refund_id"]]},
        "reference_id": {"enum": [payment["id"]]},
        "status": {"enum": ["SUCCEEDED", "FAILED", "PENDING"]},
        "currency": {"enum": ["IDR"]},
        "amount": {"enum": [payment["amount"]]},
    }
    return {"type": "object", "properties": fields, "required": [*fields]}


def _ref(name: str) -> Document:
    return {"$ref": f"#/components/schemas/{name}"}
