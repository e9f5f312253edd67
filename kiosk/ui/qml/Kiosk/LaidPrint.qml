import QtQuick
import Kiosk.Models

// One print on the table: a package's sheet, or a guest's print by its address. All take the same
// area, whatever their proportions. It lies as it is turned from the start: where there is no GPU, turning
// it in every frame is what costs most.
Item {
    id: laid

    required property var what
    required property real area
    required property real middleX
    required property real middleY
    required property real angle
    required property real side // -1 where it comes from the left, 1 from the right
    required property real tableWidth
    required property int turnNumber
    required property int turnsApart // between two that fall to this one
    required property bool leaves
    property bool moves: true
    property bool late: false // laid when the others lay there already
    property bool flat: true // one picture of it is kept, which is all that a frame has to copy

    readonly property bool own: what instanceof PackageModel
    readonly property real aspect: own ? (sheet.item as PrintedSheet)?.aspect ?? 2 / 3 : picture.ready ? picture.implicitWidth / picture.implicitHeight : 2 / 3
    readonly property size paper: Qt.size(Math.sqrt(area * aspect), Math.sqrt(area / aspect))
    property int content: -1 // the turn that is shown, or made ready while nobody sees it
    property bool placed: false
    property real offset: 0 // 1 just off the table, 0 where it lies

    readonly property real lean: Math.abs(angle) * Math.PI / 180
    readonly property real shadow: 2 * Theme.unit

    function spread(): void {
        const offer = what as PackageModel;
        if (offer)
            sheet.setSource("PrintedSheet.qml", {
                paper: offer.paper,
                posed: true
            });
    }

    width: 2 * Math.ceil(shadow + (paper.width * Math.cos(lean) + paper.height * Math.sin(lean)) / 2)
    height: 2 * Math.ceil(shadow + (paper.width * Math.sin(lean) + paper.height * Math.cos(lean)) / 2)
    x: Math.round(middleX - width / 2 + offset * (side < 0 ? -middleX - width / 2 : tableWidth - middleX + width / 2))
    y: Math.round(middleY - height / 2)
    visible: opacity > 0 && (own || picture.ready)
    onWhatChanged: spread()
    onTurnNumberChanged: {
        if (!placed)
            return;
        fade.stop();
        content = turnNumber;
        opacity = 1;
        slide.restart();
    }
    onLeavesChanged: {
        if (leaves && moves && placed)
            fade.restart();
        else if (leaves)
            leave();
    }
    Component.onCompleted: {
        content = turnNumber;
        spread();
        if (leaves)
            leave();
        placed = true;
        if (late && moves)
            slide.restart();
    }

    function leave(): void {
        opacity = 0;
        content = turnNumber + turnsApart;
    }

    Item {
        anchors.fill: parent
        layer.enabled: laid.flat

        Item {
            anchors.centerIn: parent
            width: laid.paper.width
            height: laid.paper.height
            rotation: laid.angle

            Loader {
                id: sheet

                anchors.fill: parent
                asynchronous: laid.placed
                visible: laid.own
            }

            Image {
                id: picture

                readonly property bool ready: status === Image.Ready

                anchors.fill: parent
                visible: !laid.own
                source: laid.own ? "" : laid.what ?? ""
                sourceSize.height: Math.round(Math.sqrt(1.5 * laid.area))
                asynchronous: true
                cache: false
                antialiasing: true
                autoTransform: false

                Shadow {
                }
            }
        }
    }

    NumberAnimation {
        id: slide

        target: laid
        property: "offset"
        from: 1
        to: 0
        duration: 800
        easing.type: Easing.OutCubic
    }

    SequentialAnimation {
        id: fade

        PauseAnimation {
            duration: 800
        }
        NumberAnimation {
            target: laid
            property: "opacity"
            to: 0
            duration: Theme.calm
        }
        ScriptAction {
            script: laid.leave()
        }
    }
}
