pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

// One print on the table: a package's sheet, or a guest's print by its address. All take the same
// area, whatever their proportions.
Item {
    id: laid

    required property var what
    required property real area
    required property real middleX
    required property real middleY
    required property real angle
    required property real away // from where it slides, off the table
    required property int turnNumber
    required property bool leaves
    property bool moves: true
    property bool late: false // laid when the others lay there already

    readonly property bool own: what instanceof PackageModel
    readonly property real aspect: own ? (sheet.item as PrintedSheet)?.aspect ?? 2 / 3 : picture.ready ? picture.implicitWidth / picture.implicitHeight : 2 / 3
    property PaperModel paper: null // stays until the sheet is gone, which may be after the package
    property bool placed: false
    property real offset: 0 // 1 where it comes from, 0 on the table

    function keepPaper(): void {
        const offer = what as PackageModel;
        if (offer)
            paper = offer.paper;
    }

    width: Math.sqrt(area * aspect)
    height: width / aspect
    x: middleX - width / 2 + offset * away
    y: middleY - height / 2
    rotation: angle * (1 + 2 * offset)
    visible: opacity > 0 && (own || picture.ready)
    onWhatChanged: keepPaper()
    onTurnNumberChanged: {
        if (!placed)
            return;
        fade.stop();
        opacity = 1;
        slide.restart();
    }
    onLeavesChanged: {
        if (leaves && moves && placed)
            fade.restart();
        else if (leaves)
            opacity = 0;
    }
    Component.onCompleted: {
        keepPaper();
        opacity = leaves ? 0 : 1;
        placed = true;
        if (late && moves)
            slide.restart();
    }

    Loader {
        id: sheet

        active: laid.own && laid.paper !== null

        sourceComponent: PrintedSheet {
            paper: laid.paper
            posed: true
            width: laid.width
        }
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

    NumberAnimation {
        id: slide

        target: laid
        property: "offset"
        from: 1
        to: 0
        duration: 1000
        easing.type: Easing.OutCubic
    }

    SequentialAnimation {
        id: fade

        PauseAnimation {
            duration: 1000
        }
        NumberAnimation {
            target: laid
            property: "opacity"
            to: 0
            duration: Theme.calm
        }
    }
}
