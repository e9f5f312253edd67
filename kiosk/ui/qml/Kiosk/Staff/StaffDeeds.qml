pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// What staff can do about one claim: the likeliest large, and side by side the ways to give money back.
Column {
    id: deeds

    required property StaffClaimModel claim
    property bool quiet: false

    signal chosen(string key)

    spacing: (Theme.portrait ? 1.6 : 1.2) * Theme.unit

    Repeater {
        model: deeds.claim?.deeds ?? []

        StaffButton {
            required property var modelData

            objectName: "deed:" + modelData.key
            width: deeds.width
            implicitHeight: (modelData.likely ? 14 : 11) * Theme.unit
            textSize: modelData.likely ? Theme.button : Theme.text
            filled: modelData.likely && !deeds.quiet
            icon: modelData.icon
            text: modelData.words
            onTapped: deeds.chosen(modelData.key)
        }
    }

    Words {
        visible: ways.count > 0
        width: parent.width
        topPadding: 0.8 * Theme.unit
        text: deeds.claim?.refund_words ?? ""
        color: Theme.ink
        font.weight: Font.DemiBold
        lineHeight: 1.1
        font.features: ({
                tnum: 1
            })
    }

    Row {
        visible: ways.count > 0
        width: parent.width
        spacing: deeds.spacing

        Repeater {
            id: ways

            model: deeds.claim?.refunds ?? []

            StaffButton {
                required property var modelData

                objectName: "deed:" + modelData.key
                width: (deeds.width - (ways.count - 1) * deeds.spacing) / ways.count
                implicitHeight: 12 * Theme.unit
                upright: true
                textSize: Theme.text
                filled: modelData.likely && !deeds.quiet
                icon: modelData.icon
                text: modelData.words
                onTapped: deeds.chosen(modelData.key)
            }
        }
    }
}
