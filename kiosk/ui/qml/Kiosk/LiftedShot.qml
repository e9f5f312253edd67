import QtQuick

// A shot between two slots: larger than on the paper, with its shadow below it.
Item {
    id: shot

    property rect home
    property point grip // where the finger holds it
    property real lift: 1 // how large it is

    readonly property real small: Math.min(1, 26 * Theme.unit / Math.max(1, home.width))

    signal landed

    function pickUp(source: string, place: rect, angle: real, at: point): void {
        landing.stop();
        picture.source = source;
        home = place;
        grip = Qt.point(at.x - place.x, at.y - place.y);
        x = place.x;
        y = place.y;
        width = place.width;
        height = place.height;
        rotation = angle;
        lift = 1.06;
    }

    function carry(by: point): void {
        x = home.x + by.x;
        y = home.y + by.y;
        if (lift > small && !shrink.running)
            shrink.restart();
    }

    function land(place: rect, angle: real): void {
        shrink.stop();
        landing.place = place;
        landing.angle = angle;
        landing.restart();
    }

    transform: Scale {
        origin.x: shot.grip.x
        origin.y: shot.grip.y
        xScale: shot.lift
        yScale: shot.lift
    }

    SheetMove {
        id: shrink

        target: shot
        property: "lift"
        to: shot.small
        duration: Theme.quick
    }

    Shadow {
        depth: 2.2 * Theme.unit
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: -0.5 * Theme.unit
        color: Theme.card
        antialiasing: shot.rotation !== 0
    }

    Image {
        id: picture

        anchors.fill: parent
        sourceSize.width: 960 // as in the slot: one picture for both
        asynchronous: true
        fillMode: Image.PreserveAspectCrop
        antialiasing: shot.rotation !== 0
    }

    ParallelAnimation {
        id: landing

        property rect place
        property real angle: 0

        onFinished: shot.landed()

        SheetMove {
            target: shot
            property: "x"
            to: landing.place.x
            duration: Theme.quick
        }
        SheetMove {
            target: shot
            property: "y"
            to: landing.place.y
            duration: Theme.quick
        }
        SheetMove {
            target: shot
            property: "width"
            to: landing.place.width
            duration: Theme.quick
        }
        SheetMove {
            target: shot
            property: "height"
            to: landing.place.height
            duration: Theme.quick
        }
        SheetMove {
            target: shot
            property: "rotation"
            to: landing.angle
            duration: Theme.quick
        }
        SheetMove {
            target: shot
            property: "lift"
            to: 1
            duration: Theme.quick
        }
    }
}
