import QtQuick

// One kind of paper.
StaffChip {
    required property string media

    objectName: "mediaChip:" + media
    text: media === "other" ? qsTr("Lainnya") : media.replace("x", "×")
    note: media === "other" ? qsTr("tidak dipakai paket") : ""
}
