import QtQuick
import Kiosk
import Kiosk.Models

// By how much the camera's pictures are late, stepped until both of a test shot's are the same.
Column {
    id: offset

    required property StaffCameraModel camera

    spacing: 1.2 * Theme.unit

    Words {
        width: parent.width
        text: qsTr("Keterlambatan kamera, dalam ms")
        color: Theme.ink
        font.weight: Font.DemiBold
        lineHeight: 1.1
    }

    StaffStepper {
        objectName: "cameraOffset"
        width: parent.width
        enabled: offset.camera.may_change
        opacity: enabled ? 1 : 0.45
        value: offset.camera.offset_ms
        onStep: by => offset.camera.step_offset(by)
    }

    Words {
        width: parent.width
        text: qsTr("Ayunkan tangan, ambil foto tes, lalu atur sampai kedua gambarnya sama.")
        font.pixelSize: 2.8 * Theme.unit
        lineHeight: 1.15
    }
}
