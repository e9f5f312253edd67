"""The real way to the real cloud, on which every third answer is lost after it was given."""

from __future__ import annotations

import threading

import httpx

LOST = 3


class LosingAnswers(httpx.BaseTransport):
    def __init__(self) -> None:
        self._inner = httpx.HTTPTransport()
        self._counting = threading.Lock()
        self.answers = 0
        self.lost = 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        response = self._inner.handle_request(request)
        response.read()
        with self._counting:
            self.answers += 1
            lose = self.answers % LOST == 0
            self.lost += lose
        if lose:
            raise httpx.ReadError("the answer was lost", request=request)
        return response

    def close(self) -> None:
        self._inner.close()
