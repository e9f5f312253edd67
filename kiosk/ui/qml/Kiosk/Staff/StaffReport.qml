import QtQuick
import Kiosk
import Kiosk.Models

// How the last request ended.
Rectangle {
    id: banner

    required property StaffReportModel report

    readonly property bool stacked: !Theme.portrait

    height: stacked ? close.height + lines.height + 2.4 * Theme.unit : Math.max(14.5 * Theme.unit, lines.height + 3.6 * Theme.unit)
    radius: 0.7 * Theme.radius
    color: report.good ? Theme.calmTint : report.alarming ? Theme.alarmTint : Theme.warnTint
    border.width: Math.max(2, 0.3 * Theme.unit)
    border.color: Theme.ink

    Icon {
        id: sign

        x: 2.4 * Theme.unit
        y: banner.stacked ? (close.height - height) / 2 : (banner.height - height) / 2
        name: banner.report.good ? "check" : "triangle-alert"
        size: 5 * Theme.unit
    }

    Column {
        id: lines

        x: banner.stacked ? 2.4 * Theme.unit : sign.x + sign.width + 2.4 * Theme.unit
        y: banner.stacked ? close.height : (banner.height - height) / 2
        width: (banner.stacked ? banner.width - 2.4 * Theme.unit : close.x) - x

        Words {
            objectName: "reportWords"
            width: parent.width
            text: banner.report.words
            color: Theme.ink
            font.weight: Font.DemiBold
            lineHeight: 1.1
        }

        Words {
            width: parent.width
            visible: text !== ""
            text: banner.report.detail === "" ? "" : qsTr("Untuk teknisi: %1").arg(banner.report.detail)
            font.pixelSize: Theme.small
            maximumLineCount: banner.stacked ? 3 : 1
            elide: Text.ElideRight
        }
    }

    Touchable {
        id: close

        objectName: "reportClose"
        anchors.right: parent.right
        y: banner.stacked ? 0 : (banner.height - height) / 2
        width: 12 * Theme.unit
        height: Theme.finger
        onTapped: banner.report.put_away()

        Icon {
            anchors.centerIn: parent
            name: "x"
        }
    }
}
