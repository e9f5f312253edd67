import QtQuick

// A shot on its way from where it was seen large to its slot, which may be moving itself.
Image {
    id: flight

    required property Item ground // on this the shot was seen
    property rect start // there
    property rect goal // in the parent
    property real angle: 0 // of the slot

    property real done: 0
    property bool called: false // it starts once the picture is there
    readonly property rect from: done < 1 ? ground.mapToItem(parent, start) : goal

    function fly(shot: string): void {
        if (Theme.reducedMotion)
            return;
        source = shot;
        called = true;
        setOut();
    }

    function setOut(): void {
        if (!called || status !== Image.Ready)
            return;
        called = false;
        way.restart();
    }

    x: from.x + done * (goal.x - from.x)
    y: from.y + done * (goal.y - from.y)
    width: from.width + done * (goal.width - from.width)
    height: from.height + done * (goal.height - from.height)
    rotation: done * angle
    visible: way.running
    sourceSize.width: Theme.shotWidth
    asynchronous: true
    fillMode: Image.PreserveAspectCrop
    smooth: false // it is too fast to be looked at
    onStatusChanged: setOut()

    SheetMove on done {
        id: way

        running: false
        from: 0
        to: 1
        duration: Theme.travel
    }
}
