import QtQuick

// The sun of the studio, one warm disc behind the quiet screens; it sets while the camera is live.
Rectangle {
    id: sun

    required property string screenName

    readonly property var places: Theme.portrait ? ({
            attract: [0.5, 0.56, 78],
            resting: [0.5, 0.78, 90],
            choose: [0.98, 0.05, 46],
            pay: [0.02, 0.83, 56],
            arrange: [0.92, 0.3, 60],
            printing: [0.5, 0.95, 84],
            takehome: [0.16, 0.6, 64],
            owed: [0.98, 0.9, 60]
        }) : ({
            attract: [0.26, 0.52, 76],
            resting: [0.26, 0.9, 80],
            choose: [0.98, 0.05, 46],
            pay: [0.98, 0.9, 56],
            arrange: [0.08, 0.86, 60],
            printing: [0.26, 0.95, 84],
            takehome: [0.1, 0.86, 60],
            owed: [0.98, 0.9, 60]
        })
    readonly property var place: places[screenName] ?? [0.5, 1.3, 60]
    property real size: place[2] * Theme.unit

    x: place[0] * parent.width - size / 2
    y: place[1] * parent.height - size / 2
    width: size
    height: size
    radius: size / 2
    color: Theme.sun

    Behavior on x {
        SheetMove {
            duration: Theme.travel
        }
    }
    Behavior on y {
        SheetMove {
            duration: Theme.travel
        }
    }
    Behavior on size {
        SheetMove {
            duration: Theme.travel
        }
    }
}
