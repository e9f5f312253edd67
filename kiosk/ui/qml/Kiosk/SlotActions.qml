import QtQuick
import Kiosk.Models

// What can be done with the selected shot.
Item {
    id: actions

    required property ArrangeModel arrange

    Column {
        anchors.bottom: parent.bottom
        width: parent.width
        spacing: 2.2 * Theme.unit

        Row {
            width: parent.width
            spacing: 1.4 * Theme.unit
            visible: actions.arrange.swapping

            Icon {
                name: "arrow-left-right"
                size: 5 * Theme.unit
                anchors.verticalCenter: parent.verticalCenter
            }

            Heading {
                width: parent.width - 6.4 * Theme.unit
                text: qsTr("Sentuh foto yang mau ditukar")
                size: 4.6 * Theme.unit
                anchors.verticalCenter: parent.verticalCenter
            }
        }

        SecondaryButton {
            objectName: "slotRetake"
            width: parent.width
            visible: !actions.arrange.swapping && actions.arrange.retakes_left > 0
            text: qsTr("Ulangi foto ini (sisa %1×)").arg(actions.arrange.retakes_left)
            icon: "rotate-ccw"
            onTapped: actions.arrange.retake()
        }

        SecondaryButton {
            objectName: "slotSwap"
            width: parent.width
            visible: !actions.arrange.swapping && actions.arrange.several
            text: qsTr("Tukar dengan foto lain")
            icon: "arrow-left-right"
            onTapped: actions.arrange.begin_swap()
        }

        SecondaryButton {
            objectName: "slotDone"
            width: parent.width
            text: qsTr("Kembali")
            icon: "arrow-left"
            onTapped: actions.arrange.let_go()
        }
    }
}
