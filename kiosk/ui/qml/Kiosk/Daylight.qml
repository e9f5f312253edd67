pragma ComponentBehavior: Bound

import QtQuick

// The sun of the studio, one warm disc behind the quiet screens: behind the sheet where nothing else is
// said. It sleeps while the booth rests, and sets while the camera is live.
Rectangle {
    id: sun

    required property string screenName
    required property string moment
    property rect sheetPlace // where the screen in front wants the sheet

    // Its middle in shares of the window, its size in units.
    readonly property var places: Theme.portrait ? ({
            attract: [0.5, 0.585, 78],
            resting: [0.5, 0.66, 78],
            choose: [1, 0.1, 52],
            "pay-picking": [0.14, 0.36, 50],
            "pay-voucher": [0.92, 0.13, 34],
            shoot: [0.5, 1.4, 60],
            arrange: [1, 0.38, 62],
            printing: [0.5, 0.96, 92],
            owed: [0.98, 0.72, 64],
            cancelled: [0.5, 0.56, 84],
            settled: [0.5, 0.56, 84]
        }) : ({
            attract: [0.27, 0.52, 84],
            resting: [0.27, 0.5, 74],
            choose: [1, 0.04, 52],
            "pay-picking": [0.27, 0.38, 70],
            shoot: [0.5, 1.4, 60],
            arrange: [0.06, 0.9, 66],
            printing: [0.27, 0.96, 84],
            owed: [0.04, 0.92, 64],
            cancelled: [0.27, 0.52, 84],
            settled: [0.27, 0.52, 84]
        })
    readonly property var behind: {
        const middle = Qt.point(sheetPlace.x + 0.4 * sheetPlace.width, sheetPlace.y + 0.5 * sheetPlace.height);
        return [middle.x / parent.width, middle.y / parent.height, Math.min(Theme.portrait ? 34 : 30, 4 + 1.1 * sheetPlace.height / Theme.unit)];
    }
    readonly property bool kept: screenName === "owed" && sheetPlace.width > 0
    readonly property var place: kept ? behind : places[moment] ?? places[screenName] ?? (sheetPlace.width > 0 ? behind : [0.5, 1.4, 60])
    readonly property bool moves: screenName !== ""
    property real across: place[0]
    property real down: place[1]
    property real size: place[2]

    x: across * parent.width - width / 2
    y: down * parent.height - height / 2
    width: size * Theme.unit
    height: width
    radius: width / 2
    color: Theme.sun

    // The print is there: the sun shines.
    Loader {
        anchors.fill: parent
        active: sun.screenName === "takehome"

        sourceComponent: SunRays {
            id: rays

            color: Theme.sun
            count: 18
            reach: Theme.reducedMotion ? 1 : 0
            length: 0.075 * width

            SequentialAnimation {
                running: !Theme.reducedMotion

                PauseAnimation {
                    duration: Theme.travel + Theme.calm // until the sun and the copy of the sheet are in their places
                }
                NumberAnimation {
                    target: rays
                    property: "reach"
                    to: 1
                    duration: Theme.travel
                    easing.type: Easing.OutBack
                }
            }
        }
    }

    SleepingFace {
        anchors.fill: parent
        opacity: sun.screenName === "resting" ? 1 : 0
        visible: opacity > 0

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.travel
            }
        }
    }

    Behavior on across {
        enabled: sun.moves

        SheetMove {
            duration: Theme.travel
        }
    }
    Behavior on down {
        enabled: sun.moves

        SheetMove {
            duration: Theme.travel
        }
    }
    Behavior on size {
        enabled: sun.moves

        SheetMove {
            duration: Theme.travel
        }
    }
}
