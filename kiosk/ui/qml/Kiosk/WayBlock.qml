pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

// The ways to pay: the preferred one large, the others beside each other below it. Those that do
// not work now stand last.
Column {
    id: block

    required property PayModel pay
    required property LookModel look

    readonly property bool none: pay.ways.length === 0
    readonly property var others: [...pay.ways.slice(1), ...pay.refused_ways]

    spacing: Theme.gap

    WayCard {
        visible: !block.none
        objectName: visible ? "way:" + way : ""
        width: block.width
        height: (Theme.portrait ? 25 : 19) * Theme.unit
        way: block.pay.ways[0] ?? ""
        first: true
        takesBills: block.look.takes_bills
        onTapped: block.pay.pick(way)
    }

    Grid {
        columns: block.none ? 1 : Math.max(1, block.others.length)
        spacing: block.spacing

        Repeater {
            model: block.others

            WayCard {
                required property int index
                required property string modelData

                works: index < block.pay.ways.length - 1
                objectName: works ? "way:" + way : ""
                width: block.none ? block.width : (block.width - (block.others.length - 1) * block.spacing) / block.others.length
                height: (block.none ? (Theme.portrait ? 14 : 11) : Theme.portrait ? 25 : 20) * Theme.unit
                way: modelData
                tall: !block.none && block.others.length > 1
                takesBills: block.look.takes_bills
                onTapped: block.pay.pick(way)
            }
        }
    }
}
