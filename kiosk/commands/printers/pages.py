"""``kiosk printers test``: a page on paper, or the reason why not."""

from __future__ import annotations

import time

from kiosk.app import printers_of
from kiosk.clock import RandomKeys, SystemClock
from kiosk.commands.common import (
    CONFIG_FILE,
    DATA_DIR,
    AsJson,
    ConfigFile,
    DataDir,
    answer,
    mirror_in,
    private_folder,
    settings,
    told,
)
from kiosk.commands.printers.naming import named
from kiosk.domain.errors import KioskError
from kiosk.domain.printing import JobState, Sheet
from kiosk.imaging.pages import Pages
from kiosk.resources import assets

TEST_PATIENCE_S = 120.0


def print_page(
    name: str,
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Prints a test page and waits for its end."""
    with told(), mirror_in(data_dir) as mirror:
        printer = named(mirror, name)
        cups = printers_of(settings(config))
        page = private_folder(data_dir) / "test-page.jpg"
        form = printer.form(Sheet.FOUR_BY_SIX)
        Pages(assets()).save_test_page(page, form, name, SystemClock().now())
        key = RandomKeys().new_id()
        job_id = cups.submit(printer.queue, page, key=key, copies=1, sheet=Sheet.FOUR_BY_SIX)
        give_up = time.monotonic() + TEST_PATIENCE_S
        while not (job := cups.job(job_id)).state.terminal and time.monotonic() < give_up:
            time.sleep(0.2)
        if job.state is not JobState.COMPLETED:
            causes = ", ".join(f.value for f in job.faults) or job.message
            raise KioskError(f"{name}: the test page is {job.state.name.lower()}: {causes}")
        answer({"printed": name}, as_json=as_json, text=lambda: f"{name} printed a test page.")
