pragma ComponentBehavior: Bound

import QtQuick

// The composed picture as far as it lies on one column. Another one fades in over the last.
Item {
    id: composed

    required property string source
    required property real aspect // of one column
    property int column: 0
    property int columns: 1

    readonly property bool whole: next.whole || last.whole // the file has every column

    readonly property bool settled: next.status === Image.Ready && !fade.running && next.opacity === 1

    component Layer: Image {
        readonly property bool whole: implicitWidth > 1.5 * composed.aspect * implicitHeight

        x: whole ? -composed.column * composed.width : 0
        width: whole ? composed.columns * composed.width : composed.width
        height: composed.height
        sourceSize.width: 1080
        asynchronous: true
        mipmap: true
    }

    function show(): void {
        fade.stop();
        if (source === "")
            last.source = "";
        else if (next.status === Image.Ready)
            last.source = next.source;
        next.opacity = 0;
        next.source = source;
        arrive();
    }

    function arrive(): void {
        if (next.status === Image.Ready)
            fade.restart();
    }

    onSourceChanged: show()
    Component.onCompleted: show()

    Layer {
        id: last
    }

    Layer {
        id: next

        onStatusChanged: composed.arrive()
    }

    NumberAnimation {
        id: fade

        target: next
        property: "opacity"
        from: 0
        to: 1
        duration: Theme.calm
        onFinished: last.source = ""
    }
}
