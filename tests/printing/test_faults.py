"""Every reason and every text that printers give for not printing."""

from __future__ import annotations

import pytest

from kiosk.domain.faults import HELP, Fault, help_of, leading, needs_person
from kiosk.printing.reasons import faults_of
from kiosk.printing.texts import fault_in

REASONS: dict[Fault, tuple[str, ...]] = {
    Fault.MEDIA_EMPTY: ("media-empty", "material-empty", "media-path-input-empty"),
    Fault.MEDIA_NEEDED: (
        *("media-needed", "material-needed", "media-path-input-request"),
        "input-manual-input-request",
    ),
    Fault.WRONG_MEDIA: ("input-cannot-feed-size-selected",),
    Fault.MEDIA_JAM: (
        *("media-jam", "input-media-tray-jam", "media-path-jam", "media-path-output-jam"),
        *("separation-cutter-jam", "input-media-tray-feed-error", "media-path-input-feed-error"),
    ),
    Fault.COVER_OPEN: ("cover-open", "door-open", "interlock-open", "stacker-cover-open"),
    Fault.TRAY_MISSING: ("input-tray-missing", "output-tray-missing"),
    Fault.MARKER_SUPPLY_EMPTY: (
        *("marker-supply-empty", "marker-ink-empty", "marker-print-ribbon-empty", "toner-empty"),
        *("developer-empty", "marker-developer-empty", "opc-life-over"),
    ),
    Fault.RIBBON: (
        *("marker-supply-missing", "marker-ink-missing", "marker-print-ribbon-missing"),
        *("marker-toner-cartridge-missing", "marker-opc-missing"),
    ),
    Fault.OUTPUT_FULL: ("output-area-full", "stacker-full", "media-path-output-full"),
    Fault.WASTE_FULL: (
        *("marker-waste-full", "marker-waste-missing", "marker-waste-ink-receptacle-full"),
        "marker-waste-toner-receptacle-missing",
    ),
    Fault.TEMPERATURE: ("fuser-over-temp", "subunit-over-temperature", "chamber-temperature-high"),
    Fault.PREPARING: (
        *("fuser-under-temp", "subunit-warming-up", "subunit-cooling-down", "power-up"),
        *("media-drying", "marker-adjusting-print-quality", "spool-area-full", "testing"),
        *("printer-manual-reset", "subunit-memory-exhausted", "chamber-temperature-low"),
    ),
    Fault.OFFLINE: ("offline", "timed-out", "shutdown", "power-down", "subunit-turned-off"),
    Fault.PAUSED: ("paused", "hold-new-jobs", "deactivated"),
    Fault.DRIVER: (
        *("cups-missing-filter", "cups-insecure-filter", "cups-pki-expired"),
        "cups-certificate-error",
    ),
    Fault.SERVICE: (
        *("fan-failure", "motor-failure", "lamp-failure", "laser-failure", "media-path-failure"),
        *("subunit-unrecoverable-failure", "subunit-motor-failure", "input-pick-roller-missing"),
        *("input-tray-position-failure", "marker-fuser-thermistor-failure"),
    ),
    Fault.OTHER: ("other",),
}
NO_FAULT = (
    *("none", "connecting-to-device", "moving-to-paused", "stopping", "stopped-partly"),
    *("media-low", "toner-low", "marker-supply-low", "marker-supply-almost-empty", "opc-near-eol"),
    *("output-area-almost-full", "subunit-life-almost-over", "subunit-power-saver"),
    *("interlock-closed", "stacker-cover-closed", "subunit-added", "subunit-turned-on"),
    *("cups-waiting-for-job-completed", "cups-remote-processing", "cups-ipp-missing-send-document"),
    "org.gutenprint.searching-for-device",
)
ONLY_AS_ERROR = (
    *("stapler-empty", "puncher-full", "binder-motor-failure", "configuration-change"),
    *("com.example.smells-of-smoke", "input-media-size-change", "unknown"),
)

