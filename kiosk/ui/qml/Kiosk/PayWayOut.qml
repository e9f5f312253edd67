import QtQuick
import Kiosk.Models

// Back to the ways to pay, where there is another, and out.
Row {
    id: row

    required property PayModel pay
    property bool picking: false

    readonly property bool both: pay.other_ways && !picking

    height: Theme.least
    spacing: 0.7 * Theme.gap

    SecondaryButton {
        objectName: "payOther"
        visible: row.both
        width: 0.58 * (row.width - row.spacing)
        height: row.height
        text: qsTr("Bayar cara lain")
        icon: "arrow-left"
        onTapped: row.pay.leave_way()
    }

    SecondaryButton {
        objectName: "payCancel"
        width: row.both ? 0.42 * (row.width - row.spacing) : row.width
        height: row.height
        text: qsTr("Batal")
        icon: "x"
        onTapped: row.pay.cancel()
    }
}
