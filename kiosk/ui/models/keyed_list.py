"""Lists of view models that keep their rows, so that no touch is lost when another row comes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, Qt

ITEM_ROLE = Qt.ItemDataRole.UserRole + 1
TOP = QModelIndex()


class KeyedList(QAbstractListModel):
    """Each row's one role, ``item``, is a QObject. Rows are told apart by their keys."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._keys: list[str] = []
        self._items: list[QObject] = []

    def become(self, rows: Sequence[tuple[str, QObject]]) -> None:
        """Rows that stay where they are keep their delegates. Items that go are deleted soon."""
        keys, items = [key for key, _ in rows], [item for _, item in rows]
        gone = [item for item in self._items if item not in items]
        stay = len(self._keys)
        if keys[:stay] == self._keys:
            if len(keys) > stay:
                self.beginInsertRows(TOP, stay, len(keys) - 1)
                self._keys, self._items = keys, items
                self.endInsertRows()
        else:
            self.beginResetModel()
            self._keys, self._items = keys, items
            self.endResetModel()
        for item in gone:
            item.deleteLater()

    def at(self, key: str) -> QObject | None:
        return self._items[self._keys.index(key)] if key in self._keys else None

    def rowCount(self, parent: QModelIndex = TOP) -> int:  # type: ignore[override]  # noqa: N802 - Qt's name, and its persistent indexes never come here
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: QModelIndex, role: int = ITEM_ROLE) -> QObject | None:  # type: ignore[override]  # as above
        return self._items[index.row()] if index.isValid() and role == ITEM_ROLE else None

    def roleNames(self) -> dict[int, QByteArray]:  # noqa: N802 - Qt's name
        return {int(ITEM_ROLE): QByteArray(b"item")}