TEXTS: dict[Fault, tuple[str, ...]] = {
    Fault.MEDIA_EMPTY: (
        *("No paper loaded!", "No media loaded!", "Out of media!", "Printer out of media!"),
        *("Cover open or media empty!", "Empty paper tray or feed error!", "Paper empty"),
        "Printer not ready: Paper End, please correct...",
        "User-Recoverable Printer Error: 1100 => Paper End, halting queue!",
        "Printer error: No Paper and Ink (06)",
        "Printer reports error: Paper out or feeding error (8008)",
        "Printer reported alert: 00080100 (Paper exhausted 01)",
        "Paper/End of paper detected -> Reload or change paper:  00/01/02",
        "Printer Status:  45: Error (Paper Empty)",
    ),
    Fault.WRONG_MEDIA: (
        *("Incorrect media loaded!", "Loaded media does not match job!", "Mismatched Ribbon"),
        *(
            "Incorrect paper loaded (01 vs 02), aborting job!",
            "Paper definition error, aborting job",
        ),
        *("Incorrect ribbon loaded (01 vs 02), aborting job!", "Incorrect media loaded for print!"),
        *("Print size unsupported by media!", "Incorrect media for job loaded (300 vs 310)"),
        *("Job does not match installed media", "Illegal job on 5-inch paper!", "Media mismatch"),
        *("Ribbon/Job mismatch", "Paper roll mismatch", "Ribbon type mismatch", "Illegal Ribbon"),
        *("Ribbon not authenticated", "Unsupported ribbon", "Unsupported print size!"),
        "Printer not ready: Paper Definition Error, please correct...",
        "Media does not report a valid lot number (non-HS media in RX1HS?)",
        "Ribbon system/Ribbon/Paper mismatch -> Change paper and ribbon:  00/01/02",
    ),
    Fault.MEDIA_JAM: (
        *("Paper jam", "Paper Jam: Feed Cut->Home", "Paper feed error!", "Paper feed problem!"),
        *("Take Out Paper", "Paper jam in paper path 03", "Printing failure (jam?)"),
        "Printer not ready: Paper Jam, please correct...",
        "User-Recoverable Printer Error: 1300 => Paper Jam, halting queue!",
        "Printer reported error: 0x4 (Error) status: 0x1 (Busy) -> 0x1.0x2 (Paper Jam: Unknown)",
        "Printer error: Paper Feed (02)",
        "Printer not ready: Paper Jam: Slot Sensor On, please correct...",
    ),
    Fault.COVER_OPEN: (
        *("Cover open!", "Printer cover open!", "Top cover open", "Door open", "Cover Not Closed"),
        *("Cover open during printing", "Printer Open during Printing", "Drawer Unit Open"),
        "Printer not ready: Cover Open, please correct...",
        "Printer Status:  44: Error (Upper Cover Open)",
        "Other/Printer door open -> Close printer:  00/01/02",
        "Ribbon Access Door Open",
    ),
    Fault.TRAY_MISSING: (
        *("No paper tray loaded!", "No paper tray loaded, aborting!", "No Paper Cassette"),
        *("Paper Tray Removed", "Paper box missing"),
    ),
    Fault.MARKER_SUPPLY_EMPTY: (
        *("Ribbon depleted!", "No/Empty Ribbon", "Ribbon exhausted 02", "Ribbon Empty"),
        *("Insufficient remaining ribbon", "Printer error: Ink Cassette Empty (04)"),
        "Printer not ready: Ribbon End, please correct...",
        "Ribbon system/End of ribbon detected -> Reload or change ribbon:  00/01/02",
        "Ribbon system/Ribbon count end -> Change paper and ribbon:  00/01/02",
    ),
    Fault.RIBBON: (
        *("No ribbon loaded", "Ribbon problem!", "Ribbon missing", "Ribbon malfunction"),
        *("Ribbon Cue Timeout", "Cannot Cue Ribbon", "Ink Sticking", "Ribbon IC read/write error"),
        *("Printer error: No Ink (05)", "RF-ID Module Error", "RFID read error", "Check Ribbon"),
        "Printer not ready: Ribbon Error, please correct...",
        "Fatal Printer Error: 2700 => Ribbon Tension Error, halting queue!",
        "Ribbon system/No ribbon detected -> Reload or change ribbon:  00/01/02",
        "Ribbon system/Ribbon skipped -> Check ribbon and reload paper:  00/01/02",
        "Printer Status:  46: Error (Ribbon)",
    ),
    Fault.OUTPUT_FULL: ("Output Tray Full!",),
    Fault.WASTE_FULL: (
        *("Cut Bin Missing", "Dust box needs cleaning"),
        "Printer not ready: No Scrap Box, please correct...",
        "No cut bin/Strip bin not attached -> Attach Strip Bin:  00/01/02",
    ),
    Fault.TEMPERATURE: (
        *("Temp Sensor: Thermal Head High", "Temp Sensor: Environment Low"),
        "Printer Status:  48: Error (Head Temperature High)",
        "Fatal Printer Error: 2500 => Abnormal Head Temperature, halting queue!",
        "Fatal Printer Error: 2610 => Abnormal Paper Motor Temperature, halting queue!",
    ),
    Fault.PREPARING: (
        *("Printer cooling down...", "Upper deck cooling down...", "Printer warming up"),
        *("Cooling Print Head", "Cooling Paper Motor", "Pre-Heating", "Cooling Down"),
        *("Printer Status: Wait (Thermal Protection)", "Thermal Protection"),
    ),
    Fault.OFFLINE: (
        *("Printer open failure (No matching printers found!)", "The printer is not responding."),
        *("The printer is unreachable at this time.", "The printer is not connected."),
        *("The printer may not exist or is unavailable at this time.", "Unable to locate printer."),
        *("Waiting for printer to become available.", "Unable to send data to printer."),
        *("Printer open failure (Unable to claim interface) (-6)", "Communications Error"),
        *("Failure to send data to printer (libusb error -4: (0/64 to 0x02))", "USB Timeout"),
        *("Printer disconnected", "Printer powered off", "Communication Failure"),
        "The printer configuration is incorrect or the printer no longer exists.",
    ),
    Fault.DRIVER: (
        *("!!! Image Processing Library not found, aborting!", "Printer/Job mismatch (1/2/3)"),
        *("Image processing library not found!  Cannot print!", "Unable to load CPC file 'x.cpc'"),
        *("Printer open failure (Need to be root?) (-3)", "Job stopped due to filter errors."),
        "Dynamic library support not loaded, will be unable to print.",
        "Unable to open matte lamination data file 'x.raw'",
    ),
    Fault.SERVICE: (
        *("Controller: EEPROM Verify", "Mechanical: Pinch Head Up", "Sensor: Upper Cover Unstable"),
        *(
            "Service Required",
            "Thermal Head Damaged",
            "Power supply fan locked up",
            "Fan Lock Error",
        ),
        *("FLASH read error", "EEPROM error", "Cutter error", "Preheating unit time out"),
        *("Cutter Home Error", "Cam pinch error", "Humidity sensor error", "Power voltage Error"),
        "Fatal Printer Error: 2000 => Head Voltage Error, halting queue!",
        "Fatal Printer Error: 2200 => Power Supply Fan Error, halting queue!",
        "Fatal Printer Error: 3000 => System Error, halting queue!",
        "Printer Status:  43: Error (Upper Cutter Sensor)",
        "Both decks offline due to errors",
        "Mechanical/Unknown mechanical error -> Check ribbon and reload paper:  00/01/02",
        "Paper Feed Lever Down Error",
    ),
    Fault.OTHER: (
        *("Printer error: Unknown Error (63)", "Printer reported alert: 00ff0000 (Unknown)"),
        *("Unknown error 07", "Printer encountered error: 1999 -> Unknown Error"),
        "Operator Intervention Required",
    ),
}
ALL_IS_WELL = (
    *(
        "",
        "Idle.",
        "Idle",
        "Printing",
        "Ready to print.",
        "Processing page 1...",
        "Printing page 1",
    ),
    *("Sending data to printer.", "Connecting to printer.", "Connected to printer."),
    *("Waiting for printer to finish.", "Spooling job, 40% complete.", "The printer is in use."),
    *("Waiting for printer idle", "Waiting for printer idle (2 banks needed)", "Print complete"),
    *("Printing started; Sending init sequence", "Sending YELLOW plane", "Sending CP900 Footer"),
    *("Printer state: Feeding Paper", "Printer state: Printing LAMINATE", "Laminating page"),
    *("Sending print job (internal id 1)", "Printer Buffers full, retrying", "Ribbon Winding"),
    *("Printer busy (12 : Wait (Busy)), retrying", "Media: UPC-R204 Roll (4x6) (02)"),
    *(
        "Waking printer up from standby...",
        "Waiting for job to complete...",
        "Paper Feeding/Cutting",
    ),
    *("Media type: 6R (Kodak 197-4096 or equivalent)", "Cutting Paper", "Ejecting Paper"),
    *("Print complete (1 copies remaining)", "Combining jobs to save media"),
    *("Calling image processing library...", "Fast return mode enabled.", "Loading Paper"),
    *(
        "Media remaining: 120/400",
        "Media Loading",
        "Printer powered on",
        "Checking Memory availability",
    ),
    "418 native prints remaining on 6x4 (PC) media",
    "Running print data through processing library",
    "Printer does not have sufficient remaining media (1) to complete job (2)",
)


