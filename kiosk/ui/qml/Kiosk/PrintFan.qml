pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

// The booth's own prints, laid out like a hand of cards, dealt anew now and then.
Item {
    id: fan

    required property var packages
    property real bleed: Theme.portrait ? 1.6 * Theme.margin : 0
    property int dealt: 0

    Repeater {
        model: fan.packages.length > 0 ? 3 : 0

        PrintedSheet {
            id: card

            required property int index
            readonly property PackageModel offer: fan.packages[index % fan.packages.length] ?? null // none for a moment, before the cards go
            readonly property int seat: (index + fan.dealt) % 3
            readonly property real aside: (fan.width - width) / 2 + fan.bleed

            paper: offer?.paper ?? null
            posed: true
            width: Math.min((Theme.portrait ? 0.62 : 0.54) * fan.width, 0.8 * fan.height * aspect)
            x: fan.width / 2 - width / 2 + [-aside, aside, 0][seat]
            y: fan.height / 2 - height / 2 + [0, 0.02, 0.05][seat] * fan.height
            rotation: [-11, 9, -2][seat]
            z: seat

            Behavior on x {
                SheetMove {
                    duration: 1.5 * Theme.travel
                }
            }
            Behavior on y {
                SheetMove {
                    duration: 1.5 * Theme.travel
                }
            }
            Behavior on rotation {
                SheetMove {
                    duration: 1.5 * Theme.travel
                }
            }
        }
    }

    Timer {
        interval: 5000
        repeat: true
        running: fan.visible && fan.packages.length > 0 && !Theme.reducedMotion
        onTriggered: fan.dealt += 1
    }
}
