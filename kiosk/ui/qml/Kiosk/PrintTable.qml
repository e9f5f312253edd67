pragma ComponentBehavior: Bound

import QtQuick

// A table on which one print after the other is laid: the booth's own, and those that guests let
// be shown. A print slides in from the nearer side, and the one that lay in its place goes; in
// between nothing moves. With reduced motion it is laid once.
Item {
    id: table

    required property var packages
    property var showcase: []
    property bool still: false
    property real least: 0.5 * height // of a print's height

    // Middle in shares of the table, angle, and from where it comes.
    readonly property var places: Theme.portrait ? [[0.13, 0.36, -11, -1], [0.86, 0.4, 9, 1], [0.31, 0.66, 5, -1], [0.73, 0.68, -6, 1], [0.5, 0.48, -2, -1]] : [[0.17, 0.3, -10, -1], [0.7, 0.27, 7, -1], [0.2, 0.76, 6, -1], [0.71, 0.77, -6, -1], [0.45, 0.51, -2, -1]]
    readonly property int seats: places.length
    readonly property bool moves: visible && deck.length > 0 && !still && !Theme.reducedMotion
    readonly property var deck: {
        const mixed = [];
        for (let n = 0; n < Math.max(packages.length, showcase.length); n++) {
            if (showcase.length > 0)
                mixed.push(showcase[n % showcase.length]);
            mixed.push(packages[n % packages.length]);
        }
        return packages.length > 0 ? mixed : [];
    }
    property int laid: seats // how many were laid by now: one more than can lie here
    property int made: 4 // the first frame is not kept waiting for the others

    opacity: deck.length > 0 ? 1 : 0 // a booth that starts does not know its prints yet

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.calm
        }
    }

    Repeater {
        model: table.deck.length > 0 ? table.made : 0

        LaidPrint {
            required property int index

            // The newest turn that fell to this one; the next to be laid has made room.
            readonly property int turn: table.laid - (table.laid - index) % (table.seats + 1)
            readonly property var seat: table.places[turn % table.seats]

            what: table.deck[Math.max(0, content) % table.deck.length]
            area: Math.pow(0.72 * table.least, 2)
            middleX: seat[0] * table.width
            middleY: seat[1] * table.height
            angle: seat[2]
            side: seat[3]
            tableWidth: table.width
            turnNumber: turn
            turnsApart: table.seats + 1
            leaves: (table.laid + 1) % (table.seats + 1) === index
            moves: table.moves
            late: index > 3
            flat: table.made > 4
            z: turn
        }
    }

    Timer {
        interval: 450
        repeat: true
        running: table.visible && table.deck.length > 0 && table.made <= table.seats
        onTriggered: table.made += 1
    }

    Timer {
        interval: 3800
        repeat: true
        running: table.moves
        onTriggered: table.laid += 1
    }
}
