pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// On and back, at the end of a page of the first start.
Column {
    id: way

    property string text: qsTr("Lanjut")
    property string icon: "arrow-right"
    property bool ready: true
    property bool mayGoBack: true

    signal goOn
    signal goBack

    spacing: 2 * Theme.unit

    StaffButton {
        objectName: "setupOn"
        width: parent.width
        implicitHeight: 15 * Theme.unit
        textSize: Theme.button
        filled: true
        enabled: way.ready
        icon: way.icon
        text: way.text
        onTapped: way.goOn()
    }

    StaffButton {
        objectName: "setupBack"
        width: parent.width
        visible: way.mayGoBack
        icon: "arrow-left"
        text: qsTr("Kembali")
        onTapped: way.goBack()
    }
}
