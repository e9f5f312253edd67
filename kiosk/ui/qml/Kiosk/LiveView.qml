import QtQuick
import Kiosk.Models

// The live picture, while running.
Image {
    id: view

    required property LiveFeed feed
    property bool running: false
    readonly property bool live: source.toString() !== ""

    function restart(): void {
        if (running && width > 0 && height > 0)
            feed.start(Qt.size(Math.round(width), Math.round(height)));
        else
            feed.stop();
    }

    source: feed.source
    cache: false
    fillMode: Image.PreserveAspectCrop
    onRunningChanged: restart()
    onWidthChanged: restart()
    onHeightChanged: restart()
    Component.onCompleted: restart()
    Component.onDestruction: feed.stop()
}
