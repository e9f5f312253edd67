pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

// One invitation; the whole screen takes the touch. The table is as large as the screen allows.
ScreenFrame {
    id: screen

    required property AttractModel attract

    title: qsTr("Yuk, foto bareng!")
    titleSize: (Theme.portrait ? 15 : 13) * Theme.unit
    words: qsTr("Bergaya, cetak, langsung bawa pulang.")

    PrintTable {
        parent: screen
        z: -1
        y: Theme.portrait ? screen.hero.y - 2 * Theme.unit : 0
        width: Theme.portrait ? screen.width : screen.columnX - Theme.gap
        height: Theme.portrait ? screen.hero.height + Theme.unit : screen.height
        least: (Theme.portrait ? 0.76 : 0.66) * height
        packages: screen.attract.packages
        showcase: screen.attract.showcase
    }

    // While the booth starts, no price is known, and the first picture does not wait for this.
    Loader {
        parent: screen
        x: Theme.portrait ? screen.width - width - 4 * Theme.unit : screen.columnX - width - 3 * Theme.unit
        y: Theme.portrait ? screen.headerBottom - 0.5 * height - 13.5 * Theme.unit : screen.height - height - 7 * Theme.unit
        width: 26 * Theme.unit
        height: width
        active: screen.attract.packages.length > 0
        asynchronous: true
        opacity: status === Loader.Ready ? 1 : 0

        sourceComponent: PriceSticker {
            price: screen.attract.lowest_price
        }

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.calm
            }
        }
    }

    actions: PrimaryButton {
        width: parent.width
        implicitHeight: 18 * Theme.unit
        text: screen.attract.waits ? qsTr("Sebentar, ya…") : qsTr("Sentuh untuk mulai")
        textSize: (Theme.portrait ? 6 : 5.4) * Theme.unit
        icon: "hand"
        held: whole.pressed || screen.attract.waits
    }

    Touchable {
        id: whole

        parent: screen
        objectName: "attractTouch"
        anchors.fill: parent
        onTapped: screen.attract.begin()
    }
}
