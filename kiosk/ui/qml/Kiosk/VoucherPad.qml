pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

// The letters and digits that a code can have, seven in a row, and one back.
Item {
    id: pad

    required property VoucherModel voucher

    readonly property real gap: 1.4 * Theme.unit
    readonly property real keyWidth: (width - 6 * gap) / 7
    readonly property real keyHeight: (height - 4 * gap) / 5

    Repeater {
        model: pad.voucher.keys

        PadKey {
            required property int index
            required property string modelData

            objectName: "voucherKey:" + modelData
            x: index % 7 * (pad.keyWidth + pad.gap)
            y: Math.floor(index / 7) * (pad.keyHeight + pad.gap)
            width: pad.keyWidth
            height: pad.keyHeight
            text: modelData
            enabled: !pad.voucher.complete
            onTapped: pad.voucher.press(modelData)
        }
    }

    PadKey {
        objectName: "voucherErase"
        x: 4 * (pad.keyWidth + pad.gap)
        y: 4 * (pad.keyHeight + pad.gap)
        width: 3 * pad.keyWidth + 2 * pad.gap
        height: pad.keyHeight
        icon: "delete"
        text: qsTr("Hapus")
        enabled: pad.voucher.typed > 0
        onTapped: pad.voucher.erase()
    }
}
