import QtQuick
import Kiosk
import Kiosk.Models

// One package at this event: whether it is sold, and for how much.
Rectangle {
    id: row

    required property StaffPackageModel pack
    required property StaffEventModel event

    readonly property bool wide: !Theme.portrait
    readonly property real half: (terms.width - terms.spacing) / 2

    implicitHeight: lines.height + 4 * Theme.unit
    radius: 0.7 * Theme.radius
    color: Theme.wash

    Column {
        id: lines

        x: 2 * Theme.unit
        y: 2 * Theme.unit
        width: parent.width - 2 * x
        spacing: 1.6 * Theme.unit

        Grid {
            columns: row.wide ? 2 : 1
            spacing: row.wide ? 2 * Theme.unit : lines.spacing
            verticalItemAlignment: Grid.AlignBottom

            Item {
                width: row.wide && terms.visible ? 0.42 * lines.width : lines.width
                height: Theme.finger

                Column {
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - sold.width - 2 * Theme.unit

                    Words {
                        width: parent.width
                        text: row.pack.name
                        color: Theme.ink
                        font.weight: Font.ExtraBold
                        lineHeight: 1.1
                        elide: Text.ElideRight
                        maximumLineCount: 1
                    }

                    Words {
                        width: parent.width
                        text: row.pack.template
                        font.pixelSize: Theme.small
                        lineHeight: 1.1
                    }
                }

                StaffChip {
                    id: sold

                    objectName: "offer:" + row.pack.key
                    anchors.right: parent.right
                    enabled: row.event.may_change
                    text: row.pack.offered ? qsTr("Dijual") : qsTr("Tidak dijual")
                    chosen: row.pack.offered
                    onTapped: row.event.offer(row.pack.key, !row.pack.offered)
                }
            }

            Row {
                id: terms

                width: row.wide ? 0.58 * lines.width - 2 * Theme.unit : lines.width
                visible: row.pack.offered && !row.event.free
                spacing: 2 * Theme.unit

                StaffField {
                    name: "price:" + row.pack.key
                    width: row.pack.has_extra ? row.half : terms.width
                    title: qsTr("Harga %1 cetakan").arg(row.pack.copies)
                    prefix: "Rp"
                    digits: true
                    longest: 9
                    enabled: row.event.may_change
                    value: row.pack.price
                    onTyped: text => row.event.charge(row.pack.key, Number(text))
                }

                StaffField {
                    name: "extra:" + row.pack.key
                    width: row.half
                    visible: row.pack.has_extra
                    title: qsTr("Cetakan tambahan")
                    prefix: "Rp"
                    digits: true
                    longest: 9
                    enabled: row.event.may_change
                    value: row.pack.extra_copy
                    onTyped: text => row.event.charge_extra(row.pack.key, Number(text))
                }
            }
        }

        Item {
            width: parent.width
            height: Theme.finger
            visible: terms.visible || row.event.free && row.pack.offered

            Words {
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Paling banyak untuk satu tamu")
                color: Theme.ink
                font.weight: Font.DemiBold
                lineHeight: 1.1
            }

            Row {
                anchors.right: parent.right
                spacing: 2 * Theme.unit

                StaffButton {
                    objectName: "fewer:" + row.pack.key
                    width: Theme.finger
                    icon: "minus"
                    enabled: row.event.may_change && row.pack.has_extra
                    onTapped: row.event.step_most(row.pack.key, -1)
                }

                Heading {
                    objectName: "most:" + row.pack.key
                    anchors.verticalCenter: parent.verticalCenter
                    width: 6 * Theme.unit
                    horizontalAlignment: Text.AlignHCenter
                    text: row.pack.most_copies
                    size: 5 * Theme.unit
                    font.features: ({
                            tnum: 1
                        })
                }

                StaffButton {
                    objectName: "moreCopies:" + row.pack.key
                    width: Theme.finger
                    icon: "plus"
                    enabled: row.event.may_change && row.pack.most_copies < row.event.most_copies
                    onTapped: row.event.step_most(row.pack.key, 1)
                }
            }
        }

        Words {
            objectName: "packageWrong:" + row.pack.key
            width: parent.width
            visible: row.pack.wrong !== ""
            text: row.pack.wrong
            color: Theme.ink
            font.weight: Font.DemiBold
            font.pixelSize: 2.8 * Theme.unit
        }
    }
}
