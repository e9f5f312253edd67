pragma ComponentBehavior: Bound

import QtQuick

// Two friends drawn with scissors and paper: what an empty slot is for.
Rectangle {
    id: pose

    required property int variant

    readonly property list<color> grounds: ["#FFD9CF", "#FFE7B8", "#CFE9E1"]
    readonly property list<color> shirts: [Theme.coral, Theme.marigold, Theme.mint]
    readonly property list<color> skins: ["#C98B62", "#E3B48C", "#8F5B3C"]
    readonly property var people: [[0.34, 0.0, -7, 0.66, 0.06, 6], [0.5, 0.0, 4], [0.3, 0.08, 9, 0.62, -0.02, -8]][variant % 3]

    color: grounds[variant % 3]
    clip: true

    Repeater {
        model: pose.people.length / 3

        Item {
            id: person

            required property int index
            readonly property int tone: pose.variant + index + 1
            readonly property real size: 0.42 * Math.min(pose.width, 1.25 * pose.height)

            x: pose.people[3 * index] * pose.width - size / 2
            y: (0.2 + pose.people[3 * index + 1]) * pose.height
            width: size
            height: pose.height
            rotation: pose.people[3 * index + 2]
            transformOrigin: Item.Bottom

            Rectangle {
                x: -0.22 * person.size
                y: 1.02 * person.size
                width: 1.44 * person.size
                height: 2 * person.size
                radius: 0.62 * person.size
                color: pose.shirts[person.tone % 3]
            }

            Rectangle {
                x: 0.01 * person.size
                y: -0.07 * person.size
                width: 0.98 * person.size
                height: (person.tone % 2 ? 0.8 : 1.25) * person.size
                radius: 0.49 * person.size
                color: Theme.ink
            }

            Rectangle {
                x: 0.08 * person.size
                y: 0.1 * person.size
                width: 0.84 * person.size
                height: 0.92 * person.size
                radius: 0.42 * person.size
                color: pose.skins[person.tone % 3]

                Repeater {
                    model: 2

                    Rectangle {
                        required property int index

                        x: (0.22 + 0.3 * index) * person.size
                        y: 0.36 * person.size
                        width: 0.09 * person.size
                        height: width
                        radius: width / 2
                        color: Theme.ink
                    }
                }

                Item { // half a disc smiles
                    x: 0.26 * person.size
                    y: 0.56 * person.size
                    width: 0.32 * person.size
                    height: 0.17 * person.size
                    clip: true

                    Rectangle {
                        y: -parent.height
                        width: parent.width
                        height: 2 * parent.height
                        radius: parent.width / 2
                        color: Theme.card
                    }
                }
            }
        }
    }
}
