"""What this booth is, and its logs onto a USB stick."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.booth.staff.about_view import AboutView, BoothFacts, Copying, CopyLogs, MachineFacts
from kiosk.ui.staff.asks import Asks
from kiosk.ui.staff.words.cloud import copy_title, copy_words, gigabytes, licence_words
from kiosk.ui.staff.words.till import age_words
from kiosk.ui.translating import tr

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

TROUBLES = frozenset({Copying.NO_STICK, Copying.FULL, Copying.FAILED})


@QmlElement
class StaffAboutModel(QObject):
    changed = Signal()

    def __init__(self, asks: Asks, parent: QObject) -> None:
        super().__init__(parent)
        self._asks = asks
        self._about = AboutView()

    def show(self, about: AboutView) -> None:
        if about != self._about:
            self._about = about
            self.changed.emit()

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]  # a name that Qt takes
    def facts(self) -> list[dict[str, object]]:
        """``title`` and ``text`` of each; ``ill`` where it stands in the way of sales."""
        rows = [*self._of_booth(self._about.booth), *self._of_machine(self._about.machine)]
        return [{"title": title, "text": text, "ill": ill} for title, text, ill in rows]

    @Property(bool, notify=changed)
    def copying(self) -> bool:
        return self._about.copy.state is Copying.GOING

    @Property(float, notify=changed)
    def part(self) -> float:
        """Of the logs that are copied, 0 to 1."""
        return self._about.copy.part

    @Property(bool, notify=changed)
    def copied(self) -> bool:
        return self._about.copy.state is Copying.DONE

    @Property(bool, notify=changed)
    def trouble(self) -> bool:
        return self._about.copy.state in TROUBLES

    @Property(str, notify=changed)
    def copy_title(self) -> str:
        return copy_title(self._about.copy)

    @Property(str, notify=changed)
    def copy_words(self) -> str:
        return copy_words(self._about.copy)

    @Slot()
    def copy_logs(self) -> None:
        self._asks.ask(CopyLogs())

    def _of_booth(self, booth: BoothFacts | None) -> Iterator[tuple[str, str, bool]]:
        if booth is not None:
            licence = booth.licence
            yield tr("Pemilik"), booth.customer or "–", False
            ill = bool(licence.trouble) or licence.until is None
            yield tr("Lisensi"), licence_words(licence), ill
            yield tr("Nomor booth"), booth.booth_id or "–", False
            yield tr("Versi"), booth.version, False

    def _of_machine(self, machine: MachineFacts | None) -> Iterator[tuple[str, str, bool]]:
        if machine is not None:
            memory, free = gigabytes(machine.memory), gigabytes(machine.free)
            yield tr("Mesin"), f"{machine.host} · {machine.system}", False
            said = tr("{n} inti · {memory}")
            yield (
                tr("Prosesor, memori"),
                said.format(n=machine.processors, memory=memory),
                False,
            )
            said = tr("{free} kosong dari {all}")
            disk = gigabytes(machine.disk)
            yield tr("Ruang simpan"), said.format(free=free, all=disk), False
            yield tr("Menyala selama"), age_words(machine.up_s // 60), False