def pairs(table: dict[Fault, tuple[str, ...]]) -> list[tuple[Fault, str]]:
    return [(fault, said) for fault, all_said in table.items() for said in all_said]


@pytest.mark.parametrize(("fault", "reason"), pairs(REASONS))
def test_a_reason_is_its_fault_whatever_its_severity(fault: Fault, reason: str) -> None:
    assert faults_of([reason]) == (fault,)
    assert faults_of([f"{reason}-warning"]) == (fault,)
    assert faults_of([f"{reason}-error"]) == (fault,)


@pytest.mark.parametrize(("fault", "reason"), pairs(REASONS))
def test_a_report_is_no_fault(fault: Fault, reason: str) -> None:
    del fault
    expected = (Fault.OFFLINE,) if reason == "offline" else ()
    assert faults_of([f"{reason}-report"]) == expected


@pytest.mark.parametrize("reason", NO_FAULT)
def test_what_is_said_in_passing_is_no_fault(reason: str) -> None:
    assert faults_of([reason, f"{reason}-warning"]) == ()


@pytest.mark.parametrize("reason", ONLY_AS_ERROR)
def test_the_rest_is_a_fault_where_the_printer_calls_it_an_error(reason: str) -> None:
    assert faults_of([reason, f"{reason}-warning", f"{reason}-report"]) == ()
    assert faults_of([f"{reason}-error"]) == (Fault.OTHER,)


@pytest.mark.parametrize(("fault", "text"), pairs(TEXTS))
def test_a_drivers_words_are_its_fault(fault: Fault, text: str) -> None:
    assert fault_in(text) is fault


@pytest.mark.parametrize("text", ALL_IS_WELL)
def test_a_healthy_printers_words_are_no_fault(text: str) -> None:
    assert fault_in(text) is None


def test_every_fault_has_a_cause_and_a_remedy() -> None:
    assert set(HELP) == set(Fault)
    assert all(help_of(fault).cause and help_of(fault).remedy for fault in Fault)
    assert len({help_of(fault).remedy for fault in Fault}) == len(Fault)


def test_only_warming_and_cooling_pass_by_themselves() -> None:
    assert [fault for fault in Fault if not needs_person(fault)] == [Fault.PREPARING]


def test_the_cause_is_spoken_of_before_what_it_led_to() -> None:
    assert leading((Fault.PAUSED, Fault.PREPARING, Fault.COVER_OPEN)) is Fault.COVER_OPEN
    assert leading((Fault.PAUSED, Fault.OTHER)) is Fault.OTHER
    assert leading(()) is None
