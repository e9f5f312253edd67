pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// What staff can do about one claim, the likeliest first.
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
            required property int index

            objectName: "deed:" + modelData.key
            width: deeds.width
            implicitHeight: (index === 0 && Theme.portrait ? 14 : 11) * Theme.unit
            textSize: index === 0 ? Theme.button : Theme.text
            filled: index === 0 && !deeds.quiet
            icon: modelData.icon
            text: modelData.words
            onTapped: deeds.chosen(modelData.key)
        }
    }
}
